import { createServer, type Server, type ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { eventStreams, MOST_STREAMS } from './event-streams.ts';

const within = { timeout: 20_000 };
const news = (text: string) => new TextEncoder().encode(`event: next\ndata: "${text}"\n\n`);

/** A stream of the router's, event by event. */
function routerStream() {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream = controller;
    },
  });
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
    say: (text: string) => stream?.enqueue(news(text)),
    end: () => stream?.close(),
    breakOff: () => stream?.error(new Error('other side closed')),
  };
}

type Ask = Parameters<ReturnType<typeof eventStreams>['pass']>[2];

async function listening(ask: Ask) {
  const app = Fastify();
  const streams = eventStreams(app);
  app.post('/graphql', (_request, reply) => streams.pass(reply, 'mina', ask));
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  onTestFinished(() => app.close());
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  return {
    app,
    streams,
    leave: () => leaving.abort(),
    /** What a browser gets. */
    open: () => fetch(url, { method: 'POST', signal: leaving.signal }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The router has no port.');
  return address.port;
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
  return new TextDecoder().decode((await reader?.read())?.value);
}

test('an event reaches the browser as soon as the router tells it', async () => {
  const router = routerStream();
  const { open } = await listening(async () => router.response);
  router.say('placed');
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body?.getReader();
  expect(await read(reader)).toContain('placed');
  router.say('confirmed');
  expect(await read(reader)).toContain('confirmed');
  router.end();
  expect((await reader?.read())?.done).toBe(true);
});

test('a browser that goes ends the stream at the router', async () => {
  const streams = new Set<ServerResponse>();
  const router = createServer((_request, response) => {
    streams.add(response);
    response.once('close', () => streams.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(news('placed'));
  });
  onTestFinished(() => void router.close());
  const url = await new Promise<string>((resolve) =>
    router.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${portOf(router)}`)),
  );
  const { open, leave } = await listening((over) => fetch(url, { signal: over }));
  expect(await read((await open()).body?.getReader())).toContain('placed');
  expect(streams.size).toBe(1);
  leave();
  await vi.waitFor(() => expect(streams.size).toBe(0), within);
});

test('nobody goes on asking for a browser that went before there was an answer', async () => {
  const signals: AbortSignal[] = [];
  const { open, leave } = await listening((over) => {
    signals.push(over);
    return new Promise((_, reject) => over.addEventListener('abort', () => reject(over.reason)));
  });
  const gone = expect(open()).rejects.toThrow();
  await vi.waitFor(() => expect(signals).toHaveLength(1), within);
  leave();
  await gone;
  await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true), within);
});

test('nobody asks for a browser that went while its request was looked at', async () => {
  const app = Fastify();
  const streams = eventStreams(app);
  const asked = vi.fn(async (over: AbortSignal) => {
    over.throwIfAborted();
    return routerStream().response;
  });
  const passed = vi.fn();
  app.post('/graphql', async (_request, reply) => {
    reply.raw.destroy();
    await vi.waitFor(() => expect(reply.raw.closed).toBe(true), within);
    return streams.pass(reply, 'mina', asked).finally(passed);
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  await expect(fetch(`${url}/graphql`, { method: 'POST' })).rejects.toThrow();
  await vi.waitFor(() => expect(passed).toHaveBeenCalled(), within);
  expect(asked.mock.calls[0]?.[0].aborted).toBe(true);
});

test('the router is read no faster than the browser reads', async () => {
  let told = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await turn();
        told++;
        controller.enqueue(new Uint8Array(65_536));
      },
    },
    { highWaterMark: 0 },
  );
  const { open } = await listening(async () => new Response(body));
  const reader = (await open()).body?.getReader();
  let before = -1;
  await vi.waitFor(
    () => {
      const isStill = told === before;
      before = told;
      expect(isStill && told > 0).toBe(true);
    },
    { ...within, interval: 200 },
  );
  // Whoever reads gets more.
  const still = told;
  await vi.waitFor(async () => {
    await reader?.read();
    expect(told).toBeGreaterThan(still);
  }, within);
});

test("a stream that the router breaks off ends in good order at the browser's", async () => {
  const router = routerStream();
  const { open } = await listening(async () => router.response);
  router.say('placed');
  const reader = (await open()).body?.getReader();
  expect(await read(reader)).toContain('placed');
  router.breakOff();
  expect((await reader?.read())?.done).toBe(true);
});

test('what the router refuses is handed on as it is', async () => {
  const refusal = { errors: [{ extensions: { code: 'OVERLOADED' } }] };
  const { open } = await listening(async () => Response.json(refusal, { status: 503 }));
  const response = await open();
  expect([response.status, response.headers.get('content-type')]).toEqual([503, 'application/json']);
  expect(await response.json()).toEqual(refusal);
});

test('a stop ends the streams and does not wait for them', async () => {
  const router = routerStream();
  const { app, open } = await listening(async (over) => {
    // As fetch does.
    over.addEventListener('abort', () => router.breakOff());
    return router.response;
  });
  router.say('placed');
  const reader = (await open()).body?.getReader();
  await read(reader);
  await app.close();
  expect((await reader?.read())?.done).toBe(true);
});

test('streams of browsers that have gone, and of a router that does not answer, count no more', async () => {
  let isAway = true;
  const { streams, open, leave } = await listening(async () => {
    if (isAway) throw new Error('away');
    const { response, say } = routerStream();
    say('placed');
    return response;
  });
  const openAll = () => Promise.all(Array.from({ length: MOST_STREAMS }, open));
  for (const { status } of await openAll()) expect(status).toBe(500);
  await vi.waitFor(() => expect(streams.areMany('mina')).toBe(false), within);
  isAway = false;
  await openAll();
  expect(streams.areMany('mina')).toBe(true);
  leave();
  await vi.waitFor(() => expect(streams.areMany('mina')).toBe(false), within);
});
