import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Service, type ServiceOptions, startService } from './service.ts';

async function start(options: Partial<ServiceOptions>): Promise<Service> {
  const service = await startService({
    name: 'a-service',
    env: { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    routes() {},
    ...options,
  });
  onTestFinished(() => service.stop());
  return service;
}

test('who cannot work now says why at /readyz, and lives on', async () => {
  let reason: string | undefined = 'the database is away';
  const { url } = await start({
    async ready() {
      if (reason) throw new Error(reason);
    },
  });
  const readiness = await fetch(`${url}/readyz`);
  expect([readiness.status, await readiness.json()]).toEqual([
    503,
    { status: 'unavailable', reason: 'the database is away' },
  ]);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  reason = undefined;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('what is in hand at a stop is answered, and its connection is not kept', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const service = await start({
    routes(app) {
      app.get('/slow', async () => {
        begin();
        await gate;
        return { done: true };
      });
    },
  });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const asking = once(get(`${service.url}/slow`, { agent }), 'response');
  await begun;
  const stopped = service.stop();
  open();
  const [answer]: IncomingMessage[] = await asking;
  if (!answer) throw new Error('no answer');
  expect(answer.headers.connection).toBe('close');
  expect(await text(answer)).toBe('{"done":true}');
  await stopped;
});

test('a request that never ends is cut, so that a stop comes to its end', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const service = await start({
    routes(app) {
      app.get('/hangs', () => {
        begin();
        return new Promise(() => {});
      });
    },
  });
  const asking = once(get(`${service.url}/hangs`), 'response').catch((error: unknown) => error);
  await begun;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const stopped = service.stop();
  await vi.advanceTimersByTimeAsync(8_000);
  vi.useRealTimers();
  expect(String(await asking)).toContain('socket hang up');
  await stopped;
});

test('requests are counted by route and status, those of probes are not', async () => {
  const { url } = await start({
    routes(app) {
      app.post('/things/:id', async () => ({}));
    },
  });
  await fetch(`${url}/things/1`, { method: 'POST' });
  await fetch(`${url}/livez`);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain(
    'http_request_duration_seconds_count{method="POST",route="/things/:id",status="200"} 1',
  );
  expect(metrics).not.toContain('/livez');
});

test('a body is read up to the limit that is given, or a megabyte', async () => {
  const routes: ServiceOptions['routes'] = (app) => {
    app.post('/', async () => ({}));
  };
  const status = async ({ url }: Service, bytes: number) => {
    const body = JSON.stringify('x'.repeat(bytes - 2));
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  const small = await start({ routes, bodyLimit: 10 });
  expect([await status(small, 10), await status(small, 11)]).toEqual([200, 413]);
  const standard = await start({ routes });
  expect([await status(standard, 1_048_576), await status(standard, 1_048_577)]).toEqual([200, 413]);
});
