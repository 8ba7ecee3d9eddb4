/** The shell as a process: discovers releases, renders pages, stands between the browser and the router. */

import { mkdir } from 'node:fs/promises';
import { runProcess } from '@arcade/subgraph-kit/process';
import { createLogger, type Logger, startService } from '@arcade/subgraph-kit/service';
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
import { Health } from './server/health.ts';
import { type Reporting, reportHealth } from './server/health-reports.ts';
import { accessTokens } from './server/identity.ts';
import { LoadedReleases } from './server/loaded-releases.ts';
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
import { surviveReleases } from './server/uncaught.ts';

await runProcess(async () => {
  const log = createLogger('shell', env.LOG_LEVEL);
  const bundle = loadAppBundle();
  const mirror = new Mirror(env.STATE_DIR, env.RELEASE_GRACE_MINUTES * 60_000);
  await mkdir(mirror.folder, { recursive: true });
  surviveReleases(mirror.folder, log);
  const releases = new Releases(
    new LoadedReleases(bundle.app, log),
    mirror,
    await Stables.open(env.STATE_DIR),
    log,
  );
  const health = new Health(releases);
  const discovery = new DiscoverySource(env.DISCOVERY, env.STATE_DIR);
  const following = await followDiscovery(discovery, releases, log, () => health.followReleases());
  const reporting = healthReports(health, discovery, log);

  const router = routerClient(env.ROUTER_URL, env.ROUTER_TIMEOUT_MS);
  const accessToken = await accessTokens(env.ACCESS_TOKEN_KEY);
  const shop: Shop = {
    env,
    bundle,
    releases,
    health,
    router,
    accessToken,
    styles: styleSheets(bundle, mirror.folder),
    navigation: new NavigationItems(router, log),
    signer: new Signer(env.SESSION_SECRET),
    secure: env.PUBLIC_URL.startsWith('https:'),
    graphFetch: graphFetch({ releases, health, router, accessToken }),
    actionGraph: actionGraph({ releases, health, router, accessToken }),
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
    async stop() {
      following.stop();
      await reporting?.stop();
    },
  });
});

/** To the address that is given, else to where the discovery document comes from. */
function healthReports(health: Health, { address }: DiscoverySource, log: Logger): Reporting | undefined {
  const url =
    env.HEALTH_URL ?? (address.protocol === 'file:' ? undefined : new URL('api/health', address).href);
  if (url && env.HEALTH_TOKEN) return reportHealth(health, { url, token: env.HEALTH_TOKEN }, log);
  log.info('the health of releases is told to nobody: no HEALTH_TOKEN, or no address');
  return undefined;
}
