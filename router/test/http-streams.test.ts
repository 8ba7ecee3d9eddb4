import { createClient } from 'graphql-sse';
import { expect, onTestFinished, test } from 'vitest';
import { codes, startWorld, until, type World } from './http-world.ts';

const STREAM = { accept: 'text/event-stream' };

/** A stream as it comes, until it ends or the test stops reading. */
async function open(world: World, query: string, { method = 'POST', accept = STREAM.accept } = {}) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const response = await fetch(
    method === 'GET' ? `${world.url}?${new URLSearchParams({ query })}` : world.url,
    {
      method,
      headers: { 'content-type': 'application/json', accept },
      ...(method === 'POST' && { body: JSON.stringify({ query }) }),
      signal: leaving.signal,
    },
  );
  let text = '';
  const ended = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk;
  })();
  ended.catch(() => {});
  return { response, ended, leave: () => leaving.abort(), text: () => text };
}

const next = (data: unknown) => `event: next\ndata: ${JSON.stringify(data)}\n\n`;
const complete = 'event: complete\ndata:\n\n';

test('a subscription is a stream of its events, by POST and by GET', async () => {
  const world = await startWorld();
  for (const method of ['POST', 'GET']) {
    const { response, ended, text } = await open(world, 'subscription { count(to: 2) }', { method });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    await ended;
    expect(text()).toBe(next({ data: { count: 1 } }) + next({ data: { count: 2 } }) + complete);
  }
  expect([world.begun, world.ended]).toEqual([2, 2]);
});

test("graphql-sse's own client understands it", async () => {
  const world = await startWorld();
  const client = createClient({ url: world.url, headers: { authorization: 'Bearer mina' } });
  onTestFinished(() => client.dispose());
  const events = [];
  for await (const event of client.iterate({ query: 'subscription { count(to: 3) }' }))
    events.push(event.data);
  expect(events).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
  for await (const event of client.iterate({ query: '{ me }' }))
    expect(event).toEqual({ data: { me: 'mina' } });
  expect(world.askers[0]?.identity.visitor).toBe('mina');
});

test('a query is answered as a stream of one event for who accepts nothing else', async () => {
  const world = await startWorld();
  const query = await open(world, '{ hello }');
  await query.ended;
  expect(query.text()).toBe(next({ data: { hello: 'Hello world' } }) + complete);
  const wrong = await open(world, '{ price }');
  await wrong.ended;
  expect(wrong.response.status).toBe(200);
  expect(wrong.text()).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
  expect(wrong.text().endsWith(complete)).toBe(true);
});

test('a query is answered as JSON for who accepts streams too', async () => {
  const world = await startWorld();
  const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
  const query = await world.ask({ query: '{ hello }' }, { accept });
  expect(query.headers.get('content-type')).toContain('application/graphql-response+json');
  const subscription = await open(world, 'subscription { count(to: 1) }', { accept });
  await subscription.ended;
  expect(subscription.text()).toBe(next({ data: { count: 1 } }) + complete);
});

test('a subscription without a stream to answer on is refused in words', async () => {
  const { ask } = await startWorld();
  for (const accept of ['application/json', '*/*']) {
    const refused = await ask({ query: 'subscription { count(to: 1) }' }, { accept });
    expect([refused.status, codes(refused)]).toEqual([406, ['ACCEPT_EVENT_STREAM']]);
  }
});

test('a refusal that is none of the query keeps its status and comes as JSON', async () => {
  const world = await startWorld();
  const { response } = await open(world, '{ refused }');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7']);
  expect(response.headers.get('content-type')).toContain('application/json');
});

test('a subscription that fails says so as its last event, and nothing internal', async () => {
  const world = await startWorld();
  const { ended, text } = await open(world, 'subscription { fails }');
  await ended;
  expect(text()).toContain('"code":"INTERNAL_SERVER_ERROR"');
  expect(text().endsWith(complete)).toBe(true);
});

test('who listens hears a heartbeat while nothing happens', async () => {
  const { ended, text, leave } = await open(await startWorld({ heartbeatMs: 5 }), 'subscription { forever }');
  await until(() => expect(text().split(':\n\n').length).toBeGreaterThan(3));
  leave();
  await expect(ended).rejects.toThrow();
});

test('a client that goes ends what it listened to', async () => {
  const world = await startWorld();
  const { text, leave } = await open(world, 'subscription { forever }');
  await until(() => expect(text()).toBe(next({ data: { forever: 1 } })));
  expect([world.begun, world.ended]).toEqual([1, 0]);
  leave();
  await until(() => expect(world.ended).toBe(1));
});

test('a stop completes the streams and does not wait for them', async () => {
  const world = await startWorld();
  const { ended, text } = await open(world, 'subscription { forever }');
  await until(() => expect(text()).toContain('next'));
  // A stream that is still open would be cut in the end, and reading it would fail.
  await world.service.stop();
  await ended;
  expect(text().endsWith(complete)).toBe(true);
  await until(() => expect(world.ended).toBe(1));
});

test('a client that does not read is not read for', async () => {
  const world = await startWorld();
  const many = 200_000;
  const leaving = new AbortController();
  await fetch(world.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...STREAM },
    body: JSON.stringify({ query: `subscription { count(to: ${many}) }` }),
    signal: leaving.signal,
  });
  await until(() => expect(world.begun).toBe(1));
  let seen = -1;
  await until(() => {
    const before = seen;
    seen = world.counted;
    expect(seen).toBe(before);
    expect(seen).toBeGreaterThan(0);
  }, 200);
  expect(seen).toBeLessThan(many);
  leaving.abort();
  await until(() => expect(world.ended).toBe(1));
});
