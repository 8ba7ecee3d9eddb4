import { expect, test } from 'vitest';
import { matchPage, type ReleaseSet, type UnitRelease } from './release-set.ts';

function unit(pages: Record<string, string>): UnitRelease {
  return { version: '1', container: 'c', entry: ['client/remoteEntry.js', ''], pages, slots: [], files: {} };
}

const set: ReleaseSet = {
  units: {
    'mfe-catalog': unit({ 'catalog.home': '/', 'catalog.product': '/p/:handle' }),
    'mfe-order': unit({ 'order.order': '/orders/:id', 'order.guide': '/orders/guide' }),
  },
};

test('an address leads to the page that owns it, with its parameters decoded', () => {
  expect(matchPage(set, '/')).toEqual({ unit: 'mfe-catalog', name: 'catalog.home', params: {} });
  expect(matchPage(set, '/p/%EC%9D%98%EC%9E%90')?.params).toEqual({ handle: '의자' });
});

test('a literal path wins over one with parameters', () => {
  expect(matchPage(set, '/orders/guide')?.name).toBe('order.guide');
  expect(matchPage(set, '/orders/1')?.name).toBe('order.order');
});

test('what nobody owns, or what is not well encoded, has no page', () => {
  expect(matchPage(set, '/nowhere')).toBeUndefined();
  expect(matchPage(set, '/p/%E0%A4%A')).toBeUndefined();
});
