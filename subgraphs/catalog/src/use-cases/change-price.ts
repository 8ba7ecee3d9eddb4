import { checkPrices } from '../domain/price.ts';
import type { Prices } from '../domain/product.ts';
import { productChanged } from '../domain/product-changed.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';

/** Gives the variant's product as it is then. */
export const changePrice =
  ({ setPrices, productOf, publish }: Pick<Ports, 'setPrices' | 'productOf' | 'publish'>) =>
  async (sku: string, wanted: Prices): Promise<ProductDocument | Refusal> => {
    const prices = checkPrices(wanted);
    if (isRefusal(prices)) return prices;
    const product = (await setPrices(sku, prices)) ? await productOf(sku) : undefined;
    if (!product) return { refused: 'UNKNOWN_VARIANT', sku };
    await publish([productChanged(product)]);
    return product;
  };
