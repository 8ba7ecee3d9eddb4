/** The catalogue's parts put together; `main.ts` runs it as a process, tests run it beside themselves. */
import { readFile } from 'node:fs/promises';
import { type Database, openDatabase } from '@arcade/subgraph-kit/database';
import { follow } from '@arcade/subgraph-kit/follow';
import { migrate } from '@arcade/subgraph-kit/migrate';
import { publish } from '@arcade/subgraph-kit/outbox';
import { outboxReader } from '@arcade/subgraph-kit/outbox-reader';
import { createLogger, type Service } from '@arcade/subgraph-kit/service';
import { startSubgraph } from '@arcade/subgraph-kit/subgraph';
import { parse } from 'graphql';
import type { Prices, SeedCatalogue } from './domain/product.ts';
import type { CatalogEnv } from './env.ts';
import { newContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { mediaRoutes } from './http/media.ts';
import { catalogueReader } from './postgres/catalogue-reader.ts';
import { addProducts, writeLead, writeTerms } from './postgres/catalogue-writer.ts';
import { portsOn } from './postgres/ports.ts';
import { productsById } from './postgres/products.ts';
import { searchSource } from './postgres/search-source.ts';
import * as tables from './postgres/tables.ts';
import { orderReactions } from './reactions/orders.ts';
import { SearchProjection } from './search/projection.ts';
import { changePrice } from './use-cases/change-price.ts';
import { fillCatalogue } from './use-cases/fill-catalogue.ts';
import { receiveStock } from './use-cases/receive-stock.ts';

export const migrations = new URL('../migrations/', import.meta.url);

/** A catalogue on a database that has its shape; the database is migrated first. */
export async function openCatalogueDatabase(url: string): Promise<Database<typeof tables>> {
  const db = openDatabase(url, { schema: tables, applicationName: 'catalog' });
  await migrate(db, migrations);
  return db;
}

/** Each part of a catalogue goes in by a transaction of its own. */
export const fill = (
  db: Database<typeof tables>,
  catalogue: SeedCatalogue,
  onProgress?: (seen: number, added: number) => void,
): Promise<void> =>
  fillCatalogue(
    catalogue,
    (work) =>
      db.transaction((tx) =>
        work({
          writeTerms: (terms) => writeTerms(tx, terms),
          addProducts: async (products) => productsById(tx, await addProducts(tx, products)),
          writeLead: (lead) => writeLead(tx, lead),
          publish: (events) => publish(tx, events),
        }),
      ),
    onProgress,
  );

/**
 * @param db closed when the service stops
 * @param now the clock by which reads that many share age, in milliseconds
 */
export async function startCatalog(
  env: Omit<CatalogEnv, 'DATABASE_URL'>,
  db: Database<typeof tables>,
  now?: () => number,
): Promise<Service> {
  const log = createLogger('catalog', env.LOG_LEVEL);
  const reader = catalogueReader(db.drizzle, now);
  const outbox = outboxReader(db, { source: '/catalog', log });
  const projection = new SearchProjection(searchSource(db, outbox));
  const began = performance.now();
  await projection.build();
  log.info(
    { products: projection.index.rows, ms: Math.round(performance.now() - began) },
    'search index built',
  );
  projection.follow((error) => log.warn({ err: error }, 'search cannot follow the catalogue; trying again'));

  return startSubgraph({
    name: 'catalog',
    env,
    db,
    outbox,
    typeDefs: parse(await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')),
    resolvers: resolvers({
      reader,
      index: projection.index,
      changePrice: (sku: string, prices: Prices) =>
        db.transaction((tx) => changePrice(portsOn(tx))(sku, prices)),
      receiveStock: (sku, quantity) => db.transaction((tx) => receiveStock(portsOn(tx))(sku, quantity)),
    }),
    context: ({ scopes }) => newContext(reader, scopes),
    routes: mediaRoutes,
    followers: [
      follow({
        db,
        name: 'order',
        url: env.FEED_ORDER,
        token: env.FEED_TOKEN,
        handlers: orderReactions(portsOn),
      }),
    ],
    stop: () => projection.stop(),
  });
}
