/**
 * Says no while there is still time to: a router that takes more than it can answer answers nobody in time. Two signs: requests in
 * hand, and how late the event loop is. `@fastify/under-pressure` looks at the second only, and once a second.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Refusal } from '../refusal.ts';

export interface LoadShedding {
  /** Throws Refusal. Who is let in calls what is returned when the request has left; a second call does nothing. */
  admit(): () => void;
  readonly inFlight: number;
  stop(): void;
}

export interface LoadSheddingOptions {
  maxInFlight: number;
  /** How late the event loop may be on average, milliseconds. */
  maxDelayMs: number;
  /** How late it is. */
  delay?: DelayMeter;
}

export interface DelayMeter {
  /** Milliseconds, on average since the last but one look. */
  readonly ms: number;
  stop(): void;
}

const RETRY_AFTER_SECONDS = 1;

export function loadShedding({
  maxInFlight,
  maxDelayMs,
  delay = eventLoopDelay(),
}: LoadSheddingOptions): LoadShedding {
  let inFlight = 0;
  return {
    admit() {
      // The first is always let in: otherwise one long pause would close an idle router until the next look.
      if (inFlight >= maxInFlight || (inFlight > 0 && delay.ms > maxDelayMs)) throw overloaded();
      inFlight++;
      let here = true;
      return () => {
        if (!here) return;
        here = false;
        inFlight--;
      };
    },
    get inFlight() {
      return inFlight;
    },
    stop: () => delay.stop(),
  };
}

const overloaded = () =>
  new Refusal('OVERLOADED', 'The router has more to do than it can. Try again in a moment.', {
    status: 503,
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  });

const RESOLUTION_MS = 20;
const LOOK_EVERY_MS = 250;

export function eventLoopDelay(): DelayMeter {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let ms = 0;
  const timer = setInterval(() => {
    // Nanoseconds from one tick of the monitor to the next, so a loop in time shows its resolution.
    ms = histogram.count > 0 ? Math.max(0, histogram.mean / 1e6 - RESOLUTION_MS) : 0;
    histogram.reset();
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    get ms() {
      return ms;
    },
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
