import { httpUrl, port, readEnv, subgraphEnv } from '@arcade/subgraph-kit/env';

export const readCatalogEnv = () =>
  readEnv({
    ...subgraphEnv,
    PORT: port(4001),
    /** The feed of the order subgraph. */
    FEED_ORDER: httpUrl.default('http://127.0.0.1:4002/events'),
  });

export type CatalogEnv = ReturnType<typeof readCatalogEnv>;
