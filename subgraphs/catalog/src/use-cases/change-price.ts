import { checkPrices } from '../domain/price.ts';
import type { Prices } from '../domain/product.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import { type InvalidPrice, isRefusal, type UnknownVariant, unknownVariant } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';
import { productChanged } from './product-changed.ts';

/** Gives the variant's product as it is then. */
export const changePrice =
  ({ setPrices, productOf, publish }: Pick<Ports, 'setPrices' | 'productOf' | 'publish'>) =>
  async (sku: string, wanted: Prices): Promise<ProductDocument | UnknownVariant | InvalidPrice> => {
    const prices = checkPrices(wanted);
    if (isRefusal(prices)) return prices;
    const product = (await setPrices(sku, prices)) ? await productOf(sku) : undefined;
    if (!product) return unknownVariant(sku);
    await publish([productChanged(product)]);
    return product;
  };
