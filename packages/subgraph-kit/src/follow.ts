/**
 * Follows another service's feed, from the position that is stored here. Delivery is at least once; the inbox makes the
 * effect happen once: the event's id, the new position and the handler's effects are one transaction.
 * A handler that fails puts its message aside (`parked.ts`), where it is tried again while others go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import { sql } from 'drizzle-orm';
import type { Database, Schema, Transaction } from './database.ts';
import { type CloudEvent, type FeedPage, feedPage } from './events.ts';
import { pruneInbox } from './inbox.ts';
import { eventsHandled, feedLag, feedReachable } from './metrics.ts';
import { START } from './outbox-reader.ts';
import { park, type RetrySchedule, retryParked, standardRetries } from './parked.ts';
import type { Logger } from './service.ts';
import { incomingTrace, inSpan } from './telemetry.ts';

export type EventHandler<Tables extends Schema = Schema> = (
  tx: Transaction<Tables>,
  event: CloudEvent,
) => Promise<void>;

export interface FollowOptions<Tables extends Schema> {
  db: Database<Tables>;
  /** Under which the position is stored: the source's name, such as `catalog`. */
  name: string;
  /** The source's feed, such as http://127.0.0.1:4001/events. */
  url: string;
  token: string;
  /** By event type; events of other types are passed over. A handler may be called again after it threw. */
  handlers: Record<string, EventHandler<Tables>>;
  retries?: RetrySchedule;
}

export interface Follower {
  name: string;
  start(log: Logger): void;
  /** Looks at parked messages now, not at the next turn. */
  retryNow(): void;
  /** Finishes the event in hand. */
  stop(): Promise<void>;
}

const WAIT_SECONDS = 25;
const PAGE = 200;
const PRUNE_INBOX_MS = 3_600_000;
/** Between reads of a source that does not answer. */
const RECONNECT_MS = { first: 250, longest: 5_000 };

export function follow<Tables extends Schema>(options: FollowOptions<Tables>): Follower {
  const { db, name, handlers } = options;
  const stopped = new AbortController();
  const parked = retryParked({
    ...options,
    retries: options.retries ?? standardRetries,
    signal: stopped.signal,
  });
  let running: Promise<unknown> = Promise.resolve();
  /** As in the database; undefined when it has to be read. */
  let stored: string | undefined;

  async function run(log: Logger) {
    let pause = RECONNECT_MS.first;
    let cursor: string | undefined;
    let pruneAt = 0;
    while (!stopped.signal.aborted) {
      try {
        if (stored === undefined) {
          stored = await loadPosition();
          cursor = stored;
        }
        // One batch between two pages, so that events do not wait long for what has piled up.
        if (performance.now() >= pruneAt && !(await pruneInbox(db.drizzle, name))) {
          pruneAt = performance.now() + PRUNE_INBOX_MS;
        }
        const page = await read(cursor ?? stored);
        if (pause > RECONNECT_MS.first) log.info({ consumer: name }, 'the feed answers again');
        pause = RECONNECT_MS.first;
        cursor = await handlePage(page, log);
      } catch (error) {
        if (stopped.signal.aborted) return;
        feedReachable.set({ consumer: name }, 0);
        stored = undefined;
        log.warn({ err: error, consumer: name, retryInMs: pause }, 'cannot follow the feed; trying again');
        await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {});
        pause = Math.min(pause * 2, RECONNECT_MS.longest);
      }
    }
  }

  async function read(after: string): Promise<FeedPage> {
    const url = new URL(options.url);
    url.search = new URLSearchParams({ after, limit: String(PAGE), wait: String(WAIT_SECONDS) }).toString();
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout((WAIT_SECONDS + 10) * 1000)]);
    const response = await fetch(url, { headers: { authorization: `Bearer ${options.token}` }, signal });
    if (!response.ok) throw new Error(`${url.origin}${url.pathname} answered ${response.status}`);
    const page = feedPage.parse(await response.json());
    feedReachable.set({ consumer: name }, 1);
    const newest = page.events.at(-1);
    feedLag.set({ consumer: name }, newest ? Math.max(0, Date.now() - Date.parse(newest.time)) / 1000 : 0);
    return page;
  }

  /** @returns the cursor to read from next; undefined when another instance was faster and the position must be read again */
  async function handlePage(page: FeedPage, log: Logger): Promise<string | undefined> {
    for (const event of page.events) {
      if (stopped.signal.aborted) return event.sequence;
      const handler = handlers[event.type];
      if (handler && !(await handle(event, handler, log))) {
        stored = undefined;
        return undefined;
      }
    }
    // Passing over events costs nothing, so the position is stored with the next that is handled, or after a full page of others.
    if (page.events.length === PAGE && stored !== page.cursor) await storePosition(page.cursor);
    return page.cursor;
  }

  /** @returns false when another instance of this consumer has moved the position */
  async function handle(event: CloudEvent, handler: EventHandler<Tables>, log: Logger): Promise<boolean> {
    const spanOptions = { kind: SpanKind.CONSUMER, parent: incomingTrace(event.traceparent) };
    return inSpan(`handle ${event.type}`, spanOptions, async () => {
      let outcome: 'done' | 'duplicate' | 'waiting' | 'failed' | 'overtaken';
      try {
        outcome = await db.transaction(async (tx) => {
          const claimed = await claim(tx, event);
          if (claimed === 'done') await handler(tx, event);
          return claimed;
        });
      } catch (error) {
        log.warn(
          { err: error, consumer: name, event: event.id, type: event.type },
          'an event failed and is put aside',
        );
        // Throws when the database is gone: then the event stays where it is, unread.
        const moved = await park(db.drizzle, {
          consumer: name,
          event,
          error,
          from: stored ?? '',
          retries: parked.retries,
        });
        outcome = moved ? 'failed' : 'overtaken';
      }
      if (outcome === 'overtaken') return false;
      stored = event.sequence;
      eventsHandled.inc({ consumer: name, type: event.type, outcome });
      if (outcome === 'failed' || outcome === 'waiting') parked.look();
      return true;
    });
  }

  /** Moves the position and records the event, or queues it behind a parked one of its subject: one statement. */
  async function claim(
    tx: Transaction<Tables>,
    event: CloudEvent,
  ): Promise<'done' | 'duplicate' | 'waiting' | 'overtaken'> {
    const { rows } = await tx.execute<{ moved: boolean; claimed: boolean; waiting: boolean }>(sql`
      with moved as (
        update consumer_position set cursor = ${event.sequence} where consumer = ${name} and cursor = ${stored} returning 1
      ), blocked as (
        select 1 from parked_message where consumer = ${name} and subject = ${event.subject} limit 1
      ), waiting as (
        insert into parked_message (consumer, event_id, subject, event, attempts, next_attempt_at)
        select ${name}, ${event.id}::uuid, ${event.subject}, ${JSON.stringify(event)}::jsonb, 0, now()
        from moved, blocked
        on conflict (consumer, event_id) do nothing
      ), claimed as (
        insert into inbox (consumer, event_id)
        select ${name}, ${event.id}::uuid from moved where not exists (select from blocked)
        on conflict do nothing
        returning 1
      )
      select exists (select from moved) as moved, exists (select from claimed) as claimed, exists (select from blocked) as waiting`);
    const [row] = rows;
    if (!row?.moved) return 'overtaken';
    if (row.waiting) return 'waiting';
    return row.claimed ? 'done' : 'duplicate';
  }

  async function loadPosition(): Promise<string> {
    const { rows } = await db.drizzle.execute<{ cursor: string }>(sql`
      insert into consumer_position (consumer, cursor) values (${name}, ${START})
      on conflict (consumer) do update set cursor = consumer_position.cursor
      returning cursor`);
    const [row] = rows;
    if (!row) throw new Error(`no position for ${name}`);
    return row.cursor;
  }

  async function storePosition(cursor: string): Promise<void> {
    await db.drizzle.execute(
      sql`update consumer_position set cursor = ${cursor} where consumer = ${name} and cursor = ${stored}`,
    );
    stored = cursor;
  }

  return {
    name,
    start(log) {
      running = Promise.all([run(log), parked.run(log)]);
    },
    retryNow: () => parked.look(),
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
