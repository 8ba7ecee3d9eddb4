/** What the use cases ask of the outside. Plain functions; `main.ts` and the tests hand them in. */
import type { Cart, Offer } from '../domain/cart.ts';
import type { CustomerId, Instant, OrderId, Sku } from '../domain/ids.ts';
import type { Order, OrderEvent } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';

export interface Orders {
  find(id: OrderId): Promise<Order | undefined>;
  /**
   * Loads, decides, saves; decides again when another writer was first. Undefined when there is no such order. Otherwise the
   * order as it is now, with the decision: the events that were appended, or a refusal, which changes nothing.
   */
  update<Refusal = never>(
    id: OrderId,
    decide: (order: Order) => OrderEvent[] | Refusal,
  ): Promise<{ order: Order; decision: OrderEvent[] | Refusal } | undefined>;
  /** Appends to an order that was just read. Undefined when another writer was first. */
  save(order: Order, events: OrderEvent[]): Promise<Order | undefined>;
  /** Begins an order and empties the cart. Undefined when the cart has changed since it was read or the key is taken. */
  place(cart: Cart, event: OrderEvent): Promise<Order | undefined>;
}

export interface Carts {
  read(visitor: CustomerId, candidate?: Sku): Promise<{ cart: Cart; offer: Offer | undefined }>;
  readCheckout(
    visitor: CustomerId,
    idempotencyKey: string,
  ): Promise<{ cart: Cart; methods: ShippingMethod[]; placed: Order | undefined }>;
  /** False when somebody else changed the cart since it was read. */
  save(cart: Cart): Promise<boolean>;
}

/** An order that order itself must see to, and the W3C trace of what made it so. */
export interface Claim {
  order: Order;
  traceparent: string | undefined;
}

export type Now = () => Instant;
