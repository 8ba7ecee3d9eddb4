import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { feedPage } from '../src/events.ts';
import { requireScope, requireVisitor } from '../src/graphql-errors.ts';
import { publish } from '../src/outbox.ts';
import type { Service } from '../src/service.ts';
import { type SubgraphRequest, startSubgraph } from '../src/subgraph.ts';
import { statementHeaders, type TestDatabase, testDatabase, testEnv } from '../src/testing.ts';

const note = pgTable('note', { id: text().primaryKey() });
const schema = { note };
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { me: String! admin: Boolean! broken: String refused: String }
`);
const resolvers = {
  Query: {
    me: (_: unknown, __: unknown, context: SubgraphRequest) => requireVisitor(context),
    admin: (_: unknown, __: unknown, context: SubgraphRequest) => {
      requireScope(context, 'catalog:write');
      return true;
    },
    broken: () => {
      throw new Error('password of the database: hunter2');
    },
    refused: () => {
      throw new GraphQLError('Not now.', { extensions: { code: 'NOT_NOW' } });
    },
  },
};

let db: TestDatabase<typeof schema>;
let service: Service;

beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('./migrations/', import.meta.url), schema });
  service = await startSubgraph({
    name: 'notes',
    env: await testEnv(),
    typeDefs,
    resolvers,
    db,
    context: (request) => request,
  });
});

afterAll(async () => {
  await service.stop();
  await db.drop();
});

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.record(z.string(), z.unknown()) }))
    .optional(),
});

const codeOf = ({ errors }: z.infer<typeof answer>) => errors?.[0]?.extensions.code;

async function ask(query: string, headers: Record<string, string>) {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: answer.parse(await response.json()) };
}

test('the router may ask for a visitor', async () => {
  const { body } = await ask('{ me }', await statementHeaders('notes', { visitor: 'v-1' }));
  expect(body).toEqual({ data: { me: 'v-1' } });
});

test('nobody is answered without a statement, not even for the schema', async () => {
  for (const query of [
    '{ me }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ]) {
    const { status, body } = await ask(query, {});
    expect(status).toBe(401);
    expect(codeOf(body)).toBe('STATEMENT_REQUIRED');
  }
});

test('a statement for another subgraph, or one that was changed, is refused', async () => {
  const other = await statementHeaders('order', { visitor: 'v-1' });
  const [name, statement = ''] = Object.entries(await statementHeaders('notes', { visitor: 'v-1' }))[0] ?? [];
  const [header, , signature] = statement.split('.');
  const claims = Buffer.from(JSON.stringify({ iss: 'arcade-router', aud: 'notes', sub: 'v-2', exp: 9e9 }));
  const forged = [header, claims.toString('base64url'), signature].join('.');
  expect((await ask('{ me }', other)).status).toBe(401);
  expect((await ask('{ me }', { [name ?? '']: forged })).status).toBe(401);
});

test('without a visitor or a scope, what needs one says so', async () => {
  const nobody = await ask('{ me }', await statementHeaders('notes'));
  expect(codeOf(nobody.body)).toBe('UNAUTHENTICATED');
  const visitor = await ask('{ admin }', await statementHeaders('notes', { visitor: 'v-1' }));
  expect(codeOf(visitor.body)).toBe('FORBIDDEN');
  const clerk = await ask('{ admin }', await statementHeaders('notes', { scopes: ['catalog:write'] }));
  expect(clerk.body).toEqual({ data: { admin: true } });
});

test('an unexpected error is masked and carries the trace of the request', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { body } = await ask('{ broken refused }', {
    ...(await statementHeaders('notes')),
    traceparent: `00-${trace}-00f067aa0ba902b7-01`,
  });
  expect(JSON.stringify(body)).not.toContain('hunter2');
  const [broken, refused] = body.errors ?? [];
  expect(broken?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', traceId: trace });
  expect(refused).toMatchObject({ message: 'Not now.', extensions: { code: 'NOT_NOW', traceId: trace } });
});

test('what an error keeps to itself is in the log', async () => {
  const log = vi.spyOn(service.log, 'error');
  await ask('{ broken }', await statementHeaders('notes'));
  const [[facts] = []] = log.mock.calls;
  log.mockRestore();
  expect(facts).toMatchObject({
    err: new Error('password of the database: hunter2'),
    path: ['broken'],
  });
});

test('introspection is closed outside development, and no error suggests a name', async () => {
  const { body } = await ask('{ __schema { types { name } } }', await statementHeaders('notes'));
  expect(codeOf(body)).toBe('GRAPHQL_VALIDATION_FAILED');
  const misspelt = await ask('{ admn }', await statementHeaders('notes'));
  expect(misspelt.body.errors?.[0]?.message).toBe('Cannot query field "admn" on type "Query".');
});

test('the feed gives CloudEvents to who has the token, and nothing to others', async () => {
  await publish(db.drizzle, [{ type: 'arcade.notes.Noted.v1', subject: 'n-1', data: { text: 'hello' } }]);
  const refused = await fetch(`${service.url}/events`);
  expect(refused.status).toBe(401);
  const response = await fetch(`${service.url}/events`, {
    headers: { authorization: `Bearer ${(await testEnv()).FEED_TOKEN}` },
  });
  const page = feedPage.parse(await response.json());
  expect(page.events).toMatchObject([
    {
      specversion: '1.0',
      source: '/notes',
      type: 'arcade.notes.Noted.v1',
      subject: 'n-1',
      data: { text: 'hello' },
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    },
  ]);
  expect(page.cursor).toBe(page.events[0]?.sequence);
});

test('operators see messages put aside and replay them; nobody else does', async () => {
  await db.drizzle.execute(sql`
    insert into parked_message (consumer, event_id, subject, event, attempts, error)
    values ('order', gen_random_uuid(), 'o-1', '{}', 10, 'Error: the cause')`);
  const headers = { authorization: `Bearer ${(await testEnv()).FEED_TOKEN}` };
  const replay = (given: Record<string, string>) =>
    fetch(`${service.url}/parked/replay`, { method: 'POST', headers: given });
  expect((await fetch(`${service.url}/parked`)).status).toBe(401);
  expect((await replay({})).status).toBe(401);
  expect(await (await fetch(`${service.url}/parked`, { headers })).json()).toMatchObject({
    messages: [{ consumer: 'order', subject: 'o-1', state: 'parked', error: 'Error: the cause' }],
  });
  expect(await (await replay(headers)).json()).toEqual({ replayed: 1 });
  expect(await (await fetch(`${service.url}/parked`, { headers })).json()).toMatchObject({
    messages: [{ state: 'waiting' }],
  });
});

test('health, readiness and metrics answer without a statement', async () => {
  expect((await fetch(`${service.url}/livez`)).status).toBe(200);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  expect(metrics).toMatch(/^sql_statements_total \d+$/m);
});
