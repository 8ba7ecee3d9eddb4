/**
 * Reads the outbox in the order in which it may be read, and waits for more.
 *
 * A position is handed out before its transaction commits, and commits overtake one another; "position > last" therefore loses
 * events. The cursor is (transaction id, position), and only transactions below pg_snapshot_xmin() are read: none of those is
 * still running, so nothing can appear behind the cursor any more.
 *
 * Reads as little as it can: followers that ask for the same are given one read, and where the outbox ended is known until there
 * is news. So an event costs one statement here, however many follow.
 */
import { sql } from 'drizzle-orm';
import type { Database, Executor } from './database.ts';
import type { CloudEvent, FeedPage } from './events.ts';
import { listenToOutbox, type OutboxListener } from './outbox-listener.ts';
import type { Logger } from './service.ts';

export interface OutboxReader {
  /** The events after a cursor, waiting for the first of them until `over` says that an empty page will do. */
  after(cursor: string, options: { limit: number; over: AbortSignal }): Promise<FeedPage>;
  close(): Promise<void>;
}

/** Before the first event. */
export const START = '0.0';
/** One read, whatever limits its askers have, so that they can share it. */
const PAGE = 500;
/** While a running transaction holds events back, nobody notifies when it ends: look again, less and less often. */
const HELD_BACK_PAUSE_MS = { first: 5, longest: 1_000 };

interface Read {
  page: FeedPage;
  /** There is more, but an older transaction still runs. */
  heldBack: boolean;
}

/** @param source CloudEvents source of the service, such as `/order` */
export function outboxReader(
  db: Pick<Database, 'pool'> & { drizzle: Executor },
  { source, log }: { source: string; log: Logger },
): OutboxReader {
  const reading = new Map<string, Promise<Read>>();
  let listener: OutboxListener | undefined;
  let end: { cursor: string; generation: number } | undefined;

  async function read(after: string, generation: number): Promise<Read> {
    const key = `${generation}/${after}`;
    let shared = reading.get(key);
    if (!shared) {
      shared = readPage(db.drizzle, source, after).finally(() => reading.delete(key));
      reading.set(key, shared);
    }
    const { page, heldBack } = await shared;
    if (page.events.length < PAGE && !heldBack) end = { cursor: page.cursor, generation };
    return { page, heldBack };
  }

  return {
    async after(cursor, { limit, over }) {
      listener ??= listenToOutbox(db, log);
      let pause = HELD_BACK_PAUSE_MS.first;
      while (true) {
        // Taken before reading: what is committed while we read must not be slept through.
        const { generation } = listener;
        // The last look is always a real one, in case the listening connection died without a sound.
        const last = over.aborted;
        const nothingNew = end?.generation === generation && end.cursor === cursor;
        const { page, heldBack } =
          nothingNew && !last ? { page: emptyPage(cursor), heldBack: false } : await read(cursor, generation);
        if (page.events.length > 0 || last) return upTo(limit, page);
        await listener.newsAfter(generation, heldBack ? pause : undefined, over);
        pause = heldBack ? Math.min(pause * 2, HELD_BACK_PAUSE_MS.longest) : HELD_BACK_PAUSE_MS.first;
      }
    },
    close: async () => listener?.close(),
  };
}

const emptyPage = (cursor: string): FeedPage => ({ events: [], cursor });

function upTo(limit: number, { events, cursor }: FeedPage): FeedPage {
  const first = events.slice(0, limit);
  return { events: first, cursor: events.length > limit ? (first.at(-1)?.sequence ?? cursor) : cursor };
}

interface OutboxRow extends Record<string, unknown> {
  cursor: string;
  id: string;
  type: string;
  subject: string;
  time: string;
  data: unknown;
  traceparent: string | null;
  safe: boolean;
}

/** The events after a cursor that are safe to act on. A service follows its own outbox by this. */
async function readPage(db: Executor, source: string, after: string): Promise<Read> {
  const [transaction, position] = after.split('.');
  const { rows } = await db.execute<OutboxRow>(sql`
    select
      transaction_id || '.' || position as cursor, id, type, subject,
      to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, data, traceparent,
      transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as safe
    from outbox
    where (transaction_id, position) > (${transaction}::xid8, ${position}::bigint)
    order by transaction_id, position
    limit ${PAGE}`);
  const safe = rows.filter((row) => row.safe);
  const events = safe.map(
    (row): CloudEvent => ({
      specversion: '1.0',
      id: row.id,
      source,
      type: row.type,
      subject: row.subject,
      time: row.time,
      datacontenttype: 'application/json',
      data: row.data,
      sequence: row.cursor,
      ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    }),
  );
  return { page: { events, cursor: safe.at(-1)?.cursor ?? after }, heldBack: rows.length > safe.length };
}
