import { once } from 'node:events';
import { incomingTrace, inSpan } from '@arcade/subgraph-kit/telemetry';
import { expect, test } from 'vitest';
import { ANSWER, type Asking, hangs, nobody, startAsking, visitor } from '../../test/asking.ts';
import { type RawRequest, response } from '../../test/raw-subgraph.ts';
import type { SubgraphAnswer, SubgraphRequest } from './client.ts';

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (bytes: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`${Buffer.byteLength(bytes).toString(16)}\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
const event = (data: string) => `event: next\ndata: ${data}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';
const BODY = '{"query":"subscription { ticks }"}';

/** Sends chunks, each after the one before has left, and the end of the body, or of the connection. */
const streams =
  (chunks: readonly (string | Buffer)[], end: 'end' | 'cut' | 'open' = 'end') =>
  async ({ socket }: RawRequest) => {
    socket.setNoDelay(true).write(HEAD);
    for (const each of chunks) {
      await new Promise((resolve) => socket.write(chunk(each), () => setImmediate(resolve)));
    }
    if (end === 'end') socket.write('0\r\n\r\n');
    if (end === 'cut') socket.destroy();
  };

function subscribe({ client }: Asking, request: Partial<SubgraphRequest> = {}) {
  return client
    .subscribe({
      body: BODY,
      operation: 'subscription',
      identity: nobody,
      deadline: performance.now() + 5_000,
      signal: undefined,
      ...request,
    })
    [Symbol.asyncIterator]();
}

async function all(answers: AsyncIterator<SubgraphAnswer>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const { data } of { [Symbol.asyncIterator]: () => answers }) seen.push(data);
  return seen;
}

test('each event is an answer, in order, until the stream is complete', async () => {
  const asking = await startAsking(
    streams([event('{"data":{"ticks":1}}'), event('{"data":{"ticks":2}}'), COMPLETE]),
    { statements: () => 'signed' },
  );
  expect(await all(subscribe(asking, { identity: visitor('one') }))).toEqual([{ ticks: 1 }, { ticks: 2 }]);
  const { headers, body } = asking.subgraph.seen[0] ?? {};
  expect(headers).toMatchObject({ accept: 'text/event-stream', 'arcade-statement': 'signed' });
  expect(body).toBe(BODY);
});

test('a subscription goes on in the trace of who asks for it', async () => {
  const asking = await startAsking(streams([COMPLETE]));
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const answers = subscribe(asking);
  const parent = incomingTrace(`00-${trace}-00f067aa0ba902b7-01`);
  await inSpan('a request', { parent }, () => all(answers));
  expect(asking.subgraph.seen[0]?.headers.traceparent).toContain(trace);
});

test('events arrive whole however the bytes are cut: lines, letters, line ends, comments between', async () => {
  const text = [
    ':\n\n: a comment\n',
    'event: next\r\ndata: {"data":\r\ndata: {"ticks":"하나"}}\r\n\r\n',
    'id: 7\nretry: 10\nevent:next\ndata:{"data":{"ticks":"둘"}}\n\n',
    COMPLETE,
  ].join('');
  const bytes = Buffer.from(text);
  const asking = await startAsking(streams(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))));
  expect(await all(subscribe(asking))).toEqual([{ ticks: '하나' }, { ticks: '둘' }]);
});

test('several events in one chunk are several answers', async () => {
  const asking = await startAsking(
    streams([event('{"data":{"ticks":1}}') + event('{"data":{"ticks":2}}') + COMPLETE]),
  );
  expect(await all(subscribe(asking))).toEqual([{ ticks: 1 }, { ticks: 2 }]);
});

test('a subgraph that dies in the middle ends the answers with a failure', async () => {
  for (const end of ['cut', 'end'] as const) {
    const asking = await startAsking(streams([event('{"data":{"ticks":1}}')], end));
    const answers = subscribe(asking);
    expect((await answers.next()).value.data).toEqual({ ticks: 1 });
    await expect(answers.next()).rejects.toMatchObject({
      name: 'SubgraphFailure',
      subgraph: 'stock',
      code: 'SUBGRAPH_UNAVAILABLE',
    });
    expect(await answers.next()).toEqual({ done: true, value: undefined });
  }
});

test('a subgraph that cannot be reached, or answers with 500, is a failure', async () => {
  const asking = await startAsking(({ socket, number }) => {
    if (number === 1) socket.write(response('', { status: 500 }));
    else socket.destroy();
  });
  for (const message of ['answered with status 500', expect.any(String)]) {
    await expect(subscribe(asking).next()).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'stock cannot be reached.',
    });
    const [facts] = asking.log.warn.mock.lastCall ?? [];
    expect(facts).toMatchObject({ subgraph: 'stock', code: 'SUBGRAPH_UNAVAILABLE', err: { message } });
  }
  expect(asking.subgraph.seen).toHaveLength(2);
});

test('subscriptions that fail open the circuit, and an open one lets none through', async () => {
  const asking = await startAsking(({ socket }) => socket.write(response('', { status: 500 })), {
    breaker: { minimum: 2, now: () => 0 },
  });
  for (let time = 1; time <= 2; time++) {
    await expect(subscribe(asking).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  }
  await expect(subscribe(asking).next()).rejects.toMatchObject({ code: 'SUBGRAPH_CIRCUIT_OPEN' });
  await expect(asking.ask()).rejects.toMatchObject({ code: 'SUBGRAPH_CIRCUIT_OPEN' });
  expect(asking.subgraph.seen).toHaveLength(2);
});

test('a subgraph that does not begin to answer is given up at the deadline; one that is quiet later is not', async () => {
  const silent = await startAsking(hangs, { timeoutMs: 600 });
  await expect(subscribe(silent).next()).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  const quiet = await startAsking(streams([event('{"data":{"ticks":1}}')], 'open'), { timeoutMs: 500 });
  const answers = subscribe(quiet);
  await answers.next();
  const later = answers.next();
  // Another request's deadline passes meanwhile, and this one's with it.
  await expect(subscribe(silent).next()).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  quiet.subgraph.seen[0]?.socket.write(chunk(event('{"data":{"ticks":2}}')));
  expect((await later).value.data).toEqual({ ticks: 2 });
  await answers.return?.();
});

test('events that are no answers, or too large, are a failure, and the connection ends', async () => {
  const wrong = ['half {', '"yes"', '{"data":[]}', `{"data":{"ticks":"${'x'.repeat(2_000)}"}}`];
  for (const data of wrong) {
    const asking = await startAsking(
      streams([`event: next\ndata: ${data.slice(0, 9)}`, `${data.slice(9)}\n\n`], 'open'),
      {
        maxAnswerBytes: 1_000,
      },
    );
    await expect(subscribe(asking).next()).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
    await asking.subgraph.idle();
  }
});

test('an event that never ends is cut when it is too large', async () => {
  const asking = await startAsking(
    streams(
      Array.from({ length: 20 }, () => `data: ${'x'.repeat(100)}\n`),
      'open',
    ),
    { maxAnswerBytes: 1_000 },
  );
  await expect(subscribe(asking).next()).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
  await asking.subgraph.idle();
});

test('an answer that is no stream is handed on once, with its errors', async () => {
  const asking = await startAsking(({ socket }) =>
    socket.write(response('{"errors":[{"message":"Not for you."}]}', { status: 400 })),
  );
  const answers = subscribe(asking);
  expect((await answers.next()).value.errors).toEqual([{ message: 'Not for you.' }]);
  expect((await answers.next()).done).toBe(true);
});

test('whoever listens can end it at any time, and the request ends with it', async () => {
  const asking = await startAsking(streams([event('{"data":{"ticks":1}}')], 'open'));
  const answers = subscribe(asking);
  await answers.next();
  const waiting = answers.next();
  await answers.return?.();
  expect((await waiting).done).toBe(true);
  await asking.subgraph.idle();
});

test('a client that goes away ends it', async () => {
  const asking = await startAsking(streams([event('{"data":{"ticks":1}}')], 'open'));
  const gone = new AbortController();
  const answers = subscribe(asking, { signal: gone.signal });
  await answers.next();
  const waiting = answers.next();
  gone.abort();
  expect((await waiting).done).toBe(true);
  await asking.subgraph.idle();
});

test('subscriptions leave the connections for reads alone', async () => {
  const asking = await startAsking(
    (request) => {
      if (request.body === BODY) void streams([event('{"data":{"ticks":1}}')], 'open')(request);
      else request.socket.write(response(ANSWER));
    },
    { concurrency: 1 },
  );
  const listening = [subscribe(asking), subscribe(asking), subscribe(asking)];
  for (const answers of listening) await answers.next();
  expect((await asking.ask()).data).toEqual({ me: 'you' });
  for (const answers of listening) await answers.return?.();
});

test('a close ends what listens, with a failure', async () => {
  const asking = await startAsking(streams([event('{"data":{"ticks":1}}')], 'open'));
  const answers = subscribe(asking);
  await answers.next();
  const waiting = expect(answers.next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  const [socket] = asking.subgraph.open;
  await Promise.all([asking.client.close(), waiting, socket && once(socket, 'close')]);
});
