/** That each variable reaches what it is for; what it does there in detail is tested beside that. */
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { accessToken, type Graph, shellJwks, startGraph } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, 20_000);
const code = ({ body }: Awaited<ReturnType<Graph['ask']>>) => body.errors?.[0]?.extensions.code;
const never = () => new Promise<void>(() => {});

async function post(body: unknown) {
  const response = await fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.text();
}

test.each([
  ['development', undefined],
  ['test', 'OPERATION_NOT_REGISTERED'],
  ['production', 'OPERATION_NOT_REGISTERED'],
] as const)(
  'where OPERATIONS is not set, in %s an operation that nobody registered meets %s',
  async (NODE_ENV, told) => {
    graph = await startGraph({ OPERATIONS: undefined, NODE_ENV });
    expect(code(await graph.ask('{ me }'))).toBe(told);
    expect(graph.stock.seen).toHaveLength(told ? 0 : 1);
  },
);

test('a registered operation is answered by its hash, and the router is ready when its manifests are read', async () => {
  const text = 'query Me { me }';
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const manifest = `${import.meta.filename}.${crypto.randomUUID()}.json`;
  onTestFinished(() => rm(manifest, { force: true }));
  graph = await startGraph({ OPERATIONS: 'registered', OPERATION_MANIFESTS: [manifest] });
  const readiness = await fetch(`${graph.router.url}/readyz`);
  expect([readiness.status, await readiness.text()]).toEqual([503, expect.stringContaining(manifest)]);
  await writeFile(manifest, JSON.stringify({ operations: { [sha256Hash]: text } }));
  await until(async () => expect((await fetch(`${graph.router.url}/readyz`)).status).toBe(200));
  const asked = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
  expect(await post(asked)).toBe('{"data":{"me":null}}');
  const address = new URL(`${graph.router.url}/graphql`);
  address.searchParams.set('extensions', JSON.stringify(asked.extensions));
  const got = await fetch(address, { headers: { 'apollo-require-preflight': 'yes' } });
  expect(await got.text()).toBe('{"data":{"me":null}}');
});

test('MAX_REQUESTS_PER_SECOND: who asks more often is told when to come back', async () => {
  graph = await startGraph({ MAX_REQUESTS_PER_SECOND: 1 });
  const answers = [];
  // The clock gives one back each second, so that a slow machine may need some more.
  for (let time = 1; time <= 50 && answers.at(-1)?.status !== 429; time++)
    answers.push(await graph.ask('{ me }'));
  const refused = answers.at(-1);
  expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await graph.ask('{ me }', { headers: await accessToken() })).status).toBe(200);
});

test('MAX_BATCH: so many requests are taken in one body, and no more', async () => {
  graph = await startGraph({ MAX_BATCH: 2 });
  const me = { query: '{ me }' };
  expect(await post([me, me])).toBe('[{"data":{"me":null}},{"data":{"me":null}}]');
  expect(await post([me, me, me])).toContain('"BATCH_TOO_LARGE"');
});

test('ACCESS_TOKEN_ISSUER and ACCESS_TOKEN_AUDIENCE: tokens of others are refused', async () => {
  graph = await startGraph({ ACCESS_TOKEN_ISSUER: 'this', ACCESS_TOKEN_AUDIENCE: 'that' });
  const status = async (iss: string, aud: string) =>
    (await graph.ask('{ me }', { headers: await accessToken({ iss, aud }) })).status;
  expect(await status('this', 'that')).toBe(200);
  expect(await status('arcade-shell', 'that')).toBe(401);
  expect(await status('this', 'arcade')).toBe(401);
});

test("ACCESS_TOKEN_JWKS_URL: the issuer's own keys are believed", async () => {
  const issuer = createServer((_request, response) => response.end(JSON.stringify(shellJwks)));
  onTestFinished(() => {
    issuer.close();
    issuer.closeAllConnections();
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const address = issuer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  graph = await startGraph({
    ACCESS_TOKEN_JWKS: undefined,
    ACCESS_TOKEN_JWKS_URL: `http://127.0.0.1:${address.port}/jwks`,
  });
  const { body } = await graph.ask('{ me }', { headers: await accessToken() });
  expect(body).toEqual({ data: { me: 'visitor-1' } });
});

test('SUBGRAPH_CONCURRENCY and SUBGRAPH_QUEUE: so many ask, so many wait, one more is refused', async () => {
  graph = await startGraph({ SUBGRAPH_CONCURRENCY: 1, SUBGRAPH_QUEUE: 1 });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  graph.products.behave = () => gate;
  const asked = ['1', '2', '3'].map((id) => graph.ask(`{ product(id: "${id}") { name } }`));
  expect(code(await Promise.race(asked))).toBe('SUBGRAPH_OVERLOADED');
  await until(() => expect(graph.products.seen).toHaveLength(1));
  open();
  const codes = (await Promise.all(asked)).map(code);
  expect(codes.filter(Boolean)).toEqual(['SUBGRAPH_OVERLOADED']);
});

test('MAX_SUBGRAPH_ANSWER_BYTES: a longer answer of a subgraph is none', async () => {
  graph = await startGraph({ MAX_SUBGRAPH_ANSWER_BYTES: 100 });
  const long = await graph.ask('{ products { id name similar { id name } } }');
  expect(code(long)).toBe('SUBGRAPH_INVALID_RESPONSE');
  expect((await graph.ask('{ me }')).body).toEqual({ data: { me: null } });
});

test('REQUEST_TIMEOUT_MS: what has not come by then is missing from the answer', async () => {
  graph = await startGraph({ REQUEST_TIMEOUT_MS: 1_000, SUBGRAPH_TIMEOUT_MS: 600_000 });
  graph.stock.behave = never;
  const { status, body } = await graph.ask('{ me product(id: "7") { name } }');
  expect([status, body.data]).toEqual([200, { me: null, product: { name: 'Product 7' } }]);
  expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', serviceName: 'stock' } }]);
});

test('MAX_EVENT_LOOP_DELAY_MS: a router that is late lets nobody in beside who is there', async () => {
  graph = await startGraph({ MAX_EVENT_LOOP_DELAY_MS: 5 });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  graph.stock.behave = () => gate;
  const first = graph.ask('{ me }');
  await until(() => expect(graph.stock.seen).toHaveLength(1));
  let refused: string | undefined;
  for (let round = 0; refused === undefined && round < 50; round++) {
    const other = graph.ask('{ product(id: "1") { name } }');
    for (let times = 0; times < 10; times++) {
      const end = performance.now() + 40;
      while (performance.now() < end);
      await turn();
    }
    refused = code(await other);
  }
  expect(refused).toBe('OVERLOADED');
  open();
  await first;
});
