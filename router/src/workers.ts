/**
 * WORKERS=n: one process for each core (node:cluster), which share the port. The first shows whether the router starts at all; from
 * then on one that dies is started again. A stop drains them all. With 1 there is just this process.
 */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from '@arcade/subgraph-kit/process';
import { type Service, StartError } from '@arcade/subgraph-kit/service';
import { z } from 'zod';
import { collectMetrics, tellMetrics } from './worker-metrics.ts';

/** Pause before a worker is started again: it doubles with each death in a row. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran for this long is well again: its next death is a first one. */
const RECOVERED_MS = 60_000;

type Running = Pick<Service, 'port' | 'stop'>;

/** The whole of a process, like `runProcess`; `start` runs in each worker. */
export async function runWithWorkers(count: number, start: () => Promise<Running>): Promise<void> {
  if (count === 1) return runProcess(start);
  if (cluster.isPrimary) return runProcess(() => startWorkers(count));
  tellMetrics();
  return runProcess(start);
}

/** What runProcess tells a parent. */
const ready = z.object({ ready: z.literal(true), port: z.number() });

async function startWorkers(count: number): Promise<Running> {
  const stopping = new AbortController();
  const alive = new Map<Worker, { ended: Promise<void>; ready: boolean }>();
  collectMetrics(() => [...alive].flatMap(([worker, state]) => (state.ready ? [worker] : [])));

  /** Resolves when it has ended; `onReady` may come before. */
  function live(onReady: (port: number) => void): Promise<string> {
    const worker = cluster.fork();
    const { promise: ended, resolve } = Promise.withResolvers<string>();
    const state = { ended: ended.then(() => {}), ready: false };
    alive.set(worker, state);
    worker.on('message', (message: unknown) => {
      const { data } = ready.safeParse(message);
      if (!data || state.ready) return;
      state.ready = true;
      onReady(data.port);
    });
    worker.once('exit', (code, signal) => {
      alive.delete(worker);
      resolve(signal ?? `code ${code}`);
    });
    return ended;
  }

  async function keepAlive(ended: string, readyAt: number): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = performance.now() - readyAt > RECOVERED_MS ? 1 : failures + 1;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
      console.error(`a worker ended (${ended}); started again in ${pause / 1_000} s`);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      readyAt = Number.POSITIVE_INFINITY;
      ended = await live(() => {
        readyAt = performance.now();
      });
    }
  }

  /** Resolves with the port; rejects when it ends before it is ready. */
  function first(): Promise<number> {
    return new Promise((resolve, reject) => {
      let readyAt: number | undefined;
      void live((port) => {
        readyAt = performance.now();
        resolve(port);
      }).then((ended) => {
        if (readyAt !== undefined) return keepAlive(ended, readyAt);
        reject(new StartError(`A worker ended before it was ready (${ended}); its reason is above.`));
      });
    });
  }

  const port = await first();
  await Promise.all(Array.from({ length: count - 1 }, first));
  return {
    port,
    async stop() {
      stopping.abort();
      for (const worker of alive.keys()) worker.process.kill('SIGTERM');
      await Promise.all([...alive.values()].map(({ ended }) => ended));
    },
  };
}
