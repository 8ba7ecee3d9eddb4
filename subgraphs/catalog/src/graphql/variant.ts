import type { ProductDocument, VariantDocument } from '../domain/product-document.ts';
import { availability } from '../domain/stock.ts';
import { variantName } from '../domain/variant-name.ts';
import type { ColourResolvers, SizeResolvers, VariantResolvers } from '../generated/graphql.ts';
import { inLocale, money } from './arguments.ts';

export interface VariantOfProduct {
  product: ProductDocument;
  variant: VariantDocument;
}

/** Null when the product has no such variant. */
export function findVariant(product: ProductDocument | null, sku: string): VariantOfProduct | null {
  const variant = product?.variants.find((candidate) => candidate.sku === sku);
  return product && variant ? { product, variant } : null;
}

export const variant: VariantResolvers = {
  __resolveReference: async ({ sku }, { productBySku }) => findVariant(await productBySku.load(sku), sku),
  sku: ({ variant }) => variant.sku,
  product: ({ product }) => product,
  name: ({ product, variant }, { locale }) => inLocale(variantName(product, variant), locale),
  colour: ({ variant }) => variant.colour,
  size: ({ variant }) => variant.size,
  price: ({ variant }, { currency }) => money(variant.prices[currency], currency),
  availability: ({ variant }) => availability(variant.available),
  available: ({ variant }) => variant.available,
  weight: ({ variant }) => variant.weight,
  images: ({ variant }) => variant.pictures,
  image: ({ variant }) => firstPicture(variant),
};

export const colour: ColourResolvers = { name: ({ name }, { locale }) => inLocale(name, locale) };
export const size: SizeResolvers = { name: ({ name }, { locale }) => inLocale(name, locale) };

export function firstPicture({ sku, pictures: [first] }: VariantDocument): string {
  if (first === undefined) throw new Error(`variant ${sku} has no picture`);
  return first;
}
