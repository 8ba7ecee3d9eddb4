import { expect, test, vi } from 'vitest';
import { expiringCache } from './expiring-cache.ts';

test('a value is there until its moment', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
  try {
    const cache = expiringCache<string>(10);
    cache.set('a', 'one', 2_000);
    vi.setSystemTime(1_999);
    expect(cache.get('a')).toBe('one');
    vi.setSystemTime(2_000);
    expect(cache.get('a')).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

test('when it is full, what was stored first makes room', () => {
  const cache = expiringCache<number>(2);
  const later = Date.now() + 60_000;
  cache.set('a', 1, later);
  cache.set('b', 2, later);
  cache.set('a', 3, later);
  cache.set('c', 4, later);
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([3, undefined, 4]);
});
