import { expect, test, vi } from 'vitest';
import { ANSWER, answers, hangs, mutation, startAsking } from '../../test/asking.ts';
import { type RawRequest, response } from '../../test/raw-subgraph.ts';
import { subgraphRetries } from '../metrics.ts';
import { Exchange } from './exchange.ts';

test('what is not a GraphQL answer is none, and its connection is used again', async () => {
  const wrong: [string, string, { status?: number }?][] = [
    ['SUBGRAPH_INVALID_RESPONSE', '<html>busy</html>'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"data":{"_ent'],
    ['SUBGRAPH_INVALID_RESPONSE', ''],
    ['SUBGRAPH_INVALID_RESPONSE', '[]'],
    ['SUBGRAPH_INVALID_RESPONSE', 'null'],
    ['SUBGRAPH_INVALID_RESPONSE', '{}'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"data":"yes"}'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"data":[]}'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"data":{},"errors":"none"}'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"data":{},"errors":["none"]}'],
    ['SUBGRAPH_INVALID_RESPONSE', '{"errors":[]}'],
    ['SUBGRAPH_INVALID_RESPONSE', 'not found', { status: 404 }],
    ['SUBGRAPH_INVALID_RESPONSE', ANSWER, { status: 302 }],
    ['SUBGRAPH_UNAVAILABLE', ANSWER, { status: 500 }],
    ['SUBGRAPH_UNAVAILABLE', 'no', { status: 503 }],
  ];
  const { ask, subgraph } = await startAsking(({ socket, number }) => {
    const [, body = '', options] = wrong[number - 1] ?? [];
    socket.write(response(body, options));
  });
  for (const [code, body] of wrong) {
    const asked = await ask().catch((error: unknown) => error);
    expect([body, asked]).toMatchObject([body, { name: 'SubgraphFailure', subgraph: 'stock', code }]);
  }
  expect(subgraph.connections).toBeLessThan(4);
});

test('what came instead of an answer is for the log, and not for the client', async () => {
  const { ask, log } = await startAsking(({ socket }) => socket.write(response('<html>secret</html>')));
  const failed = await ask().catch((error: unknown) => error);
  expect(failed).toMatchObject({ message: 'stock gave an answer that is not GraphQL.' });
  const [[facts] = []] = log.warn.mock.calls;
  expect(facts).toMatchObject({
    subgraph: 'stock',
    code: 'SUBGRAPH_INVALID_RESPONSE',
    err: { message: 'answered with status 200: not JSON: <html>secret</html>' },
  });
});

test('an answer that is larger than allowed is cut, whether it says so or not', async () => {
  const large = JSON.stringify({ data: { me: 'x'.repeat(1_100_000) } });
  const { ask, subgraph } = await startAsking(({ socket, number }) => {
    if (number === 1) socket.write(response(large));
    else socket.end(`HTTP/1.1 200 OK\r\n\r\n${large}`);
  });
  for (let time = 1; time <= 2; time++) {
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
    await subgraph.idle();
  }
});

test('a subgraph that says nothing, or stops half-way, is given up at the deadline, and its connection ended', async () => {
  const half = response(ANSWER).slice(0, -5);
  const stuck = [
    hangs,
    ({ socket }: RawRequest) => socket.write(half),
    ({ socket }: RawRequest) => socket.write('HTTP/1.1 2'),
  ];
  const { ask, subgraph } = await startAsking((request) => stuck[request.number - 1]?.(request), {
    timeoutMs: 400,
  });
  for (const _ of stuck) {
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    await subgraph.idle();
  }
  expect(subgraph.seen).toHaveLength(stuck.length);
});

test('bytes that drip do not put the deadline off', async () => {
  let drip: NodeJS.Timeout | undefined;
  const { ask, subgraph } = await startAsking(
    ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n{"data":{"me":"');
      drip = setInterval(() => socket.write('x'), 10);
    },
    { timeoutMs: 250 },
  );
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  await subgraph.idle();
  clearInterval(drip);
});

test("the client's own deadline holds when it is the shorter one", async () => {
  const { ask } = await startAsking(hangs, { timeoutMs: 60_000 });
  await expect(ask({ within: 50 })).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
});

test('a client that goes away ends its read, but not a mutation, and is no fault of the subgraph', async () => {
  const { ask, subgraph, log } = await startAsking(hangs, { timeoutMs: 60_000 });
  const gone = new AbortController();
  const read = ask({ signal: gone.signal });
  const bought = ask({ ...mutation, signal: gone.signal });
  await subgraph.received(2);
  gone.abort();
  await expect(read).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  subgraph.seen.find(({ body }) => body === mutation.body)?.socket.write(response(ANSWER));
  expect((await bought).data).toEqual({ me: 'you' });
  expect(log.warn).not.toHaveBeenCalled();
});

test('a connection that cannot be made is told at once, and not tried again', async () => {
  subgraphRetries.reset();
  const { ask, subgraph } = await startAsking(answers);
  await subgraph.stop();
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect((await subgraphRetries.get()).values).toEqual([]);
});

test('a read whose connection is lost before an answer is sent once more', async () => {
  const { ask, subgraph } = await startAsking((request) =>
    request.number === 1 ? request.socket.destroy() : answers(request),
  );
  expect((await ask()).data).toEqual({ me: 'you' });
  expect(subgraph.seen).toHaveLength(2);
});

test('a read meets an idle connection that is just being closed, and is sent on another', async () => {
  let closing = true;
  const { ask } = await startAsking((request) => {
    if (request.onConnection === 1 || !closing) return answers(request);
    closing = false;
    request.socket.resetAndDestroy();
  });
  while (closing) expect((await ask()).data).toEqual({ me: 'you' });
});

test('a read is sent once more, not twice', async () => {
  const { ask, subgraph } = await startAsking(({ socket }) => socket.destroy());
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(subgraph.seen).toHaveLength(2);
});

test('a mutation is never sent again', async () => {
  const { ask, subgraph } = await startAsking(({ socket }) => socket.destroy());
  await expect(ask(mutation)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(subgraph.seen).toHaveLength(1);
});

test('a read is not sent again when bytes of an answer have come', async () => {
  const parts = ['HTTP/1.1 200', response(ANSWER).slice(0, -3)];
  const { ask, subgraph } = await startAsking(({ socket, number }) => {
    socket.write(parts[number - 1] ?? '', () => setImmediate(() => socket.destroy()));
  });
  for (const _ of parts) await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(subgraph.seen).toHaveLength(parts.length);
});

test('idle connections end before the subgraph ends them: by its hint, else by the setting', async () => {
  const { ask, subgraph } = await startAsking(
    ({ socket, number }) =>
      // A hint of 2 s leaves no time in which it would be safe to use the connection again.
      socket.write(response(ANSWER, { headers: number === 1 ? { 'keep-alive': 'timeout=2' } : {} })),
    { keepAliveMs: 20 },
  );
  await ask();
  await ask();
  expect(subgraph.connections).toBe(2);
  const since = performance.now();
  await subgraph.idle();
  // The HTTP client's own setting is 4 s.
  expect(performance.now() - since).toBeLessThan(3_000);
});

test('a request that was given up while it waited for a connection is not sent on it', () => {
  const exchange = new Exchange(1_000, { onAnswer: () => {}, onError: () => {} });
  const reason = new Error('given up');
  exchange.cut(reason);
  const abort = vi.fn();
  exchange.onRequestStart({ abort, aborted: false, paused: false, reason: null, pause() {}, resume() {} });
  expect(abort).toHaveBeenCalledWith(reason);
});
