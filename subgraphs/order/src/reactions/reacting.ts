import type { Transaction } from '@arcade/subgraph-kit/database';
import type { OfferedProduct } from '../domain/cart.ts';
import type { OrderId } from '../domain/ids.ts';
import type { Order, OrderEvent } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { Now, Orders } from '../use-cases/ports.ts';

/** What the reactions need; all of it happens in the transaction in which the message is recorded. */
export interface Reacting {
  ordersIn(tx: Transaction): Pick<Orders, 'update'>;
  copyOffers(tx: Transaction, product: OfferedProduct, toldAt: string): Promise<void>;
  copyShippingMethod(tx: Transaction, method: ShippingMethod, toldAt: string): Promise<void>;
  now: Now;
}

/** An answer to an order that does not exist is a fault: it is put aside where it is seen, not passed over. */
export async function change(
  { ordersIn }: Reacting,
  tx: Transaction,
  id: OrderId,
  decide: (order: Order) => OrderEvent[],
): Promise<void> {
  const changed = await ordersIn(tx).update(id, decide);
  if (!changed) throw new Error(`There is no order ${id}`);
}
