/** What the routes of the shell share; put together in main.ts. */
import type { ActionGraph } from '@arcade/mfe-kit/contract';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Env } from '../env.ts';
import type { AppBundle } from './app-bundle.ts';
import type { Signer } from './cookies.ts';
import { type Health, isFailedAnswer } from './health.ts';
import type { AccessTokens } from './identity.ts';
import type { Visitor } from './lot.ts';
import type { NavigationItems } from './navigation-items.ts';
import type { Releases } from './releases.ts';
import { answered, hashedRequest, persistedQuery, type RouterClient, withText } from './router-client.ts';
import type { StyleSheets } from './style-sheets.ts';

export interface Shop {
  readonly env: Env;
  readonly bundle: AppBundle;
  readonly releases: Releases;
  readonly health: Health;
  readonly router: RouterClient;
  readonly navigation: NavigationItems;
  readonly signer: Signer;
  readonly accessToken: AccessTokens;
  /** The text of a style sheet, by its address. */
  readonly styles: StyleSheets;
  /** Cookies go over TLS only. */
  readonly secure: boolean;
  /** The graph client's `fetch` in server rendering: straight to the router, in the visitor's name. */
  readonly graphFetch: (visitor: Visitor) => typeof fetch;
  /** What plain form posts ask the graph with. */
  readonly actionGraph: (visitor: Visitor) => ActionGraph;
}

type Parts = Pick<Shop, 'releases' | 'health' | 'router' | 'accessToken'>;

export function graphFetch(shop: Parts): Shop['graphFetch'] {
  return (visitor) => {
    // One token serves all the operations of a page.
    let token: Promise<string> | undefined;
    return async (_url, init) => {
      const hashed = hashedRequest.parse(JSON.parse(String(init?.body)));
      const { sha256Hash } = hashed.extensions.persistedQuery;
      try {
        const request = await withText(hashed, (hash) => shop.releases.operation(hash));
        if (!request) throw new Error('The operation was not registered with its release.');
        token ??= shop.accessToken(visitor.id);
        const response = await shop.router.send(request, await token);
        const body = await response.text();
        if (isFailedAnswer(response.status, body)) shop.health.operationFailed(visitor, sha256Hash);
        return new Response(body, response);
      } catch (error) {
        shop.health.operationFailed(visitor, sha256Hash);
        throw error;
      }
    };
  };
}

export function actionGraph({ releases, health, router, accessToken }: Parts): Shop['actionGraph'] {
  return (visitor) => ({
    async run<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) {
      // The build has put the hash there: see graph-document.ts in mfe-kit.
      const hash = 'documentId' in document ? String(document.documentId) : '';
      const query = await releases.operation(hash);
      if (query === undefined) throw new Error('The operation was not registered with its release.');
      const request = { query, variables, extensions: persistedQuery(hash) };
      const response = await router.send(request, await accessToken(visitor.id));
      const { data, errors } = answered.parse(await response.json());
      if (!data || errors?.length) health.operationFailed(visitor, hash);
      if (!data)
        throw new Error(errors?.[0]?.message ?? `The router answered ${response.status} without data.`);
      // The operation is what the type was generated from.
      return data as Data;
    },
  });
}
