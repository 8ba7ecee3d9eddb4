/** For tests: a catalogue that answers GraphQL as the router would ask it. */
import { statementHeaders, testEnv } from '@arcade/subgraph-kit/testing';
import { startCatalog } from '../catalog.ts';
import type { SeedProduct } from '../domain/product.ts';
import { catalogueOf } from '../testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what its test asks for
type Answer = { data?: any; errors?: { message: string; extensions: Record<string, unknown> }[] };

export async function runningCatalog(...products: SeedProduct[]) {
  const db = await catalogueOf(...products);
  const service = await startCatalog(
    // Nobody listens there: these tests have no orders from outside.
    { ...(await testEnv()), FEED_ORDER: 'http://127.0.0.1:9/events' },
    db,
  );
  return {
    db,
    url: service.url,
    async ask(query: string, variables: object = {}, scopes: string[] = []): Promise<Answer> {
      const response = await fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(await statementHeaders('catalog', { visitor: 'visitor-1', scopes })),
        },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as Promise<Answer>;
    },
    async stop() {
      await service.stop();
      await db.drop();
    },
  };
}
