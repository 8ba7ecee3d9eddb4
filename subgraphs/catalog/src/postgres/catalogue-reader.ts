import type { Executor } from '@arcade/subgraph-kit/database';
import type { ProductDocument, ProductPage } from '../domain/product-document.ts';
import type { CatalogueReader, CountedCategory } from '../use-cases/read-catalogue.ts';
import { readCategories } from './categories.ts';
import {
  countProducts,
  newestProducts,
  popularProducts,
  productPages,
  productsAfter,
  productsByHandle,
  productsById,
  productsBySku,
  readLead,
} from './products.ts';
import { SharedReads } from './shared-reads.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Reads that many ask for at once are shared.
 * @param now the clock by which a shared answer ages, in milliseconds
 */
export function catalogueReader(db: Executor, now?: () => number): CatalogueReader {
  const share = <Value>(read: (keys: readonly string[]) => Promise<Map<string, Value>>) =>
    new SharedReads(read, now);
  const byKey = <Value>(values: Value[], key: (value: Value) => string) =>
    new Map(values.map((value) => [key(value), value]));
  const productById = share<ProductDocument>(async (ids) =>
    byKey(
      await productsById(
        db,
        ids.filter((id) => uuid.test(id)),
      ),
      ({ id }) => id,
    ),
  );
  const productByHandle = share<ProductDocument>(async (handles) =>
    byKey(await productsByHandle(db, handles), ({ handle }) => handle),
  );
  const productBySku = share<ProductDocument>(async (skus) => {
    const products = await productsBySku(db, skus);
    return new Map(products.flatMap((product) => product.variants.map(({ sku }) => [sku, product] as const)));
  });
  const pageById = share<ProductPage>(async (ids) =>
    byKey(await productPages(db, 'id', ids), ({ product }) => product.id),
  );
  const pageByHandle = share<ProductPage>(async (handles) =>
    byKey(await productPages(db, 'handle', handles), ({ product }) => product.handle),
  );
  const categories = share<CountedCategory[]>(
    async ([all = '']) => new Map([[all, await readCategories(db)]]),
  );
  return {
    productById,
    productByHandle,
    productBySku,
    pageById,
    pageByHandle,
    categories: async () => (await categories.load(['all']))[0] ?? [],
    newest: (first: number) => newestProducts(db, first),
    popular: (first: number) => popularProducts(db, first),
    lead: () => readLead(db),
    productsAfter: (id: string | undefined, first: number) => productsAfter(db, id, first),
    countProducts: () => countProducts(db),
    forget() {
      for (const reads of [productById, productByHandle, productBySku, pageById, pageByHandle]) reads.clear();
    },
  };
}
