/**
 * An order: the events of its life, and what it is after them. The stream is the truth; everything else is
 * computed from it.
 */
import type { CustomerId, Instant, OrderId, Sku } from './ids.ts';
import type { Currency, Money, Prices } from './money.ts';
import type { Address } from './shipping.ts';
import type { Text } from './text.ts';

/** A line as it was bought; prices in both currencies so that it can go back into a cart. Weight in grams of one. */
export interface OrderLine {
  sku: Sku;
  name: Text;
  quantity: number;
  prices: Prices;
  weight: number;
}

export interface OrderShipping extends Address {
  method: string;
  /** Minor units of the order's currency. */
  price: number;
}

export interface ShortLine {
  sku: Sku;
  requested: number;
  available: number;
}

export type DeclineReason = 'DECLINED' | 'INSUFFICIENT_FUNDS' | 'EXPIRED_CARD';

export type Rejection =
  | { reason: 'OUT_OF_STOCK'; lines: ShortLine[] }
  | { reason: 'PAYMENT_DECLINED'; decline: DeclineReason }
  | { reason: 'PAYMENT_UNAVAILABLE' }
  | { reason: 'TIMED_OUT' };

/** What was said when the order was placed; it never changes. */
export interface Placement {
  orderId: OrderId;
  number: string;
  customerId: CustomerId;
  idempotencyKey: string;
  email: string;
  currency: Currency;
  lines: OrderLine[];
  shipping: OrderShipping;
  /** The provider's own name for the card; good for this shop only. */
  paymentToken: string;
}

export type OrderEvent = { at: Instant } & (
  | ({ type: 'OrderPlaced' } & Placement)
  | { type: 'StockAllocated' }
  | { type: 'OrderConfirmed'; chargeId: string }
  | { type: 'OrderRejected'; rejection: Rejection }
  | { type: 'OrderCancelled'; by: CustomerId }
  /** Answers "give it back" after a cancellation or a payment that stayed unanswered; without an id nothing had been taken. */
  | { type: 'PaymentReturned'; refundId?: string }
  | { type: 'OrderDispatched'; carrier: string; trackingNumber: string }
  | { type: 'OrderDelivered' }
);

/** Owed also when it is only possible that money was taken: the provider is asked, and answers with or without a refund. */
export type MoneyBack = 'nothing' | 'owed' | 'returned';

export type OrderMomentKind =
  | 'PLACED'
  | 'STOCK_ALLOCATED'
  | 'CONFIRMED'
  | 'REJECTED'
  | 'CANCELLED'
  | 'REFUNDED'
  | 'DISPATCHED'
  | 'DELIVERED';

interface Facts extends Placement {
  placedAt: Instant;
  /** Number of events so far. */
  version: number;
  history: { kind: OrderMomentKind; at: Instant }[];
}

export type Order = Facts &
  (
    | { state: 'placed' }
    /** The stock is ours; the payment has begun and is not answered yet. */
    | { state: 'allocated' }
    | { state: 'confirmed' | 'dispatched' | 'delivered'; chargeId: string }
    | { state: 'cancelled'; moneyBack: MoneyBack }
    | { state: 'rejected'; rejection: Rejection; moneyBack: MoneyBack }
  );

export function evolve(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') {
    const { type: _, at, ...placement } = event;
    return { ...placement, placedAt: at, version: 1, history: [{ kind: 'PLACED', at }], state: 'placed' };
  }
  if (!order) throw new Error(`A stream begins with OrderPlaced, not with ${event.type}`);
  switch (event.type) {
    case 'StockAllocated':
      return { ...facts(order, event.at, 'STOCK_ALLOCATED'), state: 'allocated' };
    case 'OrderConfirmed':
      return { ...facts(order, event.at, 'CONFIRMED'), state: 'confirmed', chargeId: event.chargeId };
    case 'OrderRejected': {
      const moneyBack = event.rejection.reason === 'PAYMENT_UNAVAILABLE' ? 'owed' : 'nothing';
      return {
        ...facts(order, event.at, 'REJECTED'),
        state: 'rejected',
        rejection: event.rejection,
        moneyBack,
      };
    }
    case 'OrderCancelled':
      return {
        ...facts(order, event.at, 'CANCELLED'),
        state: 'cancelled',
        moneyBack: order.state === 'placed' ? 'nothing' : 'owed',
      };
    case 'PaymentReturned': {
      if (order.state !== 'cancelled' && order.state !== 'rejected') throw outOfPlace(order, event);
      const known = facts(order, event.at, event.refundId === undefined ? undefined : 'REFUNDED');
      return order.state === 'cancelled'
        ? { ...known, state: 'cancelled', moneyBack: 'returned' }
        : { ...known, state: 'rejected', rejection: order.rejection, moneyBack: 'returned' };
    }
    case 'OrderDispatched':
    case 'OrderDelivered': {
      if (!('chargeId' in order)) throw outOfPlace(order, event);
      return event.type === 'OrderDispatched'
        ? { ...facts(order, event.at, 'DISPATCHED'), state: 'dispatched', chargeId: order.chargeId }
        : { ...facts(order, event.at, 'DELIVERED'), state: 'delivered', chargeId: order.chargeId };
    }
  }
}

const outOfPlace = (order: Order, event: OrderEvent) =>
  new Error(`${event.type} cannot follow in an order that is ${order.state}`);

/** The facts alone, one event further on. */
function facts(order: Order, at: Instant, kind: OrderMomentKind | undefined): Facts {
  const { orderId, number, customerId, idempotencyKey, email, currency, lines, shipping, paymentToken } =
    order;
  const placement = {
    orderId,
    number,
    customerId,
    idempotencyKey,
    email,
    currency,
    lines,
    shipping,
    paymentToken,
  };
  return {
    ...placement,
    placedAt: order.placedAt,
    version: order.version + 1,
    history: kind ? [...order.history, { kind, at }] : order.history,
  };
}

export const orderQuantity = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);

export const orderWeight = (order: Order) =>
  order.lines.reduce((sum, line) => sum + line.quantity * line.weight, 0);

export const orderSubtotal = ({ lines, currency }: Placement): Money => ({
  amount: lines.reduce((sum, line) => sum + line.quantity * line.prices[currency], 0),
  currency,
});

export const orderTotal = (order: Placement): Money => ({
  amount: orderSubtotal(order).amount + order.shipping.price,
  currency: order.currency,
});

/** Its fate is decided: what `placeOrder` waits for. */
export const isSettled = (order: Order) => order.state !== 'placed' && order.state !== 'allocated';

/** Some of a customer's orders, newest first. `total`: of all there are. */
export interface OrderPage {
  orders: Order[];
  hasMore: boolean;
  total: number;
}
