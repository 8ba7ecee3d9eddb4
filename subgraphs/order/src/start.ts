/** From configuration to a running service. */
import { readFile } from 'node:fs/promises';
import { openDatabase } from '@arcade/subgraph-kit/database';
import { follow } from '@arcade/subgraph-kit/follow';
import { migrate } from '@arcade/subgraph-kit/migrate';
import { createLogger, type Service } from '@arcade/subgraph-kit/service';
import { startSubgraph } from '@arcade/subgraph-kit/subgraph';
import { parse } from 'graphql';
import { createApplication } from './application.ts';
import type { OrderEnv } from './env.ts';
import { createContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { payments } from './payment/payments.ts';
import { sandboxProvider } from './payment/sandbox-provider.ts';
import * as schema from './postgres/tables.ts';
import { onCatalog } from './reactions/catalog.ts';
import { onDelivery } from './reactions/delivery.ts';

const root = new URL('../', import.meta.url);

/** Calls to the payment provider before a payment counts as unanswered. */
const PAYMENT_ATTEMPTS = 3;

export async function startOrder(env: OrderEnv): Promise<Service> {
  const db = openDatabase(env.DATABASE_URL, { schema, applicationName: 'order' });
  await migrate(db, new URL('migrations/', root));
  const log = createLogger('order', env.LOG_LEVEL);

  const patience = { timeoutMs: env.PAYMENT_TIMEOUT_MS, attempts: PAYMENT_ATTEMPTS };
  const { app, reacting, start } = createApplication(
    db,
    payments(sandboxProvider(db.drizzle), patience, log),
    {
      placeOrderWaitMs: env.PLACE_ORDER_WAIT_MS,
      allocationDeadlineMs: env.ALLOCATION_DEADLINE_SECONDS * 1_000,
      maxSubscriptions: env.MAX_SUBSCRIPTIONS,
      // Twice what every attempt together may take, pauses between them included.
      dutyLeaseMs: 2 * PAYMENT_ATTEMPTS * (env.PAYMENT_TIMEOUT_MS + 1_000),
      standardMethod: {
        code: 'standard',
        prices: env.STANDARD_SHIPPING_PRICES,
        grams: { min: 0, max: Number.MAX_SAFE_INTEGER },
      },
    },
  );
  const work = start(log);

  const feed = { db, token: env.FEED_TOKEN };
  return startSubgraph({
    name: 'order',
    env,
    typeDefs: parse(await readFile(new URL('schema.graphql', root), 'utf8')),
    resolvers,
    db,
    context: (request) => createContext(app, request),
    followers: [
      follow({ ...feed, name: 'catalog', url: env.FEED_CATALOG, handlers: onCatalog(reacting) }),
      follow({ ...feed, name: 'delivery', url: env.FEED_DELIVERY, handlers: onDelivery(reacting) }),
    ],
    stop: () => work.stop(),
  });
}
