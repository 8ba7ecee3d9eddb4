import type { CatalogEvent } from '../../events.ts';
import type { Prices } from '../domain/product.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import type { Level, Line, Movement } from '../domain/stock.ts';

/** A level, locked until the transaction ends, and whose it is. */
export interface LockedLevel extends Level {
  productId: string;
}

/** What a use case needs of the outside, all of it within one transaction. */
export interface Ports {
  /** Locks levels in the order of their SKUs, so that two orders never wait for one another. Unknown SKUs are left out. */
  lockLevels(skus: string[]): Promise<LockedLevel[]>;
  /** Locks the same, and takes the order in hand; undefined when it was taken in hand before. */
  claimOrder(orderId: string, skus: string[]): Promise<LockedLevel[] | undefined>;
  markShort(orderId: string): Promise<void>;
  /** Marks the order as released and gives what it held; undefined when there was nothing to release any more. */
  claimRelease(orderId: string): Promise<Line[] | undefined>;
  /** Appends movements to the ledger and changes the levels beside it. */
  record(movements: Movement[]): Promise<void>;
  /** False when there is no such variant. */
  setPrices(sku: string, prices: Prices): Promise<boolean>;
  productOf(sku: string): Promise<ProductDocument | undefined>;
  publish(events: CatalogEvent[]): Promise<void>;
}
