/** Puts ports and adapters together: all of the service but its configuration and its HTTP server. */
import { randomBytes, randomUUID } from 'node:crypto';
import { changes } from '@arcade/subgraph-kit/changes';
import type { Database, Transaction } from '@arcade/subgraph-kit/database';
import { listen } from '@arcade/subgraph-kit/listen';
import { incomingTrace, inSpan } from '@arcade/subgraph-kit/telemetry';
import { dutyOf } from './domain/decisions.ts';
import { instant, orderId, orderNumber } from './domain/ids.ts';
import type { Payments } from './domain/payment.ts';
import type { ShippingMethod } from './domain/shipping.ts';
import { CartReads } from './graphql/cart-reads.ts';
import type { Application } from './graphql/context.ts';
import { readCart, readCheckout, saveCart } from './postgres/cart-store.ts';
import { copyOffers, copyShippingMethod, readShippingMethods } from './postgres/copies.ts';
import { claimDue } from './postgres/duties.ts';
import { ordersById, ordersOf } from './postgres/order-reads.ts';
import { CHANGED_CHANNEL, DUTY_CHANNEL, orderStore, SETTLED_CHANNEL } from './postgres/order-store.ts';
import type * as tables from './postgres/tables.ts';
import type { Reacting } from './reactions/reacting.ts';
import { cancelOrder } from './use-cases/cancel-order.ts';
import { acceptCartPrices, addToCart, setCartQuantity } from './use-cases/change-cart.ts';
import { openDesk } from './use-cases/duty-desk.ts';
import { performDuty } from './use-cases/perform-duty.ts';
import { placeOrder } from './use-cases/place-order.ts';
import type { Carts, Claim } from './use-cases/ports.ts';
import { Settlements } from './use-cases/settlements.ts';

export interface Settings {
  placeOrderWaitMs: number;
  allocationDeadlineMs: number;
  /** Must outlast every call to the payment provider, retries included. */
  dutyLeaseMs: number;
  standardMethod: ShippingMethod;
  /** At the same time, in this process. */
  maxSubscriptions: number;
}

export interface Log {
  error(facts: object, message: string): void;
}

export function createApplication(db: Database<typeof tables>, payments: Payments, settings: Settings) {
  const { allocationDeadlineMs, standardMethod } = settings;
  const now = () => instant(new Date());
  const orders = orderStore(db.drizzle, allocationDeadlineMs);
  const carts: Carts = {
    read: (visitor, candidate) => readCart(db.drizzle, visitor, candidate),
    readCheckout: (visitor, key) => readCheckout(db.drizzle, visitor, key),
    save: (cart) => saveCart(db.drizzle, cart),
  };
  const orderChanges = changes(settings.maxSubscriptions);
  const settlements = new Settlements(settings.placeOrderWaitMs);
  const newIds = () => {
    const at = now();
    return { orderId: orderId(randomUUID()), number: orderNumber(randomBytes(6), at) };
  };

  const app: Application = {
    addToCart: addToCart(carts),
    setCartQuantity: setCartQuantity(carts),
    acceptCartPrices: acceptCartPrices(carts),
    placeOrder: placeOrder({
      carts,
      orders,
      now,
      newIds,
      standardMethod,
      settled: (id) => settlements.of(id),
    }),
    cancelOrder: cancelOrder({ orders, now }),
    carts: new CartReads(async (visitor) => (await carts.read(visitor)).cart),
    ordersById: (customer, ids) => ordersById(db.drizzle, customer, ids),
    ordersOf: (customer, first, after) => ordersOf(db.drizzle, customer, first, after),
    changesOf: (id, over) => orderChanges.of(id, over),
    async shippingMethods() {
      const told = await readShippingMethods(db.drizzle);
      return told.length > 0 ? told : [standardMethod];
    },
  };

  const reacting: Reacting = {
    ordersIn: (tx: Transaction) => orderStore(tx, allocationDeadlineMs),
    copyOffers,
    copyShippingMethod,
    now,
  };

  const duty = performDuty({ orders, payments, now });
  const perform = ({ order, traceparent }: Claim) =>
    inSpan(`duty ${dutyOf(order)}`, { parent: incomingTrace(traceparent) }, () => duty(order));
  const claim = (limit: number) => claimDue(db.drizzle, limit, settings.dutyLeaseMs);

  /** Begins to work off duties and to hear of outcomes. */
  function start(log: Log): { stop(): Promise<void> } {
    const desk = openDesk({
      claimDue: claim,
      perform,
      capacity: 50,
      pollMs: 1_000,
      onError: (err, claim) =>
        log.error({ err, orderId: claim?.order.orderId }, 'a duty failed; it is tried again'),
    });
    const listener = listen(db, {
      handlers: {
        [DUTY_CHANNEL]: desk.wake,
        [SETTLED_CHANNEL]: (id) => settlements.tell(id),
        [CHANGED_CHANNEL]: orderChanges.tell,
      },
      onListening: orderChanges.tellAll,
      onError: (err) => log.error({ err }, 'the connection for notices broke; trying again'),
    });
    return {
      async stop() {
        await listener.stop();
        await desk.stop();
      },
    };
  }

  return { app, reacting, perform, claim, start };
}
