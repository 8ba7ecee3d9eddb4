import type { Text } from './product.ts';
import type { ProductDocument, VariantDocument } from './product-document.ts';

/** What tells a variant from its siblings, such as 'Walnut, Large': only what differs; empty when it has none. */
export function variantName(product: Pick<ProductDocument, 'variants'>, variant: VariantDocument): Text {
  const colours = new Set(product.variants.map(({ colour }) => colour.code));
  const sizes = new Set(product.variants.map(({ size }) => size?.code));
  const terms = [
    ...(colours.size > 1 ? [variant.colour.name] : []),
    ...(sizes.size > 1 && variant.size ? [variant.size.name] : []),
  ];
  return { en: terms.map(({ en }) => en).join(', '), ko: terms.map(({ ko }) => ko).join(', ') };
}

/** The name where no page is around it: on a cart line, in an order. */
export function fullName(product: ProductDocument, variant: VariantDocument): Text {
  const own = variantName(product, variant);
  return {
    en: own.en ? `${product.name.en}, ${own.en}` : product.name.en,
    ko: own.ko ? `${product.name.ko}, ${own.ko}` : product.name.ko,
  };
}

/** Grams: shipping is asked for a product before a variant is chosen, so it is never promised too cheap. */
export const heaviest = ({ variants }: Pick<ProductDocument, 'variants'>): number =>
  Math.max(...variants.map(({ weight }) => weight));
