/**
 * The inbox forgets what cannot come again. An event is delivered twice when its answer was lost or two instances read the same page, which is
 * seconds later and caught by the stored position too; or when a position was set back, by hand or with a backup. Positions may be set back as
 * far as the inbox remembers.
 */
import { sql } from 'drizzle-orm';
import type { Executor } from './database.ts';

export const INBOX_DAYS = 30;
const BATCH = 1_000;

/** Removes the oldest of what a consumer handled more than `INBOX_DAYS` ago. @returns whether there may be more */
export async function pruneInbox(db: Executor, consumer: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    delete from inbox where (consumer, event_id) in (
      select consumer, event_id from inbox
      where consumer = ${consumer} and handled_at < now() - ${INBOX_DAYS} * interval '1 day'
      order by handled_at limit ${BATCH}
    )`);
  return rowCount === BATCH;
}
