/** Places an order and waits a short while for its fate, so that most shoppers learn of a shortage or a declined card at once. */
import { type Checkout, type PlaceRefusal, place } from '../domain/checkout.ts';
import type { CustomerId, OrderId } from '../domain/ids.ts';
import { isSettled, type Order } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { Carts, Now, Orders } from './ports.ts';

interface Ports {
  carts: Carts;
  orders: Orders;
  now: Now;
  newIds: () => { orderId: OrderId; number: string };
  /** Used as long as delivery has not told of a single method. */
  standardMethod: ShippingMethod;
  /** Resolves when the order's fate is decided, or after the time that a shopper is made to wait. */
  settled: (id: OrderId) => Promise<void>;
}

/** A double click, the same cart in two windows: more than a few rounds is a fault. */
const ATTEMPTS = 5;

export const placeOrder =
  (ports: Ports) =>
  async (visitor: CustomerId, checkout: Checkout): Promise<Order | PlaceRefusal> => {
    const { carts, orders, now, standardMethod } = ports;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { cart, methods: told, placed } = await carts.readCheckout(visitor, checkout.idempotencyKey);
      if (placed) return repeated(ports, visitor, placed);

      const methods = told.length > 0 ? told : [standardMethod];
      const method = methods.find(({ code }) => code === checkout.shipping.method);
      const ids = ports.newIds();
      const decision = place(cart, checkout, method, ids, now());
      if (!Array.isArray(decision)) return decision;

      // Listening begins before the order can be answered: an answer in between would be missed.
      const settled = ports.settled(ids.orderId);
      const order = await orders.place(cart, decision[0]);
      if (!order) continue;
      await settled;
      return (await orders.find(order.orderId)) ?? order;
    }
    throw new Error(`The cart changed ${ATTEMPTS} times while its order was being placed`);
  };

/** The key has placed an order before: the same one is given, with the same outcome. Somebody else's key is not let in. */
async function repeated({ orders, settled }: Ports, visitor: CustomerId, placed: Order) {
  if (placed.customerId !== visitor) {
    return {
      refused: 'INVALID_INPUT' as const,
      fields: [{ field: 'idempotencyKey', code: 'UNKNOWN' as const }],
    };
  }
  if (isSettled(placed)) return placed;
  const answer = settled(placed.orderId);
  const order = await orders.find(placed.orderId);
  if (order && isSettled(order)) return order;
  await answer;
  return (await orders.find(placed.orderId)) ?? placed;
}
