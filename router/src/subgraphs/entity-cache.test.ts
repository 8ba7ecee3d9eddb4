import { expect, test } from 'vitest';
import type { CachePolicy } from './client.ts';
import { cacheControl, cachePolicyOf, type EntityCache, entityCache, strictest } from './entity-cache.ts';

const forAll = (maxAge: number): CachePolicy => ({ maxAge, scope: 'public' });

function cacheOf(bytes: number, now?: () => number): EntityCache {
  const cache = entityCache(bytes, now);
  if (!cache) throw new Error('no cache');
  return cache;
}

test('what is public is kept for as long as it says, and tells how long it still may be', () => {
  let now = 0;
  const cache = cacheOf(1_000, () => now);
  cache.set('a', { name: 'A' }, 10, forAll(30));
  expect(cache.get('a')).toEqual({ value: { name: 'A' }, maxAge: 30 });
  now = 12_500;
  expect(cache.get('a')?.maxAge).toBe(17);
  now = 30_000;
  expect(cache.get('a')).toBeUndefined();
  expect(cache.isEmpty).toBe(true);
});

test('what is private, or says nothing, is never kept', () => {
  const cache = cacheOf(1_000);
  cache.set('private', 1, 10, { maxAge: 30, scope: 'private' });
  cache.set('silent', 1, 10, undefined);
  cache.set('over', 1, 10, forAll(0));
  expect(cache.isEmpty).toBe(true);
});

test('what was not asked for longest makes room for what is new', () => {
  const cache = cacheOf(100);
  cache.set('a', 'A', 40, forAll(30));
  cache.set('b', 'B', 40, forAll(30));
  expect(cache.get('a')?.value).toBe('A');
  cache.set('c', 'C', 40, forAll(30));
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.value)).toEqual(['A', undefined, 'C']);
  cache.set('huge', 'H', 101, forAll(30));
  expect(cache.get('huge')).toBeUndefined();
});

test('null is a value', () => {
  const cache = cacheOf(100, () => 0);
  cache.set('nothing', null, 4, forAll(30));
  expect(cache.get('nothing')).toEqual({ value: null, maxAge: 30 });
});

test('no memory is no cache', () => {
  expect(entityCache(0)).toBeUndefined();
});

test('a header says how long and for whom; what is not said is not for everybody', () => {
  const said: [string | undefined, CachePolicy | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['max-age=60, public', forAll(60)],
    ['Public,Max-Age=60', forAll(60)],
    ['max-age=60, private', { maxAge: 60, scope: 'private' }],
    ['max-age=60', { maxAge: 60, scope: 'private' }],
    ['public, private, max-age=60', { maxAge: 60, scope: 'private' }],
    ['public, max-age=10, s-maxage=60', forAll(60)],
    ['private, max-age=10, s-maxage=60', { maxAge: 10, scope: 'private' }],
    ['public, max-age=60, no-store', undefined],
    ['public, max-age=60, no-cache', undefined],
    ['public, max-age=0', undefined],
    ['public', undefined],
    ['public, max-age=soon', undefined],
    ['public, max-age=-5', undefined],
  ];
  for (const [header, policy] of said) expect([header, cachePolicyOf(header)]).toEqual([header, policy]);
});

test('what is put together is kept as the strictest of its parts', () => {
  expect(strictest(forAll(60), forAll(10))).toEqual(forAll(10));
  expect(strictest(forAll(10), { maxAge: 60, scope: 'private' })).toEqual({ maxAge: 10, scope: 'private' });
  expect(strictest(forAll(10), undefined)).toBeUndefined();
  expect(strictest(undefined, forAll(10))).toBeUndefined();
  expect([cacheControl(forAll(10)), cacheControl(undefined)]).toEqual(['max-age=10, public', 'no-store']);
});
