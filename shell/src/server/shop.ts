/** What the routes of the shell share; put together in main.ts. */
import type { Env } from '../env.ts';
import type { AppBundle } from './app-bundle.ts';
import type { Signer } from './cookies.ts';
import type { AccessTokens } from './identity.ts';
import type { NavigationItems } from './navigation-items.ts';
import type { Releases } from './releases.ts';
import { hashedRequest, type RouterClient, withText } from './router-client.ts';

export interface Shop {
  readonly env: Env;
  readonly bundle: AppBundle;
  readonly releases: Releases;
  readonly router: RouterClient;
  readonly navigation: NavigationItems;
  readonly signer: Signer;
  readonly accessToken: AccessTokens;
  /** Cookies go over TLS only. */
  readonly secure: boolean;
  /** The graph client's `fetch` in server rendering: straight to the router, in the visitor's name. */
  readonly graphFetch: (visitorId: string) => typeof fetch;
}

export function graphFetch(shop: Pick<Shop, 'releases' | 'router' | 'accessToken'>): Shop['graphFetch'] {
  return (visitorId) => {
    // One token serves all the operations of a page.
    let token: Promise<string> | undefined;
    return async (_url, init) => {
      const request = withText(hashedRequest.parse(JSON.parse(String(init?.body))), (hash) =>
        shop.releases.operation(hash),
      );
      if (!request) throw new Error('The operation was not registered with its release.');
      token ??= shop.accessToken(visitorId);
      return shop.router.send(request, await token);
    };
  };
}
