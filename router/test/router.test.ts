import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { accessToken, compose, type Graph, products, startGraph, strangerKey } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

const PRODUCT = '{ product(id: "7") { name inStock } }';
const codes = ({ body }: Awaited<ReturnType<Graph['ask']>>) =>
  body.errors?.map(({ extensions }) => extensions.code);

test('one answer is put together from two subgraphs', async () => {
  graph = await startGraph();
  const { body } = await graph.ask(PRODUCT);
  expect(body).toEqual({ data: { product: { name: 'Product 7', inStock: 1 } } });
});

test('a subgraph that is down costs its own fields only, and is named', async () => {
  graph = await startGraph();
  await graph.stock.stop();
  const { status, body } = await graph.ask(PRODUCT);
  expect(status).toBe(200);
  expect(body.data).toEqual({ product: { name: 'Product 7', inStock: null } });
  expect(body.errors).toMatchObject([
    {
      path: ['product'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'stock', traceId: expect.any(String) },
    },
  ]);
  expect((await fetch(`${graph.router.url}/readyz`)).status).toBe(200);
});

test('a subgraph that is too slow is given up after its time', async () => {
  graph = await startGraph({ SUBGRAPH_TIMEOUT_MS: 1_000, REQUEST_TIMEOUT_MS: 600_000 });
  const { promise: never } = Promise.withResolvers<void>();
  graph.stock.behave = () => never;
  const { body } = await graph.ask(PRODUCT);
  expect(body.data).toEqual({ product: { name: 'Product 7', inStock: null } });
  expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', serviceName: 'stock' } }]);
});

test('an answer that is not GraphQL is no answer', async () => {
  graph = await startGraph();
  const wrong: [string, number, string][] = [
    ['<html>busy</html>', 200, 'SUBGRAPH_INVALID_RESPONSE'],
    ['{"data":{"_ent', 200, 'SUBGRAPH_INVALID_RESPONSE'],
    ['[]', 200, 'SUBGRAPH_INVALID_RESPONSE'],
    ['{"data":null}', 500, 'SUBGRAPH_UNAVAILABLE'],
  ];
  for (const [text, status, code] of wrong) {
    graph.stock.behave = async (reply) => reply.code(status).type('application/json').send(text);
    const asked = await graph.ask(PRODUCT);
    expect(asked.body.data).toEqual({ product: { name: 'Product 7', inStock: null } });
    expect(codes(asked)).toEqual([code]);
  }
});

test("a visitor's token becomes a statement for each subgraph; nothing else of the client goes further", async () => {
  graph = await startGraph();
  const { body } = await graph.ask('{ me product(id: "7") { name } }', {
    headers: { ...(await accessToken()), 'arcade-statement': 'forged', 'x-user-id': 'forged', cookie: 'a=b' },
  });
  expect(body.data).toEqual({ me: 'visitor-1', product: { name: 'Product 7' } });
  for (const headers of [...graph.products.seen, ...graph.stock.seen]) {
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('x-user-id');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers['arcade-statement']).not.toBe('forged');
  }
});

test('who sends no token is nobody', async () => {
  graph = await startGraph();
  const { body } = await graph.ask('{ me }', { headers: { 'arcade-statement': 'forged' } });
  expect(body).toEqual({ data: { me: null } });
});

test('a token that is not good is refused', async () => {
  graph = await startGraph();
  const bad = {
    expired: await accessToken({ exp: Math.floor(Date.now() / 1000) - 60 }),
    'from another issuer': await accessToken({ iss: 'somebody' }),
    'for another audience': await accessToken({ aud: 'somebody' }),
    'of another type': await accessToken({}, { typ: 'JWT' }),
    'signed by another key': await accessToken({}, { key: strangerKey }),
    unsigned: { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ2LTEifQ.' },
    'not a bearer token': { authorization: 'Basic dXNlcjpwYXNz' },
  };
  for (const [what, headers] of Object.entries(bad)) {
    const asked = await graph.ask('{ me }', { headers });
    expect([what, asked.status, codes(asked)]).toEqual([what, 401, ['INVALID_TOKEN']]);
  }
});

test('identical reads in flight are asked once, but never for two visitors', async () => {
  graph = await startGraph();
  graph.stock.behave = () => sleep(50);
  const one = await accessToken({ sub: 'one' });
  const two = await accessToken({ sub: 'two' });
  const answers = await Promise.all([one, one, one, two].map((headers) => graph.ask('{ me }', { headers })));
  expect(answers.map(({ body }) => body.data)).toEqual([
    { me: 'one' },
    { me: 'one' },
    { me: 'one' },
    { me: 'two' },
  ]);
  expect(graph.stock.seen).toHaveLength(2);
});

test('mutations are never shared', async () => {
  graph = await startGraph();
  graph.products.behave = () => sleep(50);
  const rename = 'mutation { rename(id: "1", name: "New") { name } }';
  await Promise.all([graph.ask(rename), graph.ask(rename)]);
  expect(graph.products.seen).toHaveLength(2);
});

test('the changes of one mutation happen one after the other, in their order, whoever makes them', async () => {
  graph = await startGraph();
  const order: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  graph.products.behave = async () => {
    order.push('rename begins');
    await gate;
    order.push('rename ends');
  };
  graph.stock.behave = async () => order.push('restock');
  const asked = graph.ask(
    'mutation { a: rename(id: "1", name: "A") { name } restock(id: "1") b: rename(id: "1", name: "B") { name } }',
  );
  await vi.waitFor(() => expect(order).toEqual(['rename begins']), 20_000);
  open();
  expect((await asked).body).toEqual({ data: { a: { name: 'A' }, restock: 10, b: { name: 'B' } } });
  expect(order).toEqual(['rename begins', 'rename ends', 'restock', 'rename begins', 'rename ends']);
});

test('each limit refuses with a code of its own', async () => {
  graph = await startGraph();
  const fragment = 'fragment Deep on Product { similar { similar { similar { similar { name } } } } }';
  const refused: [string, string][] = [
    ['TOO_MANY_TOKENS', `{ ${'product(id: "1") { name } '.repeat(40)} }`],
    ['TOO_DEEP', '{ product(id: "1") { similar { similar { similar { similar { name } } } } } }'],
    ['TOO_DEEP', `{ product(id: "1") { ...Deep } } ${fragment}`],
    ['TOO_MANY_ALIASES', '{ product(id: "1") { a: name b: name c: name d: name } }'],
    [
      'TOO_MANY_ALIASES',
      '{ product(id: "1") { ...A similar { ...A } } } fragment A on Product { a: name b: name }',
    ],
    ['TOO_MANY_ROOT_FIELDS', '{ me __typename me me me }'],
    ['PAGE_TOO_LARGE', '{ products(first: 51) { name } }'],
    ['INTROSPECTION_DISABLED', '{ __schema { types { name } } }'],
    ['INTROSPECTION_DISABLED', '{ ...Types } fragment Types on Query { __type(name: "Product") { name } }'],
    ['GRAPHQL_PARSE_FAILED', '{ product( }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ price }'],
  ];
  for (const [code, query] of refused) {
    const asked = await graph.ask(query);
    expect([query, asked.status, codes(asked)]).toEqual([query, 400, [code]]);
  }
  expect(graph.products.seen).toHaveLength(0);
});

test('a page size that comes as a variable, or as its default, is limited too', async () => {
  graph = await startGraph();
  const query = 'query ($n: Int! = 51) { products(first: $n) { name } }';
  expect(codes(await graph.ask(query))).toEqual(['PAGE_TOO_LARGE']);
  expect(codes(await graph.ask(query, { variables: { n: 1_000 } }))).toEqual(['PAGE_TOO_LARGE']);
  expect((await graph.ask(query, { variables: { n: 1 } })).body.data).toEqual({
    products: [{ name: 'Product 1' }],
  });
});

test('a body that is too large, not JSON or a batch is refused', async () => {
  graph = await startGraph();
  const post = async (body: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${graph.router.url}/graphql`, { method: 'POST', headers, body });
    return [response.status, /"code":"(\w+)"/.exec(await response.text())?.[1]];
  };
  expect(await post(JSON.stringify({ query: `{ me } # ${'x'.repeat(20_000)}` }))).toEqual([
    413,
    'BODY_TOO_LARGE',
  ]);
  expect(await post('{ me }')).toEqual([400, 'BAD_REQUEST']);
  expect(await post('[{"query":"{ me }"},{"query":"{ me }"}]')).toEqual([400, 'BATCH_TOO_LARGE']);
});

test('a form on another site can ask nothing, and GET changes nothing', async () => {
  graph = await startGraph();
  const url = `${graph.router.url}/graphql`;
  const form = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{ me }"}',
  });
  expect(form.status).toBeGreaterThanOrEqual(400);
  const get = (query: string, headers = {}) =>
    fetch(`${url}?query=${encodeURIComponent(query)}`, { headers });
  const asked = { 'apollo-require-preflight': 'yes' };
  expect((await get('{ me }')).status).toBe(400);
  expect((await get('{ me }', asked)).status).toBe(200);
  expect((await get('mutation { rename(id: "1", name: "x") { name } }', asked)).status).toBe(405);
  expect(graph.products.seen).toHaveLength(0);
});

test('the trace goes on to the subgraphs', async () => {
  graph = await startGraph();
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await graph.ask('{ me }', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
  expect(graph.stock.seen[0]?.traceparent).toContain(trace);
});

test('a changed supergraph is used without a restart; one that does not load is not', async () => {
  graph = await startGraph();
  const urls = { products: graph.products.url, stock: graph.stock.url };
  const renamed = products.replace('similar: Product', 'alike: Product');
  await writeFile(graph.supergraph, compose(urls, renamed));
  await vi.waitFor(
    async () => expect((await graph.ask('{ product(id: "1") { alike { name } } }')).status).toBe(200),
    20_000,
  );
  await writeFile(graph.supergraph, 'type Query { half');
  await sleep(1_500);
  expect((await graph.ask(PRODUCT)).body.data).toEqual({ product: { name: 'Product 7', inStock: 1 } });
});

test('a router with as much in hand as it may have refuses one more at once, and takes it later', async () => {
  graph = await startGraph({ MAX_IN_FLIGHT: 1 });
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  graph.stock.behave = () => gate;
  const first = graph.ask('{ me }');
  await vi.waitFor(() => expect(graph.stock.seen).toHaveLength(1), 20_000);
  const response = await fetch(`${graph.router.url}/graphql?query=%7Bme%7D`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await response.text()).toContain('"OVERLOADED"');
  go();
  expect((await first).body.data).toEqual({ me: null });
  await vi.waitFor(async () => expect((await graph.ask('{ me }')).status).toBe(200), 20_000);
});
