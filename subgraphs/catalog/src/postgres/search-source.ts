import type { Database } from '@arcade/subgraph-kit/database';
import { readPage } from '@arcade/subgraph-kit/feed';
import { listenToOutbox } from '@arcade/subgraph-kit/outbox-listener';
import type { Logger } from '@arcade/subgraph-kit/service';
import { sql } from 'drizzle-orm';
import type { Source } from '../search/projection.ts';
import { productsById } from './products.ts';
import { eachSearchDocument } from './search-documents.ts';

const page = 500;
/** While a running transaction holds events back, nobody notifies when it ends. */
const heldBackPauseMs = 50;

export function searchSource(db: Database, log: Logger): Source & { close(): Promise<void> } {
  const listener = listenToOutbox(db, log);
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
      while (true) {
        // Taken before reading: what is committed while we read must not be slept through.
        const { generation } = listener;
        const { page: read, heldBack } = await readPage(db, '/catalog', position, page);
        if (read.events.length > 0 || signal.aborted) {
          return {
            events: read.events.map(({ type, subject }) => ({ type, subject })),
            position: read.cursor,
          };
        }
        await listener.newsAfter(generation, heldBack ? heldBackPauseMs : undefined, signal);
      }
    },
    close: () => listener.close(),
  };
}
