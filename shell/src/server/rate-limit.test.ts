import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('so many at once, and then so many a minute, each for himself', () => {
  let time = 0;
  const limit = new RateLimit({ atOnce: 3, aMinute: 60, now: () => time });
  expect([1, 1, 1, 1].map((cost) => limit.allows('one', cost))).toEqual([true, true, true, false]);
  expect(limit.allows('other', 3)).toBe(true);
  time = 2_000;
  expect(limit.allows('one', 3)).toBe(false);
  expect(limit.allows('one', 2)).toBe(true);
});

test('many names do not make it grow, and those who are heard now are remembered', () => {
  const limit = new RateLimit({ atOnce: 1, aMinute: 0 });
  limit.allows('first');
  limit.allows('kept');
  for (let name = 0; name < 9_999; name++) {
    limit.allows(`${name}`);
    limit.allows('kept');
  }
  expect(limit.allows('first')).toBe(true);
  expect(limit.allows('kept')).toBe(false);
});
