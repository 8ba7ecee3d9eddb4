/**
 * Tells the registry every second how releases fare. A registry that is down or slow is asked again after growing pauses; what happens meanwhile is
 * counted on, in memory that does not grow, and no page view ever waits for it.
 */
import type { HealthReport } from '@arcade/mfe-kit/health';
import type { Logger } from '@arcade/subgraph-kit/service';
import type { Health } from './health.ts';

export interface Reporting {
  /** Tells what is left, if the registry takes it at once. */
  stop(): Promise<void>;
}

interface Options {
  readonly url: string;
  readonly token: string;
  /** Milliseconds between reports. */
  readonly every?: number;
}

const longestPause = 30_000;
const timeLimit = 5_000;

export function reportHealth(
  health: Pick<Health, 'drain'>,
  { url, token, every = 1_000 }: Options,
  log: Logger,
): Reporting {
  /** Taken from the counts, and not taken by the registry yet. While there are any, nothing more is taken. */
  let unsent: HealthReport[] = [];
  let pause = every;

  const send = async (report: HealthReport, limit: number): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(limit),
    });
    const answer = await response.text();
    if (response.ok) return;
    const refusal = new Error(`${url} answered ${response.status}: ${answer.slice(0, 200)}`);
    if (response.status >= 500 || response.status === 429) throw refusal;
    // It would be refused again.
    log.error({ err: refusal }, 'the registry refuses a health report');
  };

  const round = async (limit: number): Promise<void> => {
    if (unsent.length === 0) unsent = health.drain();
    try {
      for (const report of [...unsent]) {
        await send(report, limit);
        unsent.shift();
      }
      if (pause > every) log.info('the registry takes health reports again');
      pause = every;
    } catch (error) {
      if (pause === every) log.warn({ err: error }, 'the registry does not take health reports');
      pause = Math.min(pause * 2, longestPause);
    }
  };

  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  let running = Promise.resolve();
  const next = () => {
    timer = setTimeout(async () => {
      running = round(timeLimit);
      await running;
      if (!stopped) next();
    }, pause);
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await round(1_000);
    },
  };
}
