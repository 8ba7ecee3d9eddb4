/**
 * What delivery tells the others: CloudEvents of type `arcade.delivery.<Name>.v1`, source `/delivery`.
 * Consumers parse what they read with schemas of their own; these types are the promise that delivery keeps.
 */
import type { Country } from './src/domain/postcode.ts';
import type { Prices, Text } from './src/domain/shipping.ts';

/** Subject: the method's code. Sent once for each state of a method, so that others can price shipping by themselves. */
export interface ShippingMethodChanged {
  code: string;
  name: Text;
  /** Minor units. A country that is absent is one to which the method does not go. */
  prices: Partial<Record<Country, Prices>>;
  /** The weights that the method takes, both included. */
  grams: { min: number; max: number };
  /** Added once to the price of a parcel that is heavier than `aboveGrams`. */
  surcharge?: { aboveGrams: number; prices: Partial<Record<Country, Prices>> };
}

/** Subject of this and the following: the order's id. */
export interface DeliveryScheduled {
  orderId: string;
  deliveryId: string;
  /** The last day of the promise, ISO 8601 date. */
  promised: string;
}

export interface DeliveryDispatched {
  orderId: string;
  deliveryId: string;
  carrier: string;
  trackingNumber: string;
}

export interface DeliveryCompleted {
  orderId: string;
  deliveryId: string;
}

export interface DeliveryEvents {
  'arcade.delivery.ShippingMethodChanged.v1': ShippingMethodChanged;
  'arcade.delivery.DeliveryScheduled.v1': DeliveryScheduled;
  'arcade.delivery.DeliveryDispatched.v1': DeliveryDispatched;
  'arcade.delivery.DeliveryCompleted.v1': DeliveryCompleted;
}
