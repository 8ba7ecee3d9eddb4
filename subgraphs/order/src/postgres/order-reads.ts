/** What shoppers see of their orders, from the projection: one statement, however many orders. */
import { sql } from 'drizzle-orm';
import type { CustomerId, OrderId } from '../domain/ids.ts';
import type { Order, OrderPage } from '../domain/order.ts';
import type { Executor } from './executor.ts';

/** This customer's orders among the ids. */
export async function ordersById(db: Executor, customer: CustomerId, ids: readonly OrderId[]) {
  const { rows } = await db.execute<{ snapshot: Order }>(sql`
    select snapshot from order_view where id = any(${sql.param([...ids])}) and customer_id = ${customer}`);
  return rows.map((row) => row.snapshot);
}

/** Newest first, beginning after the given order. */
export async function ordersOf(
  db: Executor,
  customer: CustomerId,
  first: number,
  after: { placedAt: string; id: string } | undefined,
): Promise<OrderPage> {
  const from = after ? sql`and (placed_at, id) < (${after.placedAt}::timestamptz, ${after.id})` : sql``;
  const { rows } = await db.execute<{ orders: Order[] | null; total: number }>(sql`
    select
      (select count(*)::int from order_view where customer_id = ${customer}) as total,
      (select jsonb_agg(snapshot) from (
        select snapshot from order_view where customer_id = ${customer} ${from}
        order by placed_at desc, id desc limit ${first + 1}
      ) page) as orders`);
  const orders = rows[0]?.orders ?? [];
  return { orders: orders.slice(0, first), hasMore: orders.length > first, total: rows[0]?.total ?? 0 };
}
