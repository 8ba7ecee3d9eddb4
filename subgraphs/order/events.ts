/**
 * What order tells the others: CloudEvents of type `arcade.order.<Name>.v1`, source `/order`, subject the order's id.
 * Consumers parse what they read with schemas of their own; these types are the promise that order keeps.
 */
import type { Currency } from './src/domain/money.ts';
import type { Rejection } from './src/domain/order.ts';
import type { Address } from './src/domain/shipping.ts';

export interface Line {
  sku: string;
  quantity: number;
}

export interface OrderPlaced {
  orderId: string;
  customerId: string;
  lines: Line[];
}

/** Stock is allocated and the payment taken. `total` in minor units of `currency`, `weight` in grams. */
export interface OrderConfirmed {
  orderId: string;
  number: string;
  customerId: string;
  currency: Currency;
  total: number;
  weight: number;
  lines: Line[];
  shipping: Address & { method: string };
}

export interface OrderRejected {
  orderId: string;
  reason: Rejection['reason'];
}

/** By whom: the customer's id. */
export interface OrderCancelled {
  orderId: string;
  by: string;
}

export interface OrderEvents {
  'arcade.order.OrderPlaced.v1': OrderPlaced;
  'arcade.order.OrderConfirmed.v1': OrderConfirmed;
  'arcade.order.OrderRejected.v1': OrderRejected;
  'arcade.order.OrderCancelled.v1': OrderCancelled;
}
