import { expect, test } from 'vitest';
import { addressOf, filterOf, placeOf, sortOf, without } from './listing-address.ts';
import { openedPages, openNext } from './opened-pages.ts';

const search = (text: string) => new URLSearchParams(text);

test('a list without filters asks for everything, the most loved first', () => {
  expect(filterOf(search(''))).toEqual({
    category: null,
    colour: null,
    material: null,
    price: null,
    available: null,
  });
  expect(sortOf(search(''))).toBe('POPULAR');
});

test('a search shows the best match first, unless told otherwise', () => {
  expect(sortOf(search('q=lamp'))).toBe('RELEVANCE');
  expect(sortOf(search('q=lamp&sort=PRICE_ASC'))).toBe('PRICE_ASC');
  expect(sortOf(search('q=lamp&sort=nonsense'))).toBe('RELEVANCE');
});

test('facets are read as a plain form sends them', () => {
  const filter = filterOf(
    search(
      'category=lighting&colour=ink&colour=&colour=moss&material=oak&price=500-2000&availability=in-stock',
    ),
  );
  expect(filter).toEqual({
    category: ['lighting'],
    colour: ['ink', 'moss'],
    material: ['oak'],
    price: { min: 500, max: 2000 },
    available: true,
  });
});

test('a category page keeps to its category, whatever the address says', () => {
  expect(filterOf(search('category=garden'), 'lighting').category).toEqual(['lighting']);
});

test.each([
  ['-2000', { min: null, max: 2000 }],
  ['20000-', { min: 20000, max: null }],
  ['0-500', { min: 0, max: 500 }],
  ['-', null],
  ['12', null],
  ['1e9-', null],
  ['-99999999999', null],
])('the price band %s', (band, price) => {
  expect(filterOf(search(`price=${band}`)).price).toEqual(price);
});

test('a place counts only together with its cursor', () => {
  expect(placeOf(search('after=abc&from=24'))).toEqual({ after: 'abc', from: 24 });
  expect(placeOf(search('from=24'))).toEqual({ after: null, from: 0 });
  expect(placeOf(search('after=abc&from=-3'))).toEqual({ after: 'abc', from: 0 });
});

test('what a form left empty, and the sorting that holds anyway, stay out of the address', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['q', 'lamp'],
    ['price', ''],
    ['colour', 'ink'],
    ['colour', 'moss'],
    ['sort', 'RELEVANCE'],
  ] as const)
    form.append(name, value);
  expect(addressOf(form).toString()).toBe('q=lamp&colour=ink&colour=moss');
  form.set('sort', 'NEWEST');
  expect(addressOf(form).get('sort')).toBe('NEWEST');
});

test('taking a filter away leaves the others, and goes back to the start of the list', () => {
  expect(without(search('colour=ink&colour=moss&after=abc&from=24'), 'colour', 'ink').toString()).toBe(
    'colour=moss',
  );
});

test('pages opened one after another come back together, as far as the address goes', () => {
  openNext('/search?q=cup', [null], 'c1');
  openNext('/search?q=cup', openedPages('/search?q=cup', 'c1'), 'c2');
  expect(openedPages('/search?q=cup', 'c2')).toEqual([null, 'c1', 'c2']);
  expect(openedPages('/search?q=cup', 'c1')).toEqual([null, 'c1']);
  expect(openedPages('/search?q=cup', null)).toEqual([null]);
});

test('an address from elsewhere shows the page that it names', () => {
  expect(openedPages('/search?q=jug', 'c7')).toEqual(['c7']);
});
