import { expect, test } from 'vitest';
import { misfits, type Shape } from './shapes.ts';

test('the same shape fits, and more than is taken does no harm', () => {
  const shape: Record<string, Shape> = {
    id: 'string',
    lines: [{ sku: 'string', note: 'string?' }],
    total: { amount: 'number' },
  };
  expect(misfits({ ...shape, more: 'boolean' }, shape)).toEqual([]);
});

test('what may be left out may be missing, or always there', () => {
  expect(misfits({}, { note: 'string?' })).toEqual([]);
  expect(misfits({ note: 'string' }, { note: 'string?' })).toEqual([]);
});

test('what is needed may not be missing, nor be there at times', () => {
  expect(misfits({}, { id: 'string' })).toEqual(['id is missing ("string" is needed)']);
  expect(misfits({ id: 'string?' }, { id: 'string' })).toEqual(['id is "string?" ("string" is needed)']);
  expect(misfits({}, { constructor: 'string?' })).toEqual([]);
});

test('another type does not fit, wherever it is', () => {
  expect(misfits({ a: 'number' }, { a: 'string' })).toEqual(['a is "number" ("string" is needed)']);
  expect(misfits({ a: 'number' }, { a: 'string?' })).toEqual(['a is "number" ("string?" is needed)']);
  expect(misfits({ a: [{ b: 'number' }] }, { a: [{ b: 'string' }] })).toEqual([
    'a[].b is "number" ("string" is needed)',
  ]);
  expect(misfits({ a: { b: 'number' } }, { a: { b: 'number', c: 'number' } })).toEqual([
    'a.c is missing ("number" is needed)',
  ]);
  expect(misfits({ a: 'string' }, { a: ['string'] })).toHaveLength(1);
  expect(misfits({ a: ['string'] }, { a: { b: 'string' } })).toHaveLength(1);
  expect(misfits({ a: { b: 'string' } }, { a: ['string'] })).toHaveLength(1);
});
