import type { CatalogEvent } from '../../events.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import { fullName, heaviest } from '../domain/variant-name.ts';

export const productChanged = (product: ProductDocument): CatalogEvent => ({
  type: 'arcade.catalog.ProductChanged.v1',
  subject: product.id,
  data: {
    productId: product.id,
    handle: product.handle,
    weight: heaviest(product),
    variants: product.variants.map((variant) => ({
      sku: variant.sku,
      name: fullName(product, variant),
      prices: variant.prices,
      weight: variant.weight,
    })),
  },
});
