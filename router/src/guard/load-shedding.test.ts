import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Refusal } from '../refusal.ts';
import { eventLoopDelay, loadShedding } from './load-shedding.ts';

const meter = (ms: number) => ({ ms, stop: () => {} });

function refusal(admit: () => unknown): Refusal {
  try {
    admit();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('was let in');
}

test('as many requests as allowed are in hand; one more is told to come again', () => {
  const { admit } = loadShedding({ maxInFlight: 2, maxDelayMs: 100, delay: meter(0) });
  const release = admit();
  admit();
  expect(refusal(admit)).toMatchObject({ code: 'OVERLOADED', status: 503, headers: { 'retry-after': '1' } });
  release();
  release();
  admit();
  expect(refusal(admit).code).toBe('OVERLOADED');
});

test('an event loop that is late lets nobody in beside who is there', () => {
  const delay = meter(101);
  const { admit } = loadShedding({ maxInFlight: 10, maxDelayMs: 100, delay });
  const release = admit();
  expect(refusal(admit).code).toBe('OVERLOADED');
  release();
  admit();
  delay.ms = 100;
  admit();
});

test('an event loop that is held up again and again is seen to be late, and in time again afterwards', async () => {
  const delay = eventLoopDelay();
  try {
    await vi.waitFor(
      async () => {
        const until = performance.now() + 60;
        while (performance.now() < until);
        await turn();
        expect(delay.ms).toBeGreaterThan(20);
      },
      { timeout: 20_000, interval: 1 },
    );
    await vi.waitFor(() => expect(delay.ms).toBeLessThan(20), 20_000);
  } finally {
    delay.stop();
  }
});
