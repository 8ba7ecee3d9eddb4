/** For tests: a catalogue that answers GraphQL as the router would ask it. */
import { statementHeaders, testEnv } from '@arcade/subgraph-kit/testing';
import { startCatalog } from '../catalog.ts';
import type { SeedProduct } from '../domain/product.ts';
import { catalogueOf } from '../testing.ts';

interface Answer<Data> {
  data: Data;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

export async function runningCatalog(...products: SeedProduct[]) {
  const db = await catalogueOf(...products);
  let ahead = 0;
  const service = await startCatalog(
    // Nobody listens there: these tests have no orders from outside.
    { ...(await testEnv()), FEED_ORDER: 'http://127.0.0.1:9/events' },
    db,
    () => performance.now() + ahead,
  );
  return {
    db,
    url: service.url,
    /** Moves the clock by which shared reads age. */
    pass(milliseconds: number) {
      ahead += milliseconds;
    },
    /** The type is what the query asks for, by the schema. */
    async ask<Data = Record<string, unknown>>(
      query: string,
      variables: object = {},
      scopes: string[] = [],
    ): Promise<Answer<Data>> {
      const response = await fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(await statementHeaders('catalog', { visitor: 'visitor-1', scopes })),
        },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as Promise<Answer<Data>>;
    },
    async stop() {
      await service.stop();
      await db.drop();
    },
  };
}
