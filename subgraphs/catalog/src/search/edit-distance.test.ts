import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['chair', 'chair', 0],
  ['chiar', 'chair', 1],
  ['chir', 'chair', 1],
  ['chaiir', 'chair', 1],
  ['chaer', 'chair', 1],
  ['chiarr', 'chair', 2],
  ['table', 'chair', 3],
])('%s and %s are %i apart, as far as two are counted', (from, to, distance) => {
  expect(editDistance(from, to, 2)).toBe(distance);
  expect(editDistance(to, from, 2)).toBe(distance);
});

test('a limit changes nothing below it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 8 }), (from, to, limit) => {
      expect(editDistance(from, to, limit)).toBe(Math.min(editDistance(from, to, 8), limit + 1));
    }),
  );
});
