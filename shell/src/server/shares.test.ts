import { expect, test } from 'vitest';
import { visitor } from './lot.ts';
import { type Share, shareOf } from './shares.ts';

const share = (named: string, traffic: number, isDefault = false): Share => ({
  named,
  traffic,
  isDefault,
  live: undefined,
});
const rollout = (traffic: number) => [share('candidate', traffic), share('stable', 100 - traffic, true)];

/** The numbers of 100,000 visitors. */
const numbers = Array.from({ length: 100_000 }, (_, index) => visitor(`visitor ${index}`).number);
const given = (shares: readonly Share[]) =>
  new Set(
    numbers.flatMap((number, index) => (shareOf(shares, number)?.named === 'candidate' ? [index] : [])),
  );

test('of 100,000 visitors 10 % get a release at 10 %', () => {
  for (const traffic of [0.1, 1, 10, 50, 90]) {
    const expected = traffic * 1_000;
    // Three standard deviations of a lot that is fair.
    const off = 3 * Math.sqrt(expected * (1 - traffic / 100));
    expect(Math.abs(given(rollout(traffic)).size - expected), `${traffic} %`).toBeLessThan(off);
  }
});

test('0 % is nobody and 100 % is everybody', () => {
  expect(given(rollout(0)).size).toBe(0);
  expect(given(rollout(100)).size).toBe(numbers.length);
});

test('whoever has a release keeps it when its share goes up, and none but those when it goes down', () => {
  const steps = [0, 0.01, 1, 10, 20, 50, 99.99, 100].map((traffic) => given(rollout(traffic)));
  steps.forEach((now, step) => {
    const next = steps[step + 1];
    expect([...now].every((index) => next?.has(index) ?? true)).toBe(true);
  });
});

test('of 10,000 numbers a share has exactly its part, whatever floating point makes of it', () => {
  const all = Array.from({ length: 10_000 }, (_, number) => number);
  for (const traffic of [0.01, 0.07, 0.29, 1.1, 33.33, 57.57]) {
    const got = all.filter((number) => shareOf(rollout(traffic), number)?.named === 'candidate');
    expect(got).toHaveLength(Math.round(traffic * 100));
  }
});

test('the same visitors are the first of every unit, in whatever order its releases are named', () => {
  const [candidate, stable] = rollout(10);
  if (!candidate || !stable) throw new Error('A rollout has two sides.');
  expect(given([stable, candidate])).toEqual(given([candidate, stable]));
});
