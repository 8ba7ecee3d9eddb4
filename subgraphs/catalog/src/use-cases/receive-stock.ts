import type { ProductDocument } from '../domain/product-document.ts';
import {
  isRefusal,
  type StockBelowAllocated,
  type UnknownVariant,
  unknownVariant,
} from '../domain/refusal.ts';
import { receive } from '../domain/stock.ts';
import { announceAvailability } from './announce-availability.ts';
import type { Ports } from './ports.ts';

/** Takes pieces into the warehouse; a negative quantity writes them off. Gives the variant's product as it is then. */
export const receiveStock =
  ({
    lockLevels,
    record,
    publish,
    productOf,
  }: Pick<Ports, 'lockLevels' | 'record' | 'publish' | 'productOf'>) =>
  async (sku: string, quantity: number): Promise<ProductDocument | UnknownVariant | StockBelowAllocated> => {
    const [level] = await lockLevels([sku]);
    if (!level) return unknownVariant(sku);
    const movement = receive(level, quantity);
    if (isRefusal(movement)) return movement;
    await record([movement]);
    await publish(announceAvailability([level], [movement]));
    return (await productOf(sku)) ?? unknownVariant(sku);
  };
