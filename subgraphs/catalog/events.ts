/**
 * What catalog tells the others: CloudEvents of type `arcade.catalog.<Name>.v1`, source `/catalog`.
 * Consumers parse what they read with schemas of their own; these types are the promise that catalog keeps.
 */
import type { Prices, Text } from './src/domain/product.ts';
import type { Availability, Shortage } from './src/domain/stock.ts';

/** Subject: the product's id. The whole of what others price and weigh by, sent when a product appears or changes. */
export interface ProductChanged {
  productId: string;
  handle: string;
  /** Grams, of the heaviest variant, packed. */
  weight: number;
  variants: {
    sku: string;
    /** Product and variant, such as 'Haru chair, Walnut'. */
    name: Text;
    /** Minor units. */
    prices: Prices;
    weight: number;
  }[];
}

/** Subject: the product's id. A variant ran low, ran out or is there again. */
export interface AvailabilityChanged {
  productId: string;
  sku: string;
  availability: Availability;
}

/** Subject of this and the following: the order's id. All lines of the order are held for it. */
export interface StockAllocated {
  orderId: string;
}

/** Nothing is held for the order: these lines lack stock. */
export interface StockShort {
  orderId: string;
  lines: Shortage[];
}

/** What was held for the order can be bought by others. */
export interface StockReleased {
  orderId: string;
}

export interface CatalogEvents {
  'arcade.catalog.ProductChanged.v1': ProductChanged;
  'arcade.catalog.AvailabilityChanged.v1': AvailabilityChanged;
  'arcade.catalog.StockAllocated.v1': StockAllocated;
  'arcade.catalog.StockShort.v1': StockShort;
  'arcade.catalog.StockReleased.v1': StockReleased;
}

export type CatalogEvent = {
  [Type in keyof CatalogEvents]: { type: Type; subject: string; data: CatalogEvents[Type] };
}[keyof CatalogEvents];
