import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { until } from './http-world.ts';

interface Started {
  process: ChildProcess;
  /** Each on a connection of its own, so that the workers take turns. */
  ask(path: string): Promise<IncomingMessage>;
  pid(): Promise<number>;
}

const file = fileURLToPath(new URL('workers-fixture.ts', import.meta.url));

function run(env: Record<string, string>): ChildProcess {
  const child = fork(file, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function start(workers: number): Promise<Started> {
  const child = run({ WORKERS: String(workers) });
  const [message] = await once(child, 'message');
  const { port } = z.object({ ready: z.literal(true), port: z.number() }).parse(message);
  const ask = async (path: string) => {
    // A connection on its way to a worker that is killed just then gets no answer at all.
    const signal = AbortSignal.timeout(5_000);
    const asking = get({ host: '127.0.0.1', port, path, agent: false, signal });
    const [answer] = await once(asking, 'response');
    return answer;
  };
  return {
    process: child,
    ask,
    pid: async () => z.object({ pid: z.number() }).parse(JSON.parse(await text(await ask('/pid')))).pid,
  };
}

async function text(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  return (await answer.toArray()).join('');
}

const pidsOf = async ({ pid }: Started) => new Set(await Promise.all(Array.from({ length: 20 }, pid)));

test('several workers share one port, and one forks nothing', async () => {
  const two = await start(2);
  const pids = await pidsOf(two);
  expect(pids.size).toBe(2);
  expect(pids).not.toContain(two.process.pid);
  const one = await start(1);
  expect(await pidsOf(one)).toEqual(new Set([one.process.pid]));
});

test('a worker that dies is started again, and the others answer meanwhile', async () => {
  const started = await start(2);
  const before = await pidsOf(started);
  const [killed = 0, other = 0] = before;
  process.kill(killed, 'SIGKILL');
  await until(async () => {
    const now = await pidsOf(started);
    expect(now).toContain(other);
    expect(now).not.toContain(killed);
    expect(now.size).toBe(2);
  });
});

test('the metrics of all workers are one sum, whichever is asked', async () => {
  const started = await start(2);
  expect((await pidsOf(started)).size).toBe(2);
  const all = 'http_request_duration_seconds_count{method="GET",route="/pid",status="200"} 20';
  for (let times = 0; times < 4; times++) {
    // One that is too busy to tell is left out, for once.
    await until(async () => expect(await text(await started.ask('/metrics'))).toContain(all));
  }
});

test('SIGTERM lets every worker finish what it has', async () => {
  const started = await start(2);
  const slow = await Promise.all([started.ask('/slow'), started.ask('/slow')]);
  const exit = once(started.process, 'exit');
  started.process.kill('SIGTERM');
  expect(await Promise.all(slow.map(text))).toEqual(['begun and done', 'begun and done']);
  expect(await exit).toEqual([0, null]);
});

test('no worker outlives the process that started it', async () => {
  const started = await start(2);
  const pids = await pidsOf(started);
  started.process.kill('SIGKILL');
  await until(() => {
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

test('what cannot start says why, and is not tried again', async () => {
  const child = run({ WORKERS: '3', FAILS: 'yes' });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said.match(/the fixture does not start/g)).toHaveLength(1);
  expect(said).toContain('A worker ended before it was ready (code 1)');
});
