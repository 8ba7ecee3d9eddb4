import { TestShop, type TestShopProps } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import type { SearchPage_QueryQuery } from '../generated/graphql.ts';
import { results } from '../testing.ts';
import { SearchPage } from './search-page.tsx';

afterEach(cleanup);

function searchPage(search: object, shop: Omit<TestShopProps, 'children'>) {
  // The page's fragments are masked in its type; the data is what the router would send.
  const data = { search } as unknown as SearchPage_QueryQuery;
  return (
    <TestShop {...shop}>
      <SearchPage data={data} />
    </TestShop>
  );
}

function open(search: object, shop: Omit<TestShopProps, 'children'> = {}) {
  const onNavigate = vi.fn();
  return { onNavigate, ...render(searchPage(search, { onNavigate, ...shop })) };
}

const box = (name: RegExp) => screen.getByRole('checkbox', { name, hidden: true });

test('a ticked facet is sent at once, with the query and what was ticked before', () => {
  const { onNavigate } = open(results(['lamp']), { at: '/search?q=lamp&colour=ink' });
  fireEvent.click(box(/Moss/));
  expect(onNavigate).toHaveBeenCalledWith('/search?q=lamp&colour=ink&colour=moss');
});

test('what is ticked stays ticked, and the next tick is sent with it', () => {
  const { onNavigate } = open(results(['lamp']), { at: '/search?q=lamp' });
  fireEvent.click(box(/Moss/));
  expect(box(/Moss/)).toHaveProperty('checked', true);
  fireEvent.click(box(/Lighting/));
  expect(onNavigate).toHaveBeenLastCalledWith('/search?q=lamp&category=lighting&colour=moss');
});

test.each([
  ['ticked', () => fireEvent.click(box(/Moss/)), 'colour=moss'],
  [
    'sorted',
    () => fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'PRICE_ASC' } }),
    'sort=PRICE_ASC',
  ],
])('what was %s before JavaScript had arrived counts', (_, choose, sent) => {
  const onNavigate = vi.fn();
  const page = searchPage(results(['lamp']), { at: '/search?q=lamp', onNavigate });
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(page);
  choose();
  render(page, { container, hydrate: true });
  expect(onNavigate.mock.calls).toEqual([[`/search?q=lamp&${sent}`]]);
});

test('without JavaScript the same form is a plain GET', () => {
  open(results(['lamp']), { at: '/search?q=lamp', session: { locale: 'ko' } });
  const form = screen.getByRole('form', { name: '필터' });
  expect(form.getAttribute('method')).toBe('get');
  expect(form.getAttribute('action')).toBe('/ko/search');
  expect(within(form).getByDisplayValue('lamp').getAttribute('name')).toBe('q');
});

test('a chosen filter can be taken away, and all of them', () => {
  open(results(['lamp']), { at: '/search?q=lamp&colour=ink&price=-5000' });
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(href('Remove filter Ink')).toBe('/en/search?q=lamp&price=-5000');
  expect(href('Clear all filters')).toBe('/en/search?q=lamp');
});

test('the number of results is told aloud', () => {
  open(results(['a', 'b', 'c']), { at: '/search?q=lamp' });
  expect(screen.getByText('3 products').getAttribute('role')).toBe('status');
});

test('a corrected query says what was searched instead', () => {
  open(results(['chair'], { correctedQuery: 'chair' }), { at: '/search?q=chiar' });
  expect(screen.getByText(/Nothing was found for “chiar”/)).toBeTruthy();
});

test('a search that finds nothing leads on; with filters, it leads out of them', () => {
  open(results([]), { at: '/search?q=zzz' });
  expect(screen.getByRole('link', { name: 'See everything' }).getAttribute('href')).toBe('/en/search');
  expect(screen.queryByRole('form', { name: 'Filters' })).toBeNull();
  cleanup();
  open(results([]), { at: '/search?q=lamp&colour=ink' });
  expect(screen.getByRole('heading', { name: 'No product fits all of these' })).toBeTruthy();
});

test('"show more" is a link to the next page, and the page that was there stays', async () => {
  const first = results(['a', 'b'], {
    totalCount: 26,
    pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'c1' },
  });
  const { onNavigate } = open(first, {
    at: '/search?q=more',
    answers: { ProductListPage_Query: { search: results(['z']) } },
  });
  const more = screen.getByRole('link', { name: 'Show more' });
  expect(more.getAttribute('href')).toBe('/en/search?q=more&after=c1&from=24');
  fireEvent.click(more);
  expect(onNavigate).toHaveBeenCalledWith('/search?q=more&after=c1&from=24');
  expect(await screen.findByRole('link', { name: 'Z' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'A' })).toBeTruthy();
});

test('an address in the middle of a list leads back to its start', () => {
  open(results(['y', 'z'], { totalCount: 26 }), { at: '/search?q=middle&after=c1&from=24' });
  expect(screen.getByRole('link', { name: 'Show from the start' }).getAttribute('href')).toBe(
    '/en/search?q=middle',
  );
  expect(screen.getByText('25 to 26 of 26')).toBeTruthy();
});
