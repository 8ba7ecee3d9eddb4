import { highestPrice, lowestPrice } from '../domain/price.ts';
import { type ProductDocument, relatedLimit, type VariantDocument } from '../domain/product-document.ts';
import { bestAvailability } from '../domain/stock.ts';
import { heaviest } from '../domain/variant-name.ts';
import type { MaterialResolvers, ProductResolvers } from '../generated/graphql.ts';
import { inLocale, languageOf, money, pageSize } from './arguments.ts';
import { findVariant, firstPicture } from './variant.ts';

export const product: ProductResolvers = {
  __resolveReference: (reference, { productById, productByHandle }) =>
    'id' in reference ? productById.load(reference.id) : productByHandle.load(reference.handle),
  name: ({ name }, { locale }) => inLocale(name, locale),
  summary: ({ summary }, { locale }) => inLocale(summary, locale),
  description: ({ description }, { locale }) => description[languageOf(locale)],
  details: ({ details }, { locale }) =>
    details.map(({ label, value }) => ({ label: inLocale(label, locale), value: inLocale(value, locale) })),
  weight: heaviest,
  variants: (product) => product.variants.map((variant) => ({ product, variant })),
  variant: (product, { sku }) =>
    (sku && findVariant(product, sku)) || { product, variant: firstForSale(product) },
  priceRange: ({ variants }, { currency }) => ({
    min: money(lowestPrice(variants, currency), currency),
    max: money(highestPrice(variants, currency), currency),
  }),
  image: (product) => firstPicture(firstForSale(product)),
  availability: ({ variants }) => bestAvailability(variants.map(({ available }) => available)),
  createdAt: ({ createdAt }) => new Date(createdAt).toISOString(),
  related: async ({ id }, { first }, { pageById }) => {
    const wanted = pageSize(first, relatedLimit);
    return (await pageById.load(id))?.related.slice(0, wanted) ?? [];
  },
};

export const material: MaterialResolvers = { name: ({ name }, { locale }) => inLocale(name, locale) };

/** The first that can be bought; when none can, the first. */
function firstForSale({ id, variants }: ProductDocument): VariantDocument {
  const first = variants.find(({ available }) => available > 0) ?? variants[0];
  if (!first) throw new Error(`product ${id} has no variants`);
  return first;
}
