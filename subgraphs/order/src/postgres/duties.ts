/** Orders that wait for order itself: a payment to take or to give back, a deadline that has passed. */
import { sql } from 'drizzle-orm';
import { evolve, type Order, type OrderEvent } from '../domain/order.ts';
import type { Claim } from '../use-cases/ports.ts';
import type { Executor } from './executor.ts';

/**
 * Takes up to `limit` orders that are due, for `leaseMs`. Nobody else gets them meanwhile; whoever dies over one leaves it
 * to the next after that time.
 */
export async function claimDue(db: Executor, limit: number, leaseMs: number): Promise<Claim[]> {
  const { rows } = await db.execute<{ events: OrderEvent[]; traceparent: string | null }>(sql`
    with due as (
      select id from order_view where due_at <= now() order by due_at limit ${limit} for update skip locked
    ), claimed as (
      update order_view set due_at = now() + ${leaseMs} * interval '1 ms'
      where id in (select id from due) returning id, traceparent
    )
    select jsonb_agg(event order by version) as events, traceparent
    from order_event join claimed on claimed.id = order_id group by order_id, traceparent`);
  return rows.flatMap(({ events, traceparent }) => {
    const order = events.reduce<Order | undefined>(evolve, undefined);
    return order ? [{ order, traceparent: traceparent ?? undefined }] : [];
  });
}
