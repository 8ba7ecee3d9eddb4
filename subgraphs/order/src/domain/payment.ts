import type { OrderId } from './ids.ts';
import type { Money } from './money.ts';
import type { DeclineReason } from './order.ts';

export type ChargeOutcome =
  | { outcome: 'charged'; chargeId: string }
  | { outcome: 'declined'; reason: DeclineReason }
  /** Nobody knows whether money was taken; `giveBack` makes sure that none stays taken. */
  | { outcome: 'unanswered' };

/** Port to a payment provider. Both calls may be repeated at will: the order's id is the idempotency key. */
export interface Payments {
  charge(payment: { orderId: OrderId; total: Money; token: string }): Promise<ChargeOutcome>;
  /** Refunds what was taken for this order, or bars the provider from taking anything for it any more. */
  giveBack(orderId: OrderId): Promise<{ refundId?: string }>;
}
