import { createLogger } from '@arcade/subgraph-kit/service';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Discovered } from './discovery.ts';
import { followDiscovery } from './follow-discovery.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const second = 1_000;
const document: Discovered = { base: 'http://registry', discovery: { schema: 'v1-pre', microFrontends: {} } };

/** What the registry says in the first rounds: the document, nothing new, or nothing at all; from then on nothing new. */
async function follow(rounds: readonly (Discovered | 'away')[], outcomes: readonly boolean[]) {
  let round = 0;
  let applied = 0;
  const following = await followDiscovery(
    {
      address: new URL('http://registry'),
      async read() {
        const said = rounds[round++];
        if (said === 'away') throw new Error('away');
        return said;
      },
      recall: async () => undefined,
    },
    { apply: async () => outcomes[applied++] ?? true, tidy: async () => {} },
    createLogger('test', 'silent'),
  );
  return { applied: () => applied, following };
}

test('what could not be loaded is tried again after a while', async () => {
  const { applied, following } = await follow([document], [false]);
  await vi.advanceTimersByTimeAsync(8 * second);
  expect(applied()).toBe(1);
  await vi.advanceTimersByTimeAsync(second);
  expect(applied()).toBe(2);
  await vi.advanceTimersByTimeAsync(60 * second);
  expect(applied()).toBe(2);
  following.stop();
});

test('what could not be loaded is tried again as soon as the registry is back', async () => {
  const { applied, following } = await follow([document, 'away', 'away'], [false]);
  await vi.advanceTimersByTimeAsync(2 * second);
  expect(applied()).toBe(1);
  await vi.advanceTimersByTimeAsync(second);
  expect(applied()).toBe(2);
  following.stop();
});
