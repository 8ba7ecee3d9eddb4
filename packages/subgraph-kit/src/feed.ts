/**
 * The feed: other services follow what this one says, `GET /events?after=<cursor>&limit=&wait=<seconds>`.
 *
 * A position is handed out before its transaction commits, and commits overtake one another; "position > last" therefore loses
 * events. The cursor is (transaction id, position), and only transactions below pg_snapshot_xmin() are read: none of those is
 * still running, so nothing can appear behind the cursor any more.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database, Executor } from './database.ts';
import type { CloudEvent, FeedPage } from './events.ts';
import { listenToOutbox, type OutboxListener } from './outbox-listener.ts';
import type { Logger } from './service.ts';

type FeedDatabase = Pick<Database, 'pool'> & { drizzle: Executor };

export interface FeedOptions {
  /** CloudEvents source of this service, such as `/order`. */
  source: string;
  /** What a follower sends as `Authorization: Bearer …`. */
  token: string;
  log: Logger;
}

const question = z.object({
  after: z
    .string()
    .regex(/^\d{1,20}\.\d{1,19}$/)
    .default('0.0'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Seconds to wait for an event when there is none. */
  wait: z.coerce.number().min(0).max(30).default(0),
});

/** While a running transaction holds events back, nobody notifies when it ends: look again, less and less often. */
const HELD_BACK_PAUSE_MS = { first: 5, longest: 1_000 };

export function feedRoutes(app: FastifyInstance, db: FeedDatabase, options: FeedOptions): void {
  let listener: OutboxListener | undefined;
  const read = outboxReader(db, options.source);
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  app.addHook('onClose', async () => listener?.close());

  app.get('/events', async (request, reply) => {
    if (!hasToken(request.headers.authorization, options.token)) {
      return reply
        .code(401)
        .send({ error: 'UNAUTHENTICATED', message: 'Send the feed token as a bearer token.' });
    }
    const asked = question.safeParse(request.query);
    if (!asked.success) {
      return reply.code(400).send({ error: 'BAD_REQUEST', message: z.prettifyError(asked.error) });
    }
    const { after, limit, wait } = asked.data;
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const over = AbortSignal.any([gone.signal, closing.signal, AbortSignal.timeout(wait * 1000)]);
    listener ??= listenToOutbox(db, options.log);
    let pause = HELD_BACK_PAUSE_MS.first;
    while (true) {
      // Taken before reading: what is committed while we read must not be slept through.
      const { generation } = listener;
      // The last look is always a real one, in case the listening connection died without a sound.
      const last = wait === 0 || over.aborted;
      const { page, heldBack } = await read(after, limit, { generation, afresh: last });
      if (page.events.length > 0 || last) return page;
      await listener.newsAfter(generation, heldBack ? pause : undefined, over);
      pause = heldBack ? Math.min(pause * 2, HELD_BACK_PAUSE_MS.longest) : HELD_BACK_PAUSE_MS.first;
    }
  });
}

interface Read {
  page: FeedPage;
  /** There is more, but an older transaction still runs. */
  heldBack: boolean;
}

/**
 * Reads as little as it can: followers that ask for the same are given one read, and where the outbox ended is known until
 * there is news. So an event costs one statement here, however many follow.
 */
function outboxReader(db: FeedDatabase, source: string) {
  const reading = new Map<string, Promise<Read>>();
  let end: { cursor: string; generation: number } | undefined;

  return async (
    after: string,
    limit: number,
    now: { generation: number; afresh: boolean },
  ): Promise<Read> => {
    const { generation } = now;
    if (!now.afresh && end?.generation === generation && end.cursor === after) {
      return { page: { events: [], cursor: after }, heldBack: false };
    }
    const key = `${generation}/${after}/${limit}`;
    let read = reading.get(key);
    if (!read) {
      read = readPage(db, source, after, limit).finally(() => reading.delete(key));
      reading.set(key, read);
    }
    const { page, heldBack } = await read;
    if (page.events.length < limit && !heldBack) end = { cursor: page.cursor, generation };
    return { page, heldBack };
  };
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
export async function readPage(
  db: FeedDatabase,
  source: string,
  after: string,
  limit: number,
): Promise<Read> {
  const [transaction, position] = after.split('.');
  const { rows } = await db.drizzle.execute<OutboxRow>(sql`
    select
      transaction_id || '.' || position as cursor, id, type, subject,
      to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, data, traceparent,
      transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as safe
    from outbox
    where (transaction_id, position) > (${transaction}::xid8, ${position}::bigint)
    order by transaction_id, position
    limit ${limit}`);
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

/** Compares digests, so that neither content nor length shows in the time it takes. */
export function hasToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
