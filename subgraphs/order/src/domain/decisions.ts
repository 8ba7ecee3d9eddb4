/**
 * What follows from what happens to an order. Every decision takes any state: messages come twice and late, and a
 * shopper may cancel at any moment. An empty list: nothing changes.
 */
import type { CustomerId, Instant } from './ids.ts';
import type { Order, OrderEvent, ShortLine } from './order.ts';
import type { ChargeOutcome } from './payment.ts';

export type CancelRefusal = { refused: 'UNKNOWN_ORDER' } | { refused: 'ORDER_NOT_CANCELLABLE'; order: Order };

/** Catalog holds the stock. Late, when the order was cancelled or timed out meanwhile, catalog lets go of it on that event. */
export function recordAllocation(order: Order, at: Instant): OrderEvent[] {
  return order.state === 'placed' ? [{ type: 'StockAllocated', at }] : [];
}

export function recordShortage(order: Order, lines: ShortLine[], at: Instant): OrderEvent[] {
  return order.state === 'placed'
    ? [{ type: 'OrderRejected', rejection: { reason: 'OUT_OF_STOCK', lines }, at }]
    : [];
}

/** Nobody answered for the stock in time. */
export function timeOut(order: Order, at: Instant): OrderEvent[] {
  return order.state === 'placed' ? [{ type: 'OrderRejected', rejection: { reason: 'TIMED_OUT' }, at }] : [];
}

/** The provider's answer. When the order was cancelled meanwhile, the money is owed already and goes back by that. */
export function recordPayment(order: Order, outcome: ChargeOutcome, at: Instant): OrderEvent[] {
  if (order.state !== 'allocated') return [];
  switch (outcome.outcome) {
    case 'charged':
      return [{ type: 'OrderConfirmed', chargeId: outcome.chargeId, at }];
    case 'declined':
      return [
        { type: 'OrderRejected', rejection: { reason: 'PAYMENT_DECLINED', decline: outcome.reason }, at },
      ];
    case 'unanswered':
      return [{ type: 'OrderRejected', rejection: { reason: 'PAYMENT_UNAVAILABLE' }, at }];
  }
}

/** Without a refund id the provider had taken nothing, and now never will. */
export function recordMoneyBack(order: Order, refundId: string | undefined, at: Instant): OrderEvent[] {
  if (!('moneyBack' in order) || order.moneyBack !== 'owed') return [];
  return [{ type: 'PaymentReturned', ...(refundId !== undefined && { refundId }), at }];
}

export const isCancellable = (order: Order) =>
  order.state === 'placed' || order.state === 'allocated' || order.state === 'confirmed';

/**
 * Cancels an order. Allowed until the parcel is dispatched; a repeat changes nothing. What counts is what order knows:
 * a parcel that leaves at the same moment is turned round by delivery, and the money goes back all the same.
 */
export function cancel(order: Order, by: CustomerId, at: Instant): OrderEvent[] | CancelRefusal {
  if (order.customerId !== by) return { refused: 'UNKNOWN_ORDER' };
  if (order.state === 'cancelled') return [];
  if (!isCancellable(order)) return { refused: 'ORDER_NOT_CANCELLABLE', order };
  return [{ type: 'OrderCancelled', by, at }];
}

export function recordDispatch(
  order: Order,
  parcel: { carrier: string; trackingNumber: string },
  at: Instant,
): OrderEvent[] {
  return order.state === 'confirmed'
    ? [{ type: 'OrderDispatched', ...parcel, at }]
    : afterConfirmation(order);
}

/** May overtake the dispatch: a delivered parcel has left. */
export function recordDelivery(order: Order, at: Instant): OrderEvent[] {
  return order.state === 'confirmed' || order.state === 'dispatched'
    ? [{ type: 'OrderDelivered', at }]
    : afterConfirmation(order);
}

/** Delivery acts on OrderConfirmed only; a parcel of an order that is not confirmed is a fault worth seeing, not a repeat. */
function afterConfirmation(order: Order): [] {
  if (order.state === 'placed' || order.state === 'allocated' || order.state === 'rejected') {
    throw new Error(`Order ${order.orderId} is ${order.state}, yet a parcel of it is on its way`);
  }
  return [];
}

/** What order itself must see to next: at once, or for `time-out` when the allocation's deadline has passed. */
export type Duty = 'time-out' | 'charge' | 'give-back';

export function dutyOf(order: Order): Duty | undefined {
  switch (order.state) {
    case 'placed':
      return 'time-out';
    case 'allocated':
      return 'charge';
    case 'cancelled':
    case 'rejected':
      return order.moneyBack === 'owed' ? 'give-back' : undefined;
    case 'confirmed':
    case 'dispatched':
    case 'delivered':
      return undefined;
  }
}
