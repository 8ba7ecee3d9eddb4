/** What of an error reaches the client, and what stays in the log. */
import { afterEach, expect, test, vi } from 'vitest';
import { type Graph, says, startGraph } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
const internal = { stacktrace: ['at secret.ts:1'], exception: { password: 'secret' } };

test("a subgraph's error is told with its code, one without a code, or unexpected, is told as ours; nothing internal goes along", async () => {
  graph = await startGraph();
  const log = vi.spyOn(graph.router.log, 'error');
  const unexpected = { code: 'INTERNAL_SERVER_ERROR', serviceName: 'stock', traceId: TRACE };
  for (const [sent, told] of [
    [
      { message: 'Not now.', extensions: { code: 'NOT_NOW', hint: 'later', ...internal } },
      {
        message: 'Not now.',
        path: ['me'],
        extensions: { code: 'NOT_NOW', hint: 'later', serviceName: 'stock', traceId: TRACE },
      },
    ],
    [
      { message: 'secret', extensions: { code: 'INTERNAL_SERVER_ERROR', ...internal } },
      { message: 'Something went wrong on our side.', path: ['me'], extensions: unexpected },
    ],
    [
      { message: 'secret' },
      { message: 'Something went wrong on our side.', path: ['me'], extensions: unexpected },
    ],
  ]) {
    graph.stock.behave = says({ me: null }, 'no-store', [{ ...sent, path: ['me'] }]);
    expect((await graph.ask('{ me }', { headers })).body).toEqual({ data: { me: null }, errors: [told] });
  }
  expect(log).toHaveBeenCalledTimes(2);
  for (const [facts] of log.mock.calls) expect(JSON.stringify(facts)).toContain('secret');
});

test('a refused operation is told with its trace too', async () => {
  graph = await startGraph();
  for (const [query, code] of [
    ['{ product( }', 'GRAPHQL_PARSE_FAILED'],
    ['{ price }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($id: ID!) { product(id: $id) { name } }', 'BAD_USER_INPUT'],
    ['{ products(first: 51) { name } }', 'PAGE_TOO_LARGE'],
  ] as const) {
    const { body } = await graph.ask(query, { headers });
    expect(body.errors).toMatchObject([{ extensions: { code, traceId: TRACE } }]);
  }
});

test.each([
  ['closed', false],
  ['open', true],
] as const)(
  'with introspection %s, an error names what is in the schema: %s',
  async (INTROSPECTION, names) => {
    graph = await startGraph({ INTROSPECTION });
    const asked = [
      await graph.ask('{ produc(id: "1") { name } }'),
      await graph.ask('query ($id: ID!) { product(id: $id) { nam } }', { variables: { id: '1' } }),
    ];
    for (const { body } of asked) {
      expect(/Did you mean/.test(body.errors?.[0]?.message ?? '')).toBe(names);
    }
  },
);

test('a query that is too much is refused as that, before anybody looks whether it is right', async () => {
  graph = await startGraph();
  const { body } = await graph.ask('{ a { b { c { d { e { f } } } } } }');
  expect(body.errors).toMatchObject([{ extensions: { code: 'TOO_DEEP' } }]);
});

test('entities that are not those asked for, or not what they should be, are errors', async () => {
  graph = await startGraph();
  const query = '{ product(id: "7") { name inStock } }';
  for (const [entities, code] of [
    [[], 'SUBGRAPH_INVALID_RESPONSE'],
    [{}, 'SUBGRAPH_INVALID_RESPONSE'],
    [[{ inStock: 1 }, { inStock: 2 }], 'SUBGRAPH_INVALID_RESPONSE'],
    [[{ inStock: 'many' }], 'INVALID_RESULT'],
    [[{ inStock: { much: 1 } }], 'INVALID_RESULT'],
    [[[1]], undefined],
  ] as const) {
    graph.stock.behave = says({ _entities: entities });
    const { body } = await graph.ask(query);
    expect(body.data).toEqual({ product: { name: 'Product 7', inStock: null } });
    expect([entities, body.errors?.[0]?.extensions.code]).toEqual([entities, code]);
  }
});
