import type { Category } from '../domain/product.ts';
import type { CategoryResolvers } from '../generated/graphql.ts';
import type { CatalogueReader } from '../use-cases/read-catalogue.ts';
import { inLocale } from './arguments.ts';

/** There are few categories: all are read together, and one is looked up among them. */
export const category = (reader: CatalogueReader): CategoryResolvers => ({
  __resolveReference: (reference) =>
    findCategory(reader, 'handle' in reference ? reference.handle : reference.id),
  // A category is known by its handle; it has no name that could change without its address changing.
  id: ({ handle }) => handle,
  name: ({ name }, { locale }) => inLocale(name, locale),
  description: ({ description }, { locale }) => inLocale(description, locale),
  image: ({ picture }) => picture,
  productCount: async ({ handle }) =>
    (await reader.categories()).find((counted) => counted.handle === handle)?.productCount ?? 0,
});

export async function findCategory(reader: CatalogueReader, handle: string): Promise<Category | null> {
  return (await reader.categories()).find((candidate) => candidate.handle === handle) ?? null;
}
