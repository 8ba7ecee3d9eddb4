/**
 * Does what order itself owes an order: takes the payment once the stock is there, gives it back, ends the wait for stock.
 * The provider is called outside any transaction, so a crash in between repeats the call; its idempotency key makes that
 * the same payment.
 */
import { dutyOf, recordMoneyBack, recordPayment, timeOut } from '../domain/decisions.ts';
import { type Order, type OrderEvent, orderTotal } from '../domain/order.ts';
import type { Payments } from '../domain/payment.ts';
import type { Now, Orders } from './ports.ts';

/** @param order as it was just read */
export const performDuty =
  ({ orders, payments, now }: { orders: Orders; payments: Payments; now: Now }) =>
  async (order: Order): Promise<void> => {
    const { orderId, paymentToken } = order;
    switch (dutyOf(order)) {
      case 'charge': {
        const outcome = await payments.charge({ orderId, total: orderTotal(order), token: paymentToken });
        return record(order, (latest) => recordPayment(latest, outcome, now()));
      }
      case 'give-back': {
        const { refundId } = await payments.giveBack(orderId);
        return record(order, (latest) => recordMoneyBack(latest, refundId, now()));
      }
      case 'time-out':
        return record(order, (latest) => timeOut(latest, now()));
      case undefined:
        return;
    }

    async function record(read: Order, decide: (latest: Order) => OrderEvent[]): Promise<void> {
      const saved = await orders.save(read, decide(read));
      if (!saved) await orders.update(read.orderId, decide);
    }
  };
