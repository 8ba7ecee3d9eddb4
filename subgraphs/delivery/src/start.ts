/** The composition root: joins domain, database, graph, events and carrier into one service. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { changes } from '@arcade/subgraph-kit/changes';
import { openDatabase, type Transaction } from '@arcade/subgraph-kit/database';
import { follow } from '@arcade/subgraph-kit/follow';
import { listen } from '@arcade/subgraph-kit/listen';
import { migrate } from '@arcade/subgraph-kit/migrate';
import { publish } from '@arcade/subgraph-kit/outbox';
import { createLogger, type Service } from '@arcade/subgraph-kit/service';
import { startSubgraph } from '@arcade/subgraph-kit/subgraph';
import { parse } from 'graphql';
import { carrierWebhook } from './carrier/carrier-webhook.ts';
import { simulatedCarrier } from './carrier/simulated-carrier.ts';
import type { DeliveryEnv } from './env.ts';
import { newContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { addressBooks } from './postgres/address-books.ts';
import { CHANGED_CHANNEL, deliveries, findDeliveries } from './postgres/deliveries.ts';
import { announcements, loadShipping } from './postgres/shipping.ts';
import * as schema from './postgres/tables.ts';
import { onOrderEvents } from './reactions/on-order-events.ts';
import { announceMethods } from './use-cases/announce-methods.ts';
import { callOffDelivery } from './use-cases/call-off-delivery.ts';
import type { Tell } from './use-cases/ports.ts';
import { scheduleDelivery } from './use-cases/schedule-delivery.ts';
import { takeReport } from './use-cases/take-report.ts';

const root = new URL('../', import.meta.url);

export async function startDelivery(env: DeliveryEnv): Promise<Service> {
  const db = openDatabase(env.DATABASE_URL, { schema, applicationName: 'delivery' });
  await migrate(db, new URL('migrations/', root));
  const log = createLogger('delivery', env.LOG_LEVEL);
  const shipping = await loadShipping(db.drizzle);
  const now = () => Temporal.Now.instant();
  const newId = randomUUID;
  const tell =
    (tx: Transaction): Tell =>
    (events) =>
      publish(tx, events);

  await db.transaction((tx) =>
    announceMethods({ announcements: announcements(tx), tell: tell(tx), shipping })(),
  );

  const report = (tx: Transaction) => takeReport({ deliveries: deliveries(tx), tell: tell(tx) });
  const carrier = simulatedCarrier({
    db,
    shipping,
    paceSeconds: env.CARRIER_PACE_SECONDS,
    now,
    takeReport: report,
  });
  const handlers = onOrderEvents({
    scheduleDelivery: (tx) =>
      scheduleDelivery({
        deliveries: deliveries(tx),
        announceParcel: carrier.announceParcel(tx),
        tell: tell(tx),
        shipping,
        now,
        newId,
      }),
    callOffDelivery: (tx) => callOffDelivery({ deliveries: deliveries(tx), now }),
  });
  const { CARRIER_WEBHOOK_SECRET: secret } = env;

  const deliveryChanges = changes(env.MAX_SUBSCRIPTIONS);
  const listener = listen(db, {
    handlers: { [CHANGED_CHANNEL]: deliveryChanges.tell },
    onListening: deliveryChanges.tellAll,
    onError: (err) => log.error({ err }, 'the connection for notices broke; trying again'),
  });

  const service = await startSubgraph({
    name: 'delivery',
    env,
    typeDefs: parse(await readFile(new URL('schema.graphql', root), 'utf8')),
    resolvers: resolvers({
      shipping,
      addressBooks: addressBooks(db),
      now,
      newId,
      changesOf: deliveryChanges.of,
    }),
    db,
    context: (request) => newContext(findDeliveries(db.drizzle), request),
    routes: (app) => {
      if (secret) app.register(carrierWebhook({ db, secret, now, takeReport: report }));
    },
    followers: [follow({ db, name: 'order', url: env.FEED_ORDER, token: env.FEED_TOKEN, handlers })],
    stop: async () => {
      await Promise.all([carrier.stop(), listener.stop()]);
    },
  });
  carrier.start((error) =>
    service.log.error({ err: error }, 'the simulated carrier could not move a parcel'),
  );
  return service;
}
