/** For tests: databases of their own on real PostgreSQL, statements as the router signs them, counted SQL. */
import { randomBytes } from 'node:crypto';
import { createClient, type ExecutionResult } from 'graphql-sse';
import { exportJWK, generateKeyPair } from 'jose';
import pg from 'pg';
import { type Database, observeStatements, openDatabase, type Schema } from './database.ts';
import type { SubgraphEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { type Identity, STATEMENT_HEADER, statementSigner } from './statement.ts';

/** Of a cluster where databases may be made; `npm test` sets it to the embedded one. */
const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export interface TestDatabase<Tables extends Schema> extends Database<Tables> {
  url: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** A fresh, migrated database with a name of its own. */
export async function testDatabase<Tables extends Schema>(options: {
  migrations: URL;
  schema: Tables;
}): Promise<TestDatabase<Tables>> {
  const name = `arcade_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = Object.assign(new URL(SERVER), { pathname: `/${name}` }).href;
  const db = openDatabase(url, { schema: options.schema, applicationName: 'test' });
  await migrate(db, options.migrations);
  let closed: Promise<void> | undefined;
  // A service closes its database when it stops; closing it once more here must do no harm.
  const close = () => {
    closed ??= db.close();
    return closed;
  };
  return {
    ...db,
    url,
    close,
    async drop() {
      await close();
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What the work sent to PostgreSQL, statement by statement, BEGIN and COMMIT included: of this process, so run nothing beside it. */
export async function countStatements<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const stop = observeStatements((text) => statements.push(text));
  try {
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

const keys = generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });

/** Headers with which the router would ask this subgraph for this visitor; without one, for nobody. */
export async function statementHeaders(
  subgraph: string,
  identity: { visitor?: string; scopes?: string[] } = {},
): Promise<Record<string, string>> {
  const sign = await statementSigner(await exportJWK((await keys).privateKey));
  const asked: Identity = { visitor: identity.visitor, scopes: new Set(identity.scopes) };
  return { [STATEMENT_HEADER]: await sign(asked, subgraph) };
}

/** The events of a subscription, asked for as the router does; `return()` leaves. */
export async function subscribe<Data>(
  service: { name: string; url: string },
  visitor: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<AsyncIterableIterator<ExecutionResult<Data, unknown>>> {
  const headers = await statementHeaders(service.name, visitor === undefined ? {} : { visitor });
  const client = createClient({ url: `${service.url}/graphql`, headers, retryAttempts: 0 });
  return client.iterate<Data>({ query, variables });
}

/** The environment of a subgraph on a free port that believes `statementHeaders`. */
export async function testEnv(): Promise<Omit<SubgraphEnv, 'DATABASE_URL'>> {
  return {
    PORT: 0,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    STATEMENT_JWKS: { keys: [await exportJWK((await keys).publicKey)] },
    FEED_TOKEN: 'feed-token-of-the-tests',
  };
}
