import { expect, test } from 'vitest';
import { mayGoOn } from './ramp.ts';

const healthy = { verdict: 'undecided', evidence: 0.4, kind: 'error' } as const;
const minute = 60_000;
const step = { visitors: 1_000, sinceMs: 10 * minute, everyMs: 10 * minute };

test('a ramp goes on when its step is over and enough visitors met a healthy candidate', () => {
  expect(mayGoOn(healthy, step)).toEqual({ goOn: true });
});

test('a step lasts as long as asked for', () => {
  expect(mayGoOn(healthy, { ...step, sinceMs: 10 * minute - 1 })).toEqual({
    goOn: false,
    because: 'too early',
  });
});

test('few visitors make a step longer, but not for ever', () => {
  const quiet = { ...step, visitors: 299 };
  expect(mayGoOn(healthy, quiet)).toEqual({ goOn: false, because: 'too few visitors' });
  expect(mayGoOn(healthy, { ...quiet, sinceMs: 60 * minute })).toEqual({ goOn: true });
});

test('a candidate in doubt keeps its share, however long it takes', () => {
  const doubtful = { ...healthy, evidence: 10 };
  expect(mayGoOn(doubtful, { ...step, sinceMs: 6_000 * minute })).toEqual({
    goOn: false,
    because: 'in doubt',
  });
});

test('a worse candidate gets no more visitors', () => {
  expect(mayGoOn({ ...healthy, verdict: 'worse', evidence: 400 }, step)).toEqual({
    goOn: false,
    because: 'worse',
  });
});
