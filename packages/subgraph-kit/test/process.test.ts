import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../src/testing.ts';
import type { NoTables } from './publisher.ts';

const SERVICE = new URL('./a-service.ts', import.meta.url);

let db: TestDatabase<NoTables>;
beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('./migrations/', import.meta.url), schema: {} });
});
afterAll(() => db.drop());

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function givenProcess(env: Record<string, string> = {}) {
  const child = fork(SERVICE, { env: { ...process.env, DATABASE_URL: db.url, ...env }, silent: true });
  started.push(child);
  const output = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  return {
    child,
    ready: async (): Promise<string> => {
      const [message] = await once(child, 'message');
      expect(message).toEqual({ ready: true, port: expect.any(Number) });
      return `http://127.0.0.1:${message.port}`;
    },
    end: async () => {
      const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
      const [, stderr = ''] = await output;
      return { code, stderr };
    },
  };
}

test('a service says when it is ready, and answers what is in hand before it leaves on SIGTERM', async () => {
  const service = givenProcess();
  const url = await service.ready();
  const slow = fetch(`${url}/slow`);
  // Only a request that has arrived is in hand.
  await fetch(`${url}/livez`);
  service.child.kill('SIGTERM');
  expect(await (await slow).json()).toEqual({ done: true });
  expect((await service.end()).code).toBe(0);
  await expect(fetch(`${url}/livez`)).rejects.toThrow();
});

test('a service ends when the process that started it is gone', async () => {
  const service = givenProcess();
  await service.ready();
  service.child.disconnect();
  expect((await service.end()).code).toBe(0);
});

test('with a collector in the environment, spans of the request and of its SQL go there', async () => {
  const received: string[] = [];
  const collector = createServer(async (request, response) => {
    received.push(await text(request));
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('the collector has no port');
  const service = givenProcess({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}` });
  const url = await service.ready();
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await fetch(`${url}/sql`, { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
  service.child.kill('SIGTERM');
  expect((await service.end()).code).toBe(0);
  collector.close();
  const spans = received.join('');
  for (const expected of ['a-service', trace, '"GET /sql"', '"SELECT"']) expect(spans).toContain(expected);
});

test('a taken port stops the start with one line', async () => {
  const first = givenProcess();
  const { port } = new URL(await first.ready());
  const { code, stderr } = await givenProcess({ PORT: port }).end();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `a-service cannot listen on 127.0.0.1:${port}: the port is taken. Stop what holds it, or set PORT.\n`,
  );
});

test('an unreachable database stops the start with one line that holds no password', async () => {
  const { code, stderr } = await givenProcess({
    DATABASE_URL: 'postgres://shop:hunter2@127.0.0.1:1/shop',
  }).end();
  expect(code).toBe(1);
  expect(stderr).toBe(
    'Database shop at 127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1. ' +
      'Start PostgreSQL there, or set DATABASE_URL.\n',
  );
});

test('a failed migration stops the start with one line and leaves nothing of itself', async () => {
  const { code, stderr } = await givenProcess({ MIGRATIONS: './broken-migrations/' }).end();
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^Migration .*0002_broken\.sql failed: syntax error at or near "tabel"\. .*start again\.\n$/,
  );
  const { rows } = await db.pool.query(
    `select to_regclass('kept') as kept, to_regclass('half_done') as half`,
  );
  expect(rows).toEqual([{ kept: 'kept', half: null }]);
});

test('a wrong variable stops the start with a line each: variable, value, what is allowed', async () => {
  const { code, stderr } = await givenProcess({ PORT: 'http', LOG_LEVEL: 'loud' }).end();
  expect(code).toBe(1);
  expect(stderr.trim().split('\n').sort()).toEqual([
    'LOG_LEVEL is "loud": expected silent, fatal, error, warn, info, debug or trace',
    'PORT is "http": expected a port, 0 to 65535',
  ]);
});
