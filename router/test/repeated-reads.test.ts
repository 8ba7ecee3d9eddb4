/** One request whose plan asks for the same entities at several places. */
import { expect, test } from 'vitest';
import { createEngine } from '../src/engine.ts';
import { type SubgraphAnswer, type SubgraphClient, SubgraphFailure } from '../src/subgraphs/client.ts';
import { supergraphSdl } from './composed.ts';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const items = `${federation}
  type Query { first: Item second: Item list: [Item!]! }
  type Mutation { touch: Item }
  type Item @key(fields: "id") { id: ID! }
`;
const stock = `${federation}
  type Item @key(fields: "id") { id: ID! count: Int }
`;

const item = (id: string) => ({ __typename: 'Item', id });
const rows: Record<string, unknown> = {
  first: item('1'),
  second: item('1'),
  list: [item('2'), item('1')],
  touch: item('1'),
};

/** An engine, and the ids that its stock was asked for, oldest first. The stock counts how often it was asked for each. */
async function world() {
  const asked: string[] = [];
  let failures = 0;
  const stockAnswer = (body: string): Record<string, unknown> => {
    const { variables }: { variables: { representations: { id: string }[] } } = JSON.parse(body);
    const ids = variables.representations.map(({ id }) => id);
    asked.push(...ids);
    if (failures-- > 0) throw new SubgraphFailure('subgraph1', 'SUBGRAPH_UNAVAILABLE', 'It is down.');
    return { _entities: ids.map((id) => ({ count: asked.filter((each) => each === id).length })) };
  };
  const engine = await createEngine(supergraphSdl(items, stock), {
    connect: (name): SubgraphClient => ({
      name,
      async ask({ body }): Promise<SubgraphAnswer> {
        const data = name === 'subgraph0' ? fieldsIn(body) : stockAnswer(body);
        return { data, errors: [], cache: undefined, bytes: body.length, shared: false };
      },
      // biome-ignore lint/correctness/useYield: nothing here subscribes
      async *subscribe() {
        throw new Error('Nothing here subscribes.');
      },
      separateReads() {},
      async close() {},
    }),
    guard: { text() {}, document: () => undefined, operation: () => ({}) },
    shareRequests: false,
    entityCacheBytes: 0,
    planCacheBytes: 1_000_000,
    eventDeadlineMs: 10_000,
    report() {},
  });
  return {
    asked,
    failNext: () => {
      failures = 1;
    },
    async ask(query: string): Promise<unknown> {
      const asker = {
        identity: { visitor: undefined, scopes: new Set<string>() },
        method: 'POST' as const,
        deadline: performance.now() + 10_000,
        signal: undefined,
      };
      return JSON.parse((await engine.answer({ query }, asker)).body);
    },
  };
}

/** What the operation asks of the root, under the names that it wants. */
function fieldsIn(body: string): Record<string, unknown> {
  const { query }: { query: string } = JSON.parse(body);
  const asked = [...query.matchAll(/(?:(\w+): ?)?\b(first|second|list|touch)\b/g)];
  return Object.fromEntries(
    asked.map(([, alias, field = '']) => [alias ?? field, structuredClone(rows[field])]),
  );
}

test('an entity that several places need is asked for once', async () => {
  const { ask, asked } = await world();
  expect(await ask('{ first { count } second { count } list { count } }')).toEqual({
    data: { first: { count: 1 }, second: { count: 1 }, list: [{ count: 1 }, { count: 1 }] },
  });
  expect(asked.toSorted()).toEqual(['1', '2']);
});

test('what one place could not be told the other asks for itself', async () => {
  const { ask, asked, failNext } = await world();
  failNext();
  expect(await ask('{ first { count } second { count } }')).toMatchObject({
    data: { first: { count: null }, second: { count: 2 } },
    errors: [{ path: ['first'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
  expect(asked).toEqual(['1', '1']);
});

test('two mutations of one request read each what is true after it', async () => {
  const { ask } = await world();
  expect(await ask('mutation { one: touch { count } two: touch { count } }')).toEqual({
    data: { one: { count: 1 }, two: { count: 2 } },
  });
});
