import { type CancelRefusal, cancel } from '../domain/decisions.ts';
import type { CustomerId, OrderId } from '../domain/ids.ts';
import type { Order } from '../domain/order.ts';
import type { Now, Orders } from './ports.ts';

/** The money goes back afterwards, as a duty of its own: a provider that is down does not keep anyone from cancelling. */
export const cancelOrder =
  ({ orders, now }: { orders: Orders; now: Now }) =>
  async (id: OrderId, by: CustomerId): Promise<Order | CancelRefusal> => {
    const outcome = await orders.update(id, (order) => cancel(order, by, now()));
    if (!outcome) return { refused: 'UNKNOWN_ORDER' };
    return Array.isArray(outcome.decision) ? outcome.order : outcome.decision;
  };
