import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePorts, requireFree } from './ports.ts';
import { startCluster } from './postgres.ts';
import { type Change, supervise } from './supervisor.ts';

const limits = { firstMs: 20, longestMs: 80, recoveredMs: 60_000, graceMs: 300, readyMs: 10_000 };

test('a process is ready when it says so and answers', async () => {
  const { supervised, url } = await service();
  await supervised.start();
  expect(supervised.status()).toMatchObject({ state: 'ready', restarts: 0 });
  expect((await fetch(url)).status).toBe(200);
});

test('a process that dies is started again, after pauses that grow up to a limit', async () => {
  const { supervised, url, changes } = await service();
  await supervised.start();
  for (const restarts of [1, 2, 3, 4]) {
    await fetch(`${url}/exit`).catch(() => {});
    await vi.waitFor(() => expect(supervised.status()).toMatchObject({ state: 'ready', restarts }), 5000);
  }
  const pauses = changes.filter((change) => change.state === 'pausing');
  expect(pauses.map((change) => change.pauseSeconds)).toEqual([0.02, 0.04, 0.08, 0.08]);
  expect(pauses[0]).toMatchObject({ name: 'service', ended: 'code 3' });
});

test('a process that recovered for long begins with the shortest pause again', async () => {
  const { supervised, url, changes } = await service({}, { recoveredMs: 0 });
  await supervised.start();
  for (const restarts of [1, 2]) {
    await fetch(`${url}/exit`).catch(() => {});
    await vi.waitFor(() => expect(supervised.status()).toMatchObject({ state: 'ready', restarts }), 5000);
  }
  expect(changes.filter((one) => one.state === 'pausing').map((one) => one.pauseSeconds)).toEqual([
    0.02, 0.02,
  ]);
});

test('a process that ends before it was ready fails the start with what it said', async () => {
  const { supervised } = await service({ FAIL: 'PORT is "x": expected a port' });
  await expect(supervised.start()).rejects.toThrow(
    'service ended (code 1) before it was ready: PORT is "x": expected a port',
  );
  expect(supervised.status().state).toBe('stopped');
});

test('a stopped process stays stopped until it is started again', async () => {
  const { supervised, logFile, url } = await service();
  await supervised.start();
  await supervised.stop();
  expect(await readFile(logFile, 'utf8')).toContain('left in order');
  await expect(fetch(url)).rejects.toThrow();
  await supervised.start();
  expect(supervised.status()).toMatchObject({ state: 'ready', restarts: 0 });
});

test('a process that does not leave is killed', async () => {
  const { supervised, url } = await service({ DEAF: '1' });
  await supervised.start();
  await supervised.stop();
  await expect(fetch(url)).rejects.toThrow();
});

test('kill -9 of the starter ends its processes, PostgreSQL too', async () => {
  const { folder, ports } = await place();
  const { starter } = await startStarter(folder, ports);
  await expect(requireFree({ order: ports.order, postgres: ports.postgres }, 0)).rejects.toThrow('is taken');
  starter.kill('SIGKILL');
  await requireFree({ order: ports.order, postgres: ports.postgres }, 10_000);
});

test('PostgreSQL left behind by kill -9 of everything is stopped by the next start', async () => {
  const { folder, ports } = await place();
  const { starter, holder } = await startStarter(folder, ports);
  // Neither may get to notice the other's end.
  process.kill(holder, 'SIGSTOP');
  starter.kill('SIGKILL');
  process.kill(holder, 'SIGKILL');

  const next = await startCluster({ folder: `${folder}/postgres`, port: ports.catalog, password: 'test' });
  await next.stop();
  await requireFree({ order: ports.order, postgres: ports.postgres }, 10_000);
});

async function startStarter(folder: string, ports: { postgres: number; order: number }) {
  const starter = fork(path.join(import.meta.dirname, 'fixtures/starter.ts'), {
    env: {
      ...process.env,
      FOLDER: folder,
      POSTGRES_PORT: `${ports.postgres}`,
      SERVICE_PORT: `${ports.order}`,
    },
  });
  onTestFinished(() => void starter.kill('SIGKILL'));
  const [{ holder }] = await once(starter, 'message');
  return { starter, holder: Number(holder) };
}

async function place() {
  const folder = await mkdtemp(path.join(tmpdir(), 'shop-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, ports: await freePorts() };
}

async function service(env: Record<string, string> = {}, changed: Partial<typeof limits> = {}) {
  const { folder, ports } = await place();
  const url = `http://127.0.0.1:${ports.order}`;
  const changes: Change[] = [];
  const logFile = `${folder}/service.log`;
  const supervised = supervise(
    {
      name: 'service',
      command: ['service.ts'],
      folder: path.join(import.meta.dirname, 'fixtures'),
      env: { PORT: String(ports.order), ...env },
      address: url,
      readyUrl: url,
      logFile,
    },
    (change) => changes.push(change),
    { ...limits, ...changed },
  );
  onTestFinished(() => supervised.stop());
  return { supervised, url, changes, logFile };
}
