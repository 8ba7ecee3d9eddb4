import { decodeJwt } from 'jose';
import { expect, vi } from 'vitest';
import { hashOf } from '../test/publish-stub.ts';
import { type RunningShell, startShell, test } from '../test/running-shell.ts';
import { MOST_STREAMS } from './event-streams.ts';

const operation = (sha256Hash: string, variables = {}) => ({
  operationName: 'TestSlot_Query',
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

const ask = (shell: RunningShell, body: unknown, headers: Record<string, string> = {}) =>
  shell.post('/graphql', JSON.stringify(body), { 'content-type': 'application/json', ...headers });

const known = (id: string) => operation(hashOf('TestSlot_Query'), { id });

test("an operation goes to the router by its hash, in the visitor's name", async ({
  world: { shell, graph },
}) => {
  const first = await shell.get('/en/nothing-here');
  const cookie = /arcade_visitor=[^;]+/.exec(first.headers.getSetCookie().join())?.[0] ?? '';
  const answer = await ask(shell, known('mine'), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toMatchObject({ data: { note: { text: 'note mine' } } });

  const asked = graph.of('TestSlot_Query').find(({ body }) => body.includes('mine'));
  const visitor = decodeURIComponent(cookie).slice('arcade_visitor='.length).split('.')[0];
  expect(decodeJwt(asked?.headers.authorization?.slice('Bearer '.length) ?? '')).toMatchObject({
    iss: 'arcade-shell',
    aud: 'arcade',
    sub: visitor,
  });
});

test('who the browser says it is does not reach the router', async ({ world: { shell, graph } }) => {
  await ask(shell, known('liar'), {
    authorization: 'Bearer of-another',
    'arcade-statement': 'forged',
    'x-forwarded-user': 'admin',
    cookie: 'other=secret',
  });
  const asked = graph.of('TestSlot_Query').find(({ body }) => body.includes('liar'));
  expect(asked?.headers.authorization).toMatch(/^Bearer ey/);
  expect(Object.keys(asked?.headers ?? {})).not.toContain('arcade-statement');
  expect(Object.keys(asked?.headers ?? {})).not.toContain('x-forwarded-user');
  expect(Object.keys(asked?.headers ?? {})).not.toContain('cookie');
});

test('only what a live release has registered goes through', async ({ world: { shell, graph } }) => {
  const unknown = await ask(shell, operation('f'.repeat(64)));
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({
    errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  const text = 'query Sneaked_Query { __typename }';
  for (const body of [{ query: text }, [known('batched')], 'text', null]) {
    expect((await ask(shell, body)).status).toBe(400);
  }
  // A text beside a known hash is not what is sent.
  expect((await ask(shell, { ...known('beside'), query: text })).status).toBe(200);
  expect(graph.of('Sneaked_Query')).toEqual([]);
});

test("a subscription goes to the router as any operation does, by its hash and in the visitor's name, and its events come back", async ({
  world: { shell, graph },
}) => {
  const stream = { accept: 'text/event-stream' };
  const answer = await ask(shell, operation(hashOf('TestNews_Subscription'), { id: 'mine' }), {
    ...stream,
    authorization: 'Bearer of-another',
  });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/event-stream',
    'no-store',
  ]);
  expect(await answer.text()).toContain('"noteChanged":{"id":"mine"}');
  const [asked] = graph.of('TestNews_Subscription');
  expect(asked?.headers.accept).toBe('text/event-stream');
  expect(decodeJwt(asked?.headers.authorization?.slice('Bearer '.length) ?? '')).toMatchObject({
    iss: 'arcade-shell',
  });
  const unknown = await ask(shell, operation('f'.repeat(64)), stream);
  expect(unknown.status).toBe(400);
  const foreign = await ask(shell, known('foreign'), { ...stream, 'sec-fetch-site': 'cross-site' });
  expect(foreign.status).toBe(403);
});

test('a visitor with too many event streams is told so, and another is not', async ({
  world: { shell, graph },
}) => {
  const pages = await Promise.all([shell.get('/en/test/1'), shell.get('/en/test/1')]);
  const [mina = '', jun = ''] = pages.map(({ headers }) => headers.getSetCookie()[0]?.split(';')[0]);
  const follow = (id: string, cookie: string) =>
    ask(shell, operation(hashOf('TestNews_Subscription'), { id }), { accept: 'text/event-stream', cookie });
  const { promise: quiet, resolve: end } = Promise.withResolvers<object>();
  graph.answers['TestNews_Subscription quiet'] = () => quiet;
  const open = Array.from({ length: MOST_STREAMS }, () => follow('quiet', mina));
  await vi.waitFor(() => {
    expect(graph.of('TestNews_Subscription').filter(({ body }) => body.includes('quiet'))).toHaveLength(
      MOST_STREAMS,
    );
  });
  const refused = await follow('one more', mina);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] });
  expect((await follow('of another', jun)).status).toBe(200);
  end({});
  await Promise.all(open.map(async (one) => (await one).text()));
  expect((await follow('again', mina)).status).toBe(200);
});

test('it takes JSON by POST alone, from our own pages alone, and not too much of it', async ({
  world: { shell },
}) => {
  expect((await shell.get(`/graphql?extensions=${encodeURIComponent('{}')}`)).status).toBe(404);
  const asForm = await shell.post('/graphql', new URLSearchParams({ query: '{__typename}' }));
  expect(asForm.status).toBe(400);
  const asText = await shell.post('/graphql', JSON.stringify(known('text')), {
    'content-type': 'text/plain',
  });
  expect(asText.status).toBe(400);
  expect((await ask(shell, known('foreign'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await ask(shell, known('x'.repeat(70_000)))).status).toBe(413);
  expect((await shell.post('/graphql', '{', { 'content-type': 'application/json' })).status).toBe(400);
});

test('a router that is down is said to be, in JSON, and pages still answer', async ({
  world: { env, graph },
}) => {
  const shell = await startShell({ ...env, ROUTER_URL: `${graph.url.replace(/\d+$/, '1')}/graphql` });
  const answer = await ask(shell, known('nobody'));
  expect([502, 503]).toContain(answer.status);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'ROUTER_UNAVAILABLE' } }] });
  const page = await shell.get('/en/test/1');
  expect(page.status).toBe(500);
  expect(await page.text()).toContain('<footer');
  await shell.stop();
});
