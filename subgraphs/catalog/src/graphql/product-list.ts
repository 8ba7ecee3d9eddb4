import type { QueryProductsArgs, RequireFields, ResolversTypes } from '../generated/graphql.ts';
import type { CatalogueReader } from '../use-cases/read-catalogue.ts';
import { decodeCursor, encodeCursor, pageSize } from './arguments.ts';

const largestPage = 1_000;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const isProductId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/** Every product in an order that does not change while it is read: by id. */
export async function listProducts(
  reader: CatalogueReader,
  { first, after }: RequireFields<QueryProductsArgs, 'first'>,
): Promise<ResolversTypes['ProductConnection']> {
  const wanted = pageSize(first, largestPage);
  const last = after ? decodeCursor(after, isProductId) : undefined;
  // One more than the page tells whether there is a next one.
  const [products, totalCount] = await Promise.all([
    reader.productsAfter(last, wanted + 1),
    reader.countProducts(),
  ]);
  const edges = products.slice(0, wanted).map((node) => ({ cursor: encodeCursor(node.id), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: products.length > wanted,
      hasPreviousPage: last !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
