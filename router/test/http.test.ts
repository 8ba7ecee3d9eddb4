import type { Logger } from '@arcade/subgraph-kit/service';
import { serverAudits } from 'graphql-http';
import { expect, test, vi } from 'vitest';
import { rateLimit } from '../src/guard/rate-limit.ts';
import { codes, startWorld, until, type World } from './http-world.ts';

/** The log of all requests from now on. */
function requestLog({ service }: World): Logger {
  const log: Logger = Object.assign(Object.create(service.log), { error: vi.fn(), info: vi.fn() });
  vi.spyOn(service.log, 'child').mockReturnValue(log);
  return log;
}

const preflight = { 'apollo-require-preflight': 'yes' };
const GRAPHQL = 'application/graphql-response+json';

test("graphql-http's audits find no error and nothing to warn of", async () => {
  const { url } = await startWorld();
  const audits = serverAudits({
    url,
    // The audits know nothing of the header that keeps other sites from asking.
    fetchFn: (address: string, init: RequestInit) =>
      fetch(address, {
        ...init,
        headers: { ...preflight, ...Object.fromEntries(new Headers(init?.headers)) },
      }),
  });
  const results = await Promise.all(audits.map(({ fn }) => fn()));
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});

test('a query is answered by POST and by GET, with its variables and its name', async () => {
  const world = await startWorld();
  const query = 'query A($name: String) { hello(name: $name) } query B { me }';
  const posted = await world.ask({ query, operationName: 'A', variables: { name: 'Mina' } });
  expect([posted.status, posted.body]).toEqual([200, { data: { hello: 'Hello Mina' } }]);
  const got = await world.get({ query, operationName: 'A', variables: '{"name":"Mina"}' });
  expect([got.status, got.body]).toEqual([200, { data: { hello: 'Hello Mina' } }]);
});

test('the answer has the type that is asked for, and by it the status of a wrong query', async () => {
  const { ask } = await startWorld();
  const cases: [accept: string | undefined, type: string, status: number][] = [
    [undefined, 'application/json; charset=utf-8', 400],
    ['*/*', 'application/json; charset=utf-8', 400],
    ['application/json', 'application/json; charset=utf-8', 200],
    ['application/json; charset=UTF-8', 'application/json; charset=utf-8', 200],
    [GRAPHQL, `${GRAPHQL}; charset=utf-8`, 400],
    [`${GRAPHQL}; charset=utf-8, application/json; charset=utf-8`, `${GRAPHQL}; charset=utf-8`, 400],
    [`application/json, ${GRAPHQL};q=0.9`, 'application/json; charset=utf-8', 200],
    [`${GRAPHQL}, application/json, text/event-stream, multipart/mixed`, `${GRAPHQL}; charset=utf-8`, 400],
  ];
  for (const [accept, type, status] of cases) {
    const headers = accept === undefined ? {} : { accept };
    const good = await ask({ query: '{ hello }' }, headers);
    expect([accept, good.status, good.headers.get('content-type')]).toEqual([accept, 200, type]);
    const wrong = await ask({ query: '{ price }' }, headers);
    expect([accept, wrong.status, wrong.headers.get('content-type')]).toEqual([accept, status, type]);
    expect(codes(wrong)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  }
  const none = await ask({ query: '{ hello }' }, { accept: 'text/html' });
  expect([none.status, codes(none)]).toEqual([406, ['NOT_ACCEPTABLE']]);
});

test('what is not a GraphQL request is refused in words, whatever type is accepted', async () => {
  const { ask, get } = await startWorld();
  const posted: unknown[] = [
    '{ "query": ',
    '"{ hello }"',
    'null',
    {},
    { query: 7 },
    { query: '{ hello }', variables: '{}' },
    { query: '{ hello }', variables: [] },
    { query: '{ hello }', operationName: 7 },
    { query: '{ hello }', extensions: 'none' },
    '{"query":"{ hello }","__proto__":{"admin":true}}',
  ];
  for (const body of posted) {
    const asked = await ask(body, { accept: 'application/json' });
    expect([body, asked.status, codes(asked)]).toEqual([body, 400, ['BAD_REQUEST']]);
  }
  const addresses: Record<string, string>[] = [
    {},
    { query: '{ hello }', variables: '{' },
    { query: '{ hello }', extensions: '[]' },
  ];
  for (const search of addresses) {
    const asked = await get(search);
    expect([search, asked.status, codes(asked)]).toEqual([search, 400, ['BAD_REQUEST']]);
  }
});

test('only JSON in UTF-8 is read', async () => {
  const { ask } = await startWorld();
  for (const type of [
    'text/plain',
    'application/graphql',
    'application/json; charset=latin1',
    'multipart/form-data',
  ]) {
    const asked = await ask({ query: '{ hello }' }, { 'content-type': type, ...preflight });
    expect([type, asked.status, codes(asked)]).toEqual([type, 415, ['UNSUPPORTED_MEDIA_TYPE']]);
  }
  for (const type of [
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'Application/JSON; odata=verbose',
  ]) {
    expect([type, (await ask({ query: '{ hello }' }, { 'content-type': type })).status]).toEqual([type, 200]);
  }
});

test('a body that is too large is not read', async () => {
  const { ask } = await startWorld({ bodyLimit: 500 });
  const asked = await ask({ query: `{ hello } # ${'x'.repeat(1_000)}` });
  expect([asked.status, codes(asked)]).toEqual([413, ['BODY_TOO_LARGE']]);
});

test('what another site can make a browser send is refused', async () => {
  const { ask, get } = await startWorld();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json, text/plain',
  ]) {
    const forged = await ask('{"query":"{ me }"}', { 'content-type': type });
    expect([type, forged.status, codes(forged)]).toEqual([type, 400, ['CSRF_PREVENTED']]);
  }
  const forged = await get({ query: '{ me }' }, {});
  expect([forged.status, codes(forged)]).toEqual([400, ['CSRF_PREVENTED']]);
  for (const name of ['apollo-require-preflight', 'x-apollo-operation-name']) {
    expect((await get({ query: '{ me }' }, { [name]: 'yes' })).status).toBe(200);
    expect((await get({ query: '{ me }' }, { [name]: '' })).status).toBe(400);
  }
  // A browser with a fault in its CORS lets other types through (GHSA-9q82-xgwf-vj6h).
  expect((await get({ query: '{ me }' }, { 'content-type': 'text/xml', ...preflight })).status).toBe(415);
});

test('GET changes nothing, and other methods are not taken', async () => {
  const world = await startWorld();
  const changed = await world.get({ query: 'mutation { note(text: "by GET") }' });
  expect([changed.status, codes(changed), world.notes]).toEqual([405, ['METHOD_NOT_ALLOWED'], []]);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
    const answer = await fetch(world.url, { method });
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, POST']);
  }
});

test('a token that is not good is refused before anything is read', async () => {
  const world = await startWorld();
  const log = requestLog(world);
  const asked = await world.ask('{ not JSON', { authorization: 'Basic dXNlcg==' });
  expect([asked.status, codes(asked)]).toEqual([401, ['INVALID_TOKEN']]);
  expect(JSON.stringify(asked.body)).not.toContain('bearer');
  const why = expect.objectContaining({ message: 'not a bearer token' });
  expect(log.info).toHaveBeenCalledWith({ err: why }, 'refused an access token');
  expect(asked.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  const { body } = await world.ask({ query: '{ me }' }, { authorization: 'Bearer mina' });
  expect(body).toEqual({ data: { me: 'mina' } });
});

test('a refusal brings its status, headers, code and a trace id', async () => {
  const { ask } = await startWorld();
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const asked = await ask(
    { query: '{ refused }' },
    { traceparent: `00-${trace}-00f067aa0ba902b7-01`, accept: 'application/json' },
  );
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '7']);
  expect(asked.body).toEqual({
    errors: [{ message: 'Ask later.', extensions: { code: 'BUSY', traceId: trace } }],
  });
});

test('what nobody expected leaves nothing of itself outside, and all of it in the log', async () => {
  const world = await startWorld();
  const log = requestLog(world);
  const asked = await world.ask({ query: '{ fails }' });
  expect([asked.status, codes(asked)]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
  expect(JSON.stringify(asked.body)).not.toContain('password');
  const logged = expect.objectContaining({ message: expect.stringContaining('password is 1234') });
  expect(log.error).toHaveBeenCalledWith({ err: logged }, 'unexpected error');
});

test('a batch is refused unless batches are taken', async () => {
  const batch = [{ query: '{ hello }' }, { query: '{ me }' }];
  for (const body of [batch, batch.slice(1)]) {
    const refused = await (await startWorld()).ask(body);
    expect([refused.status, codes(refused)]).toEqual([400, ['BATCH_TOO_LARGE']]);
  }
  const { ask } = await startWorld({ maxBatch: 2 });
  const taken = await ask([...batch.slice(1), { query: '{ price }' }], { authorization: 'Bearer mina' });
  expect(taken.status).toBe(200);
  expect(taken.body).toMatchObject([
    { data: { me: 'mina' } },
    { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
  ]);
  expect(codes(await ask([...batch, ...batch]))).toEqual(['BATCH_TOO_LARGE']);
  expect(codes(await ask([]))).toEqual(['BAD_REQUEST']);
});

test('the changes of a batch happen in their order', async () => {
  const world = await startWorld({ maxBatch: 3 });
  const note = (text: string) => ({ query: `mutation { note(text: "${text}") }` });
  const asking = world.ask([{ query: '{ waits }' }, note('one'), note('two')]);
  await until(() => expect(world.askers).toHaveLength(1));
  expect(world.notes).toEqual([]);
  world.go();
  expect((await asking).body).toEqual([
    { data: { waits: 'waited' } },
    { data: { note: ['one'] } },
    { data: { note: ['one', 'two'] } },
  ]);
});

test('the engine is told until when it has time, and when the client is gone', async () => {
  const world = await startWorld({ requestTimeoutMs: 5_000 });
  const leaving = new AbortController();
  const asking = fetch(world.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ waits }"}',
    signal: leaving.signal,
  });
  await until(() => expect(world.askers).toHaveLength(1));
  const [asker] = world.askers;
  const left = (asker?.deadline ?? 0) - performance.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(5_000);
  expect(asker?.signal?.aborted).toBe(false);
  leaving.abort();
  await expect(asking).rejects.toThrow();
  await until(() => expect(asker?.signal?.aborted).toBe(true));
});

test('an answer that came through is no client that went', async () => {
  const world = await startWorld();
  const asking = world.ask({ query: '{ waits }' });
  await until(() => expect(world.askers).toHaveLength(1));
  const signal = world.askers[0]?.signal;
  world.go();
  expect((await asking).status).toBe(200);
  await world.service.stop();
  expect(signal?.aborted).toBe(false);
});

test('a public answer to GET can be kept and asked for anew, another one cannot', async () => {
  const open = await startWorld({ cacheControl: 'public, max-age=60' });
  const first = await open.get({ query: '{ hello }' });
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  expect(first.headers.get('vary')).toBe('authorization, accept');
  const again = await open.get(
    { query: '{ hello }' },
    { ...preflight, 'if-none-match': first.headers.get('etag') ?? '' },
  );
  expect(again.status).toBe(304);
  const closed = await (await startWorld()).get({ query: '{ hello }' });
  expect([closed.headers.get('cache-control'), closed.headers.get('etag')]).toEqual(['no-store', null]);
  const wrong = await open.get({ query: '{ price }' });
  expect(wrong.headers.get('cache-control')).toBe('no-store');
});

test('who asks too often is told when to come back, and nobody else with them', async () => {
  const { ask, get } = await startWorld({ limitRate: rateLimit(2, () => 0), maxBatch: 5 });
  const mina = { authorization: 'Bearer mina' };
  const asked = [
    await ask({ query: '{ me }' }, mina),
    await get({ query: '{ me }' }, { ...preflight, ...mina }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([200, 200]);
  const refused = await ask({ query: '{ me }' }, mina);
  expect([refused.status, codes(refused), refused.headers.get('retry-after')]).toEqual([
    429,
    ['RATE_LIMITED'],
    '1',
  ]);
  expect((await ask({ query: '{ me }' }, { authorization: 'Bearer jun' })).status).toBe(200);
  expect(codes(await ask([{ query: '{ me }' }, { query: '{ me }' }, { query: '{ me }' }]))).toEqual([
    'RATE_LIMITED',
  ]);
});
