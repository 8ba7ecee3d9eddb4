import { EventEmitter, on } from 'node:events';
import { parse } from 'graphql';
import { createClient, type ExecutionResult } from 'graphql-sse';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requireVisitor } from '../src/graphql-errors.ts';
import type { Service } from '../src/service.ts';
import { type SubgraphRequest, startSubgraph } from '../src/subgraph.ts';
import { statementHeaders, type TestDatabase, testDatabase, testEnv } from '../src/testing.ts';

type NoTables = Record<string, never>;

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { me: String! }
  type Subscription { count(to: Int!): Int! notes: String! broken: String! failing: Int! private: String! }
`);

/** "note" with a text; whoever subscribes listens here. */
const notes = new EventEmitter();

const resolvers = {
  Query: { me: () => 'me' },
  Subscription: {
    count: {
      async *subscribe(_: unknown, { to }: { to: number }) {
        for (let count = 1; count <= to; count++) yield { count };
      },
    },
    notes: {
      async *subscribe(_: unknown, __: unknown, { visitor, signal }: SubgraphRequest) {
        for await (const [text] of on(notes, 'note', { signal })) yield { notes: `${visitor}: ${text}` };
      },
    },
    broken: {
      async *subscribe() {
        yield { broken: 'fine' };
        yield {};
      },
      resolve({ broken }: { broken?: string }) {
        if (broken === undefined) throw new Error('password of the database: hunter2');
        return broken;
      },
    },
    failing: {
      async *subscribe() {
        yield { failing: 1 };
        throw new Error('password of the database: hunter2');
      },
    },
    private: {
      subscribe(_: unknown, __: unknown, context: SubgraphRequest) {
        requireVisitor(context);
        return on(notes, 'note', { signal: context.signal });
      },
    },
  },
};

let db: TestDatabase<NoTables>;
let service: Service;

beforeEach(async () => {
  db = await testDatabase({ migrations: new URL('./migrations/', import.meta.url), schema: {} });
  const context = (request: SubgraphRequest) => ({ ...request });
  service = await startSubgraph({ name: 'notes', env: await testEnv(), typeDefs, resolvers, db, context });
});

afterEach(async () => {
  await service.stop();
  await db.drop();
});

async function subscribe(query: string, visitor?: string): Promise<AsyncIterableIterator<ExecutionResult>> {
  const headers = await statementHeaders('notes', visitor === undefined ? {} : { visitor });
  return createClient({ url: `${service.url}/graphql`, headers, retryAttempts: 0 }).iterate({ query });
}

async function all(results: AsyncIterable<ExecutionResult>): Promise<ExecutionResult[]> {
  const seen: ExecutionResult[] = [];
  for await (const result of results) seen.push(result);
  return seen;
}

test('a subscription is a stream of events with an end', async () => {
  expect(await all(await subscribe('subscription { count(to: 3) }'))).toEqual([
    { data: { count: 1 } },
    { data: { count: 2 } },
    { data: { count: 3 } },
  ]);
});

test('nobody subscribes without a statement of the router', async () => {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: '{"query":"subscription { count(to: 3) }"}',
  });
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('STATEMENT_REQUIRED');
});

test('events are for the visitor of the statement, until nobody listens any more', async () => {
  const results = await subscribe('subscription { notes }', 'v-1');
  const first = results.next();
  await vi.waitFor(() => expect(notes.listenerCount('note')).toBe(1), 20_000);
  notes.emit('note', 'hello');
  expect((await first).value.data).toEqual({ notes: 'v-1: hello' });
  await results.return?.();
  await vi.waitFor(() => expect(notes.listenerCount('note')).toBe(0), 20_000);
});

test('errors in a stream are masked as others are, and carry the trace', async () => {
  const [fine, broken] = await all(await subscribe('subscription { broken }'));
  expect(fine?.data).toEqual({ broken: 'fine' });
  expect(broken?.errors).toEqual([
    {
      message: 'Something went wrong on our side.',
      path: ['broken'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: expect.any(String) },
    },
  ]);
  const [refused] = await all(await subscribe('subscription { private }'));
  expect(refused?.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('events that end with an error end the stream without its last event, and the error stays here', async () => {
  const results = await subscribe('subscription { failing }');
  expect((await results.next()).value.data).toEqual({ failing: 1 });
  const error = await results.next().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain('hunter2');
});

test('what is not a subscription, or not in the schema, is told in the stream', async () => {
  for (const query of ['{ me }', 'subscription { nothing }']) {
    const [told, ...more] = await all(await subscribe(query));
    expect(told?.data).toBeUndefined();
    expect(told?.errors?.[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(more).toEqual([]);
  }
});

test('a stop does not wait for streams: who listens sees that it was not all', async () => {
  const results = await subscribe('subscription { notes }', 'v-1');
  const first = results.next();
  await vi.waitFor(() => expect(notes.listenerCount('note')).toBe(1), 20_000);
  const ended = expect(first).rejects.toThrow();
  await service.stop();
  await ended;
  await vi.waitFor(() => expect(notes.listenerCount('note')).toBe(0), 20_000);
});
