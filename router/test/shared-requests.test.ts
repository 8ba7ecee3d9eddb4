/** Who gets the answer to whose request: identical ones at the same time, and what a mutation changes. */
import { afterEach, expect, test, vi } from 'vitest';
import { requestsShared, sharedReads } from '../src/metrics.ts';
import { type Graph, says, startGraph } from './graph.ts';

let graph: Graph;
afterEach(async () => {
  await graph.stop();
  requestsShared.reset();
  sharedReads.reset();
});

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, 20_000);
const named = (name: string) => says({ product: { __typename: 'Product', id: '1', name } });

async function post(body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.text();
}

/** How many joined another. */
async function joined(): Promise<number> {
  const counted = await Promise.all([requestsShared.get(), sharedReads.get()]);
  return counted.flatMap(({ values }) => values).reduce((sum, { value }) => sum + value, 0);
}

test.each([
  ['on', 'on', 1],
  ['on', 'off', 1],
  ['off', 'on', 1],
  ['off', 'off', 2],
] as const)(
  'with requests shared %s and reads %s, two identical queries ask %d times',
  async (SHARE_REQUESTS, SHARE_READS, times) => {
    graph = await startGraph({ SHARE_REQUESTS, SHARE_READS });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    graph.stock.behave = () => gate;
    const answers = [graph.ask('{ me }'), graph.ask('{ me }')];
    await until(async () => expect(graph.stock.seen.length + (await joined())).toBe(2));
    open();
    for (const { body } of await Promise.all(answers)) expect(body).toEqual({ data: { me: null } });
    expect(graph.stock.seen).toHaveLength(times);
  },
);

test.each([{ SHARE_REQUESTS: 'off' }, { SHARE_READS: 'off' }] as const)(
  'queries with other variables, or of another name, get each their own: %o',
  async (sharing) => {
    graph = await startGraph(sharing);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    graph.products.behave = () => gate;
    const query = 'query ($id: ID!) { product(id: $id) { name } }';
    const text = 'query A { products { name } } query B { product(id: "3") { name } }';
    const byName = (operationName: string) => post({ query: text, operationName });
    const varied = ['1', '2'].map((id) => graph.ask(query, { variables: { id } }));
    const both = ['A', 'B'].map(byName);
    await until(() => expect(graph.products.seen).toHaveLength(4));
    open();
    expect((await Promise.all(varied)).map(({ body }) => body.data)).toEqual([
      { product: { name: 'Product 1' } },
      { product: { name: 'Product 2' } },
    ]);
    const [a, b] = await Promise.all(both);
    expect(a).toContain('{"products":[');
    expect(b).toBe('{"data":{"product":{"name":"Product 3"}}}');
  },
);

test.each([{ SHARE_REQUESTS: 'off' }, { SHARE_READS: 'off' }] as const)(
  'a query after a mutation joins none from before it: %o',
  async (sharing) => {
    graph = await startGraph(sharing);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    graph.products.behave = async (reply) => {
      await gate;
      return named('Old')(reply);
    };
    const query = '{ product(id: "1") { name } }';
    const before = graph.ask(query);
    await until(() => expect(graph.products.seen).toHaveLength(1));
    graph.products.behave = says({ rename: { name: 'New' } });
    await graph.ask('mutation { rename(id: "1", name: "New") { name } }');
    graph.products.behave = named('New');
    const after = graph.ask(query);
    await until(() => expect(graph.products.seen).toHaveLength(3));
    open();
    expect((await after).body.data).toEqual({ product: { name: 'New' } });
    expect((await before).body.data).toEqual({ product: { name: 'Old' } });
  },
);

test('who asks what a query costs is told, and nobody else with them', async () => {
  graph = await startGraph();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  graph.products.behave = () => gate;
  const query = '{ product(id: "1") { name } }';
  const answers = [post({ query }), post({ query, extensions: { cost: true } })];
  await until(async () => expect(graph.products.seen.length + (await joined())).toBe(2));
  open();
  const [plain, told] = await Promise.all(answers);
  expect(plain).not.toContain('"cost"');
  expect(told).toContain('"cost":{"estimate":1}');
});

test('who shares a request gets the answer although the first who asked has gone', async () => {
  graph = await startGraph();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  graph.stock.behave = () => gate;
  const gone = new AbortController();
  const first = fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me }', variables: {} }),
    signal: gone.signal,
  });
  await until(() => expect(graph.stock.seen).toHaveLength(1));
  const second = graph.ask('{ me }');
  await until(async () => expect(await joined()).toBe(1));
  gone.abort();
  await expect(first).rejects.toThrow();
  // Until these are answered the router has heard of it.
  for (const id of ['1', '2', '3']) await graph.ask(`{ product(id: "${id}") { name } }`);
  open();
  expect((await second).body).toEqual({ data: { me: null } });
  expect(graph.stock.seen).toHaveLength(1);
});
