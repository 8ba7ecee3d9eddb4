import { createLogger } from '@arcade/subgraph-kit/service';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Discovered } from './discovery.ts';
import { followDiscovery } from './follow-discovery.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const second = 1_000;
const document: Discovered = { base: 'http://registry', discovery: { schema: 'v1-pre', microFrontends: {} } };

/** What the registry says in the first rounds: the document, nothing new, or nothing at all; from then on nothing new. What it names is loaded at the second attempt. */
async function follow(...rounds: readonly (Discovered | 'away')[]) {
  let round = 0;
  const done: string[] = [];
  /** What an attempt waits for. */
  const until = { loaded: Promise.resolve() };
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
    {
      async apply() {
        const isComplete = done.includes('tried again');
        done.push('applied');
        return isComplete;
      },
      async retry() {
        done.push('tried again');
        await until.loaded;
        return true;
      },
      async tidy() {
        done.push('tidied');
      },
    },
    createLogger('test', 'silent'),
  );
  return { done, following, until };
}

test('what could not be loaded is tried again after a while', async () => {
  const { done, following } = await follow(document);
  await vi.advanceTimersByTimeAsync(8 * second);
  expect(done).toEqual(['applied']);
  await vi.advanceTimersByTimeAsync(45 * second);
  expect(done).toEqual(['applied', 'tried again', 'applied']);
  following.stop();
});

test('what could not be loaded is tried again as soon as the registry is back', async () => {
  const { done, following } = await follow(document, 'away', 'away');
  await vi.advanceTimersByTimeAsync(2 * second);
  expect(done).toEqual(['applied']);
  await vi.advanceTimersByTimeAsync(second);
  expect(done).toEqual(['applied', 'tried again']);
  following.stop();
});

test('what could not be loaded is tried again as soon as the registry is back, also when it has news', async () => {
  const { done, following } = await follow(document, 'away', document);
  await vi.advanceTimersByTimeAsync(2 * second);
  expect(done).toEqual(['applied', 'applied', 'tried again']);
  following.stop();
});

test('the mirror is tidied once a minute, and not while a release is tried again', async () => {
  const { done, following, until } = await follow(document);
  const { promise, resolve } = Promise.withResolvers<void>();
  until.loaded = promise;
  await vi.advanceTimersByTimeAsync(100 * second);
  expect(done).toEqual(['applied', 'tried again']);
  resolve();
  await vi.advanceTimersByTimeAsync(50 * second);
  expect(done).toEqual(['applied', 'tried again', 'applied', 'tidied']);
  await vi.advanceTimersByTimeAsync(60 * second);
  expect(done).toEqual(['applied', 'tried again', 'applied', 'tidied', 'tidied']);
  following.stop();
});
