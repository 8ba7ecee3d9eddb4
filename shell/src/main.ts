/** The shell as a process: discovers releases, renders pages, stands between the browser and the router. */

import { mkdir } from 'node:fs/promises';
import { runProcess } from '@arcade/subgraph-kit/process';
import { createLogger, startService } from '@arcade/subgraph-kit/service';
import fastifyCookie from '@fastify/cookie';
import { env } from './env.ts';
import { loadAppBundle } from './server/app-bundle.ts';
import { Signer } from './server/cookies.ts';
import { DiscoverySource } from './server/discovery.ts';
import { failurePage } from './server/failure-page.ts';
import { fileRoutes } from './server/files.ts';
import { followDiscovery } from './server/follow-discovery.ts';
import { formPosts } from './server/form-posts.ts';
import { graphqlRoute } from './server/graphql.ts';
import { accessTokens } from './server/identity.ts';
import { mediaRoute } from './server/media.ts';
import { Mirror } from './server/mirror.ts';
import { NavigationItems } from './server/navigation-items.ts';
import { pageRoutes, wellFormed } from './server/pages.ts';
import { Releases } from './server/releases.ts';
import { reportRoute } from './server/reports.ts';
import { routerClient } from './server/router-client.ts';
import { searchEngineRoutes } from './server/search-engines.ts';
import { securityHeaders } from './server/security.ts';
import { actionGraph, graphFetch, type Shop } from './server/shop.ts';
import { Stables } from './server/stables.ts';
import { styleSheets } from './server/style-sheets.ts';

await runProcess(async () => {
  const log = createLogger('shell', env.LOG_LEVEL);
  const bundle = loadAppBundle();
  const mirror = new Mirror(env.STATE_DIR, env.RELEASE_GRACE_MINUTES * 60_000);
  await mkdir(mirror.folder, { recursive: true });
  const releases = new Releases(bundle.app, mirror, await Stables.open(env.STATE_DIR), log);
  const following = await followDiscovery(new DiscoverySource(env.DISCOVERY, env.STATE_DIR), releases, log);

  const router = routerClient(env.ROUTER_URL, env.ROUTER_TIMEOUT_MS);
  const accessToken = await accessTokens(env.ACCESS_TOKEN_KEY);
  const shop: Shop = {
    env,
    bundle,
    releases,
    router,
    accessToken,
    styles: styleSheets(bundle, mirror.folder),
    navigation: new NavigationItems(router, log),
    signer: new Signer(env.SESSION_SECRET),
    secure: env.PUBLIC_URL.startsWith('https:'),
    graphFetch: graphFetch({ releases, router, accessToken }),
    actionGraph: actionGraph({ releases, router, accessToken }),
  };

  return startService({
    name: 'shell',
    env,
    addressOf: wellFormed,
    async routes(app) {
      await app.register(fastifyCookie);
      failurePage(app);
      securityHeaders(app, env.PUBLIC_URL);
      await fileRoutes(app, shop, mirror.folder);
      graphqlRoute(app, shop);
      mediaRoute(app, env.MEDIA_ORIGIN);
      formPosts(app, shop);
      reportRoute(app, shop);
      searchEngineRoutes(app, shop);
      pageRoutes(app, shop);
    },
    async ready() {
      if (releases.isEmpty) throw new Error(`no release is live yet: ${env.DISCOVERY}`);
    },
    stop: async () => following.stop(),
  });
});
