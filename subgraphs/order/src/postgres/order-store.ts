/**
 * Orders: a stream of events, its projection for lists, and what others are told of it, always in one statement, so that
 * they cannot come apart. The statement begins at the projection's row: who does not move it from the version that was
 * read, writes nothing.
 */
import { publishing } from '@arcade/subgraph-kit/outbox';
import { outgoingTraceparent } from '@arcade/subgraph-kit/telemetry';
import { DrizzleQueryError, type SQL, sql } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { dutyOf } from '../domain/decisions.ts';
import type { OrderId } from '../domain/ids.ts';
import { evolve, type Order, type OrderEvent } from '../domain/order.ts';
import type { Orders } from '../use-cases/ports.ts';
import { announcements } from './announcements.ts';
import { putBackLines } from './cart-store.ts';
import type { Executor } from './executor.ts';

/** NOTIFY channel: order itself has something to do. */
export const DUTY_CHANNEL = 'order_duty';
/** NOTIFY channel: the order whose id is the payload is not what it was. */
export const CHANGED_CHANNEL = 'order_changed';
/** NOTIFY channel: the fate of the order whose id is the payload is decided. */
export const SETTLED_CHANNEL = 'order_settled';

/** Losing to another writer this often in a row is not a race any more. */
const ATTEMPTS = 10;

export const orderStore = (db: Executor, allocationDeadlineMs: number): Orders => ({
  find: (id) => readStream(db, id),

  async update(id, decide) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const order = await readStream(db, id);
      if (!order) return undefined;
      const events = decide(order);
      if (!Array.isArray(events) || events.length === 0) return { order, decision: events };
      const changed = await save(db, order, events, allocationDeadlineMs);
      if (changed) return { order: changed, decision: events };
    }
    throw new Error(`Order ${id} changed ${ATTEMPTS} times while it was being changed`);
  },

  async save(order, events) {
    return save(db, order, events, allocationDeadlineMs);
  },

  async place(cart, event) {
    const order = evolve(undefined, event);
    const parts = appending(order, [event], allocationDeadlineMs, 'placed');
    const statement = sql`
      with emptied as (
        update cart set lines = '[]', version = version + 1
        where visitor_id = ${cart.visitor} and version = ${cart.version} returning visitor_id
      ), placed as (
        insert into order_view (id, version, number, customer_id, idempotency_key, placed_at, snapshot, due_at,
          traceparent)
        select ${order.orderId}, ${order.version}, ${order.number}, ${order.customerId}, ${order.idempotencyKey},
          ${order.placedAt}::timestamptz, ${JSON.stringify(order)}::jsonb, ${parts.due},
          ${parts.traceparent}
        from emptied returning id
      ), ${parts.rest}`;
    try {
      const { rows } = await db.execute(statement);
      return rows.length > 0 ? order : undefined;
    } catch (error) {
      if (isUniqueViolation(error)) return undefined;
      throw error;
    }
  },
});

/** The key (or, once in a billion, the number) is taken: the whole statement was undone. */
const isUniqueViolation = (error: unknown) =>
  error instanceof DrizzleQueryError && error.cause instanceof DatabaseError && error.cause.code === '23505';

/** The order as its events make it. */
async function readStream(db: Executor, id: OrderId): Promise<Order | undefined> {
  const { rows } = await db.execute<{ event: OrderEvent }>(
    sql`select event from order_event where order_id = ${id} order by version`,
  );
  return rows.map((row) => row.event).reduce<Order | undefined>(evolve, undefined);
}

/** The changed order, or undefined when another writer was first. A rejection puts the lines back into the cart. */
async function save(db: Executor, before: Order, events: OrderEvent[], allocationDeadlineMs: number) {
  const after = events.reduce<Order>(evolve, before);
  if (!events.some((event) => event.type === 'OrderRejected')) return append(db);
  return db.transaction(async (tx) => {
    const changed = await append(tx);
    if (changed) await putBackLines(tx, changed);
    return changed;
  });

  async function append(executor: Executor): Promise<Order | undefined> {
    const parts = appending(after, events, allocationDeadlineMs, 'moved');
    const { rows } = await executor.execute(sql`
      with moved as (
        update order_view
        set version = ${after.version}, snapshot = ${JSON.stringify(after)}::jsonb, due_at = ${parts.due},
          traceparent = ${parts.traceparent}
        where id = ${after.orderId} and version = ${before.version} returning id
      ), ${parts.rest}`);
    return rows.length > 0 ? after : undefined;
  }
}

/** The events that decide an order's fate. */
const settling = new Set<OrderEvent['type']>(['OrderConfirmed', 'OrderRejected', 'OrderCancelled']);

/** What every write has in common, hung on the part named `anchor`, which returns a row when the write goes ahead. */
function appending(after: Order, events: OrderEvent[], allocationDeadlineMs: number, anchor: string) {
  const goesAhead = sql`exists (select from ${sql.identifier(anchor)})`;
  const first = after.version - events.length + 1;
  const rows = events.map((event, index) => ({ version: first + index, event }));
  const told = events.flatMap((event) => announcements(after, event));
  const duty = dutyOf(after);
  const deadline = sql`${after.placedAt}::timestamptz + ${allocationDeadlineMs} * interval '1 ms'`;

  const notices: SQL[] = [sql`pg_notify(${CHANGED_CHANNEL}, ${after.orderId})`];
  if (duty && duty !== 'time-out') notices.push(sql`pg_notify(${DUTY_CHANNEL}, '')`);
  if (events.some(({ type }) => settling.has(type)))
    notices.push(sql`pg_notify(${SETTLED_CHANNEL}, ${after.orderId})`);
  const published = told.length > 0 ? sql`, published as (${publishing(told, goesAhead)})` : sql``;
  return {
    traceparent: sql`${outgoingTraceparent() ?? null}::text`,
    due: duty === 'time-out' ? deadline : duty ? sql`now()` : sql`null`,
    rest: sql`
      appended as (
        insert into order_event (order_id, version, event)
        select ${after.orderId}, version, event
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (version int, event jsonb)
        where ${goesAhead}
      )${published}
      select ${sql.join(notices, sql`, `)} from ${sql.identifier(anchor)}`,
  };
}
