import type { Database } from '@arcade/subgraph-kit/database';
import type { OutboxReader } from '@arcade/subgraph-kit/outbox-reader';
import { sql } from 'drizzle-orm';
import type { Source } from '../search/projection.ts';
import { productsById } from './products.ts';
import { eachSearchDocument } from './search-documents.ts';

const page = 500;
const longestWaitMs = 30_000;

export function searchSource(db: Database, outbox: OutboxReader): Source {
  return {
    async position() {
      // What was committed before this moment is in the tables that are read next; the rest has this transaction id or a later one.
      const { rows } = await db.drizzle.execute<{ position: string }>(
        sql`SELECT pg_snapshot_xmin(pg_current_snapshot()) || '.0' AS position`,
      );
      const [row] = rows;
      if (!row) throw new Error('PostgreSQL named no position');
      return row.position;
    },
    eachDocument: (handle) => eachSearchDocument(db, handle),
    documentsOf: (ids) => productsById(db.drizzle, ids),
    async newsAfter(position, signal) {
      // Ends now and then without news, so that a silent loss of its connection is noticed.
      const over = AbortSignal.any([signal, AbortSignal.timeout(longestWaitMs)]);
      const { events, cursor } = await outbox.after(position, { limit: page, over });
      return { events: events.map(({ type, subject }) => ({ type, subject })), position: cursor };
    },
  };
}
