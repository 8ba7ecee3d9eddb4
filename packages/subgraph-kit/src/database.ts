/** One database of one service: Drizzle over a `pg` pool whose statements are counted. */
import { SpanKind } from '@opentelemetry/api';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { sqlStatements } from './metrics.ts';
import { inSpan, isTracing } from './telemetry.ts';

export type Schema = Record<string, unknown>;

export type Transaction<Tables extends Schema = Schema> = PgTransaction<
  NodePgQueryResultHKT,
  Tables,
  ExtractTablesWithRelations<Tables>
>;

/** What the kit's own statements need: the database itself, or a transaction in it. */
export type Executor = Pick<NodePgDatabase, 'execute'>;

export interface Database<Tables extends Schema = Schema> {
  drizzle: NodePgDatabase<Tables>;
  pool: pg.Pool;
  /** Runs work in one transaction; rolled back when it throws. */
  transaction<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function openDatabase<Tables extends Schema>(
  url: string,
  options: { schema: Tables; applicationName: string; maxConnections?: number },
): Database<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that breaks (PostgreSQL restarted) fails its query and is replaced by the pool. Without these listeners its
  // error event would end the process: the pool's for idle connections, the client's for those in use.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    countStatements(client);
  });
  const db = drizzle(pool, { schema: options.schema });
  return {
    drizzle: db,
    pool,
    transaction: (work) => db.transaction(work),
    close: () => pool.end(),
  };
}

const observers = new Set<(text: string) => void>();

/** Calls back with the text of every statement that this process sends, until the returned function is called. */
export function observeStatements(observer: (text: string) => void): () => void {
  observers.add(observer);
  return () => observers.delete(observer);
}

function countStatements(client: pg.PoolClient): void {
  // `query` has a dozen overloads; all that matters here is that its first argument holds the text.
  const target = client as unknown as { query(...args: unknown[]): unknown };
  const query = target.query.bind(client);
  target.query = (...args) => {
    const text = statementText(args[0]);
    sqlStatements.inc();
    for (const observer of observers) observer(text);
    if (!isTracing()) return query(...args);
    const name = text.trimStart().split(/\s/, 1)[0]?.toUpperCase() ?? 'SQL';
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text };
    return inSpan(name, { kind: SpanKind.CLIENT, attributes }, () => query(...args));
  };
}

function statementText(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}
