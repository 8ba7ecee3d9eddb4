/**
 * Brings a database to the shape that its service expects: the kit's own tables (outbox, inbox, …), then the service's.
 * A folder holds `0001_what.sql`, `0002_…` in the order of their names; drizzle-kit writes the same (its `meta/` is not needed here).
 * Each file runs in one transaction with its own record, so a failed one leaves nothing behind.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Database } from './database.ts';
import { errorText } from './error-text.ts';
import { StartError } from './service.ts';

const KIT_MIGRATIONS = new URL('../migrations/', import.meta.url);
/** Any number, the same in every process that migrates: two of them at once take turns. */
const ADVISORY_LOCK = 7_263_001;

export async function migrate(db: Pick<Database, 'pool'>, folder: URL): Promise<void> {
  const client = await connect(db.pool);
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(`
      create table if not exists migration (
        owner text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
        primary key (owner, name)
      )`);
    await applyFolder(client, 'kit', KIT_MIGRATIONS);
    await applyFolder(client, 'service', folder);
  } finally {
    // Ends the session, and the lock with it.
    client.release(true);
  }
}

async function applyFolder(client: pg.PoolClient, owner: string, folder: URL): Promise<void> {
  const applied = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration where owner = $1',
    [owner],
  );
  const hashes = new Map(applied.rows.map(({ name, hash }) => [name, hash]));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  for (const name of files) {
    const text = await readFile(new URL(name, withSlash(folder)), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const known = hashes.get(name);
    const place = fileURLToPath(new URL(name, withSlash(folder)));
    if (known !== undefined && known !== hash) {
      throw new StartError(
        `Migration ${place} was changed after it had been applied. Restore it and write a new file for the change.`,
      );
    }
    if (known !== undefined) continue;
    try {
      await client.query('begin');
      await client.query(text);
      await client.query('insert into migration (owner, name, hash) values ($1, $2, $3)', [
        owner,
        name,
        hash,
      ]);
      await client.query('commit');
    } catch (error) {
      // Where the connection is what failed, PostgreSQL has rolled back by itself.
      await client.query('rollback').catch(() => {});
      throw new StartError(
        `Migration ${place} failed: ${errorText(error)}. Nothing of it was applied; correct the file, start again.`,
      );
    }
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const { connectionString = '' } = pool.options;
    const { host, pathname } = new URL(connectionString);
    throw new StartError(
      `Database ${pathname.slice(1)} at ${host} cannot be reached: ${errorText(error)}. Start PostgreSQL there, or set DATABASE_URL.`,
    );
  }
}

function withSlash(folder: URL): URL {
  return folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
}
