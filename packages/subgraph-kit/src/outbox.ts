/** The outbox: what a service says is committed with what it did, and read from here by the feed. */
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from './database.ts';
import type { NewEvent } from './events.ts';
import { outgoingTraceparent } from './telemetry.ts';

/** Records events in the caller's transaction: one statement, however many events. */
export async function publish(tx: Executor, events: readonly NewEvent[]): Promise<void> {
  if (events.length > 0) await tx.execute(publishing(events));
}

/**
 * The same as a statement, to be one part (`with … as (…)`) of a statement that does more.
 * @param condition says nothing unless this holds, such as that another part of the statement changed a row
 */
export function publishing(events: readonly NewEvent[], condition: SQL = sql`true`): SQL {
  const traceparent = outgoingTraceparent();
  const rows = events.map(({ type, subject, data, time = new Date() }) => ({
    id: randomUUID(),
    type,
    subject,
    time,
    data,
    traceparent,
  }));
  return sql`
    insert into outbox (id, type, subject, time, data, traceparent)
    select id, type, subject, time, data, traceparent
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as event (id uuid, type text, subject text, time timestamptz, data jsonb, traceparent text)
    where ${condition}`;
}
