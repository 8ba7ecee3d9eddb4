/**
 * Messages put aside. A message whose handler failed is tried again with growing pauses, then given up until somebody replays
 * it. Later messages of the same subject queue behind it, so that an aggregate's events never overtake one another; other
 * subjects go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Executor, Schema } from './database.ts';
import { errorText } from './error-text.ts';
import { type CloudEvent, cloudEvent } from './events.ts';
import type { EventHandler } from './follow.ts';
import { eventsHandled, parkedMessages } from './metrics.ts';
import type { Logger } from './service.ts';
import { incomingTrace, inSpan } from './telemetry.ts';

export interface RetrySchedule {
  /** Attempts in all; after the last the message is given up. */
  attempts: number;
  /** Pause after the first failure; doubles with each. */
  firstMs: number;
  longestMs: number;
}

export const standardRetries: RetrySchedule = { attempts: 10, firstMs: 200, longestMs: 60_000 };

/** How often to look when nothing is known to be due: another instance may have left something. */
const SWEEP_MS = 60_000;

/** Puts a message aside and moves the position past it. @returns false when another instance has moved it */
export async function park(
  db: Executor,
  message: { consumer: string; event: CloudEvent; error: unknown; from: string; retries: RetrySchedule },
): Promise<boolean> {
  const { consumer, event, from, retries } = message;
  const { rows } = await db.execute(sql`
    with moved as (
      update consumer_position set cursor = ${event.sequence} where consumer = ${consumer} and cursor = ${from} returning 1
    ), aside as (
      insert into parked_message (consumer, event_id, subject, event, attempts, next_attempt_at, error)
      select ${consumer}, ${event.id}::uuid, ${event.subject}, ${JSON.stringify(event)}::jsonb, 1, ${nextAttempt(1, retries)}, ${reason(message.error)}
      from moved
      on conflict (consumer, event_id) do nothing
    )
    select 1 from moved`);
  return rows.length > 0;
}

export interface ParkedMessage extends Record<string, unknown> {
  position: string;
  consumer: string;
  subject: string;
  event: CloudEvent;
  attempts: number;
  error: string | null;
  state: 'parked' | 'retrying' | 'waiting';
}

const state = sql`case when next_attempt_at is null then 'parked' when attempts > 0 then 'retrying' else 'waiting' end`;

export async function listParked(db: Executor): Promise<ParkedMessage[]> {
  const { rows } = await db.execute<ParkedMessage>(sql`
    select position, consumer, subject, event, attempts, error, ${state} as state
    from parked_message order by position limit 500`);
  return rows;
}

/** Makes messages due again, those given up included: one, or all. @returns how many */
export async function replayParked(db: Executor, position?: string): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update parked_message set attempts = 0, next_attempt_at = now()
    where ${position === undefined ? sql`true` : sql`position = ${position}::bigint`}`);
  return rowCount ?? 0;
}

export interface ParkedRetries {
  retries: RetrySchedule;
  run(log: Logger): Promise<void>;
  /** Something may be due. */
  look(): void;
}

export function retryParked<Tables extends Schema>(options: {
  db: Database<Tables>;
  name: string;
  handlers: Record<string, EventHandler<Tables>>;
  retries: RetrySchedule;
  signal: AbortSignal;
}): ParkedRetries {
  const { db, name, handlers, retries, signal } = options;
  let awake = new AbortController();

  async function run(log: Logger) {
    while (!signal.aborted) {
      awake = new AbortController();
      let next = SWEEP_MS;
      try {
        while (!signal.aborted && (await retryOne(log)));
        next = Math.min(SWEEP_MS, await nextDue());
      } catch (error) {
        log.warn({ err: error, consumer: name }, 'cannot look at parked messages; trying again');
        next = retries.longestMs;
      }
      await sleep(next, undefined, { signal: AbortSignal.any([signal, awake.signal]) }).catch(() => {});
    }
  }

  /** Handles the oldest due message that is first of its subject. @returns whether there was one */
  async function retryOne(log: Logger): Promise<boolean> {
    let taken: { event: CloudEvent; attempts: number; position: string } | undefined;
    try {
      return await db.transaction(async (tx) => {
        const { rows } = await tx.execute<{
          event: unknown;
          attempts: number;
          position: string;
          fresh: boolean;
        }>(sql`
          with due as (
            select position from parked_message as message
            where consumer = ${name} and next_attempt_at <= now() and not exists (
              select from parked_message as earlier
              where earlier.consumer = message.consumer and earlier.subject = message.subject
                and earlier.position < message.position
            )
            order by position limit 1
            for update skip locked
          ), taken as (
            delete from parked_message using due where parked_message.position = due.position
            returning parked_message.position, consumer, event_id, event, attempts
          ), claimed as (
            insert into inbox (consumer, event_id) select consumer, event_id from taken on conflict do nothing returning 1
          )
          select position, event, attempts, exists (select from claimed) as fresh from taken`);
        const [row] = rows;
        if (!row) return false;
        const event = cloudEvent.parse(row.event);
        taken = { event, attempts: row.attempts, position: row.position };
        const handler = handlers[event.type];
        const spanOptions = { kind: SpanKind.CONSUMER, parent: incomingTrace(event.traceparent) };
        if (row.fresh && handler) await inSpan(`retry ${event.type}`, spanOptions, () => handler(tx, event));
        eventsHandled.inc({ consumer: name, type: event.type, outcome: row.fresh ? 'done' : 'duplicate' });
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      await recordFailure(taken, error, log);
      return true;
    }
  }

  async function recordFailure(
    { event, attempts, position }: { event: CloudEvent; attempts: number; position: string },
    error: unknown,
    log: Logger,
  ): Promise<void> {
    const failed = attempts + 1;
    await db.drizzle.execute(sql`
      update parked_message
      set attempts = ${failed}, next_attempt_at = ${nextAttempt(failed, retries)}, error = ${reason(error)}
      where position = ${position}::bigint and attempts = ${attempts}`);
    eventsHandled.inc({ consumer: name, type: event.type, outcome: 'failed' });
    const facts = { err: error, consumer: name, event: event.id, type: event.type, attempts: failed };
    if (failed >= retries.attempts)
      log.error(facts, 'a message is given up; replay it when the cause is gone');
    else log.warn(facts, 'a message failed again');
  }

  /** Milliseconds until the next attempt. */
  async function nextDue(): Promise<number> {
    const { rows } = await db.drizzle.execute<{
      state: ParkedMessage['state'];
      messages: number;
      due: number | null;
    }>(sql`
      select ${state} as state, count(*)::int as messages,
        (extract(epoch from min(next_attempt_at) - clock_timestamp()) * 1000)::int as due
      from parked_message where consumer = ${name} group by 1`);
    for (const known of ['parked', 'retrying', 'waiting'] as const) {
      parkedMessages.set(
        { consumer: name, state: known },
        rows.find((row) => row.state === known)?.messages ?? 0,
      );
    }
    const due = rows.find((row) => row.state === 'retrying')?.due;
    return due === null || due === undefined ? SWEEP_MS : Math.max(10, due);
  }

  return { retries, run, look: () => awake.abort() };
}

function nextAttempt(failed: number, { attempts, firstMs, longestMs }: RetrySchedule): SQL {
  if (failed >= attempts) return sql`null`;
  const ms = Math.min(firstMs * 2 ** (failed - 1), longestMs);
  return sql`now() + ${ms} * interval '1 millisecond'`;
}

const reason = (error: unknown): string => errorText(error).slice(0, 2_000);
