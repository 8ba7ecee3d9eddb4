/**
 * 50 connections that ask the same again and again. autocannon, because the load shares a core with the subgraphs and it costs least of it:
 * 0.025 ms of CPU a small answer and 0.07 ms one of 78 KB, where a loop on undici's `Pool.request` costs 0.052 and 0.146, and on its `dispatch`
 * 0.034 and 0.115.
 */
import autocannon from 'autocannon';
import { percentile } from '../figures.ts';
import { coreMs, cpuMs, memoryMb } from './process-figures.ts';
import type { Round } from './report.ts';

export const CONNECTIONS = 50;

export interface Target {
  name: string;
  pid: number;
  url: string;
  /** That it is bound to. */
  core: number | undefined;
}

/**
 * Asks `amount` times and waits for the last answer: what is in flight at the end neither falls out of the count nor burdens whoever is
 * measured next.
 */
export async function measure(
  target: Target,
  body: string,
  amount: number,
): Promise<Omit<Round, 'subgraphRequests'>> {
  const times: number[] = [];
  const sizes = new Set<number>();
  const began = performance.now();
  const cpuBefore = cpuMs(target.pid);
  const coreBefore = target.core === undefined ? undefined : coreMs(target.core);
  let ended = began;
  const { errors, timeouts, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      {
        url: target.url,
        connections: CONNECTIONS,
        amount,
        timeout: 30,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    ).on('response', (_client, _status, size, time) => {
      times.push(time);
      sizes.add(size);
      ended = performance.now();
    });
  });
  const cpuAfter = cpuMs(target.pid);
  const coreAfter = target.core === undefined ? undefined : coreMs(target.core);
  if (errors + timeouts + non2xx > 0 || times.length !== amount) {
    throw new Error(
      `${target.name} answered ${times.length} of ${amount} requests, ${non2xx} with another status than 200; ${errors} errors, ${timeouts} came too late`,
    );
  }
  if (sizes.size > 1) {
    throw new Error(`${target.name} answers the same request differently: ${[...sizes].join(', ')} bytes`);
  }
  const elapsed = ended - began;
  const cpu = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
  return {
    requestsPerSecond: (amount / elapsed) * 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpuPerRequest: cpu === undefined ? undefined : cpu / amount,
    busy: cpu === undefined ? undefined : cpu / elapsed,
    others:
      coreBefore && coreAfter && cpu !== undefined
        ? (coreAfter.used - coreBefore.used - cpu) / (coreAfter.total - coreBefore.total)
        : undefined,
    memory: memoryMb(target.pid, 'VmRSS'),
  };
}
