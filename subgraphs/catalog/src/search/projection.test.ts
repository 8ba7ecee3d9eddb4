import { expect, test, vi } from 'vitest';
import { SearchProjection, type Source } from './projection.ts';
import { search } from './search.ts';
import type { SearchDocument } from './search-index.ts';

const document = (id: string, price: number): SearchDocument => ({
  id,
  type: 'chair',
  category: { handle: 'furniture', name: { en: 'Furniture', ko: '가구' } },
  material: { code: 'oak', name: { en: 'Oak', ko: '참나무' } },
  name: { en: `Chair ${id}`, ko: `의자 ${id}` },
  summary: { en: 'To sit on.', ko: '앉는 것.' },
  description: { en: [], ko: [] },
  details: [],
  popularity: 1,
  createdAt: '2026-01-01T00:00:00Z',
  variants: [
    {
      colour: { code: 'ink', name: { en: 'Ink', ko: '먹색' }, swatch: '#222222' },
      prices: { KRW: price, USD: price },
      available: 1,
    },
  ],
});

/** A catalogue of two chairs whose log says what a test pushes. */
function catalogue() {
  const products = new Map(
    [document('one', 1_000), document('two', 2_000)].map((chair) => [chair.id, chair]),
  );
  const news: (string | Error)[] = [];
  const source: Source = {
    position: async () => '0.0',
    eachDocument: async (handle) => handle([...products.values()]),
    documentsOf: async (ids) => ids.map((id) => products.get(id)).filter((chair) => chair !== undefined),
    async newsAfter(position, signal) {
      await vi.waitUntil(() => news.length > 0 || signal.aborted, { timeout: 5_000, interval: 5 });
      const next = news.shift();
      if (next instanceof Error) throw next;
      const events = next ? [{ type: 'arcade.catalog.ProductChanged.v1', subject: next }] : [];
      return { events, position };
    },
  };
  return { products, news, projection: new SearchProjection(source) };
}

const cheapest = (projection: SearchProjection) =>
  search(projection.index, { filter: {}, sort: 'PRICE_ASC', currency: 'USD', first: 5 }).hits.map(
    ([, , id]) => id,
  );

test('a change that the log tells of is in search; the same news again changes nothing', async () => {
  const { products, news, projection } = catalogue();
  await projection.build();
  expect(cheapest(projection)).toEqual(['one', 'two']);
  projection.follow((error) => expect.unreachable(String(error)));
  products.set('two', document('two', 500));
  products.set('three', document('three', 700));
  news.push('two', 'three', 'two', 'three');
  await vi.waitFor(() => expect(cheapest(projection)).toEqual(['two', 'three', 'one']));
  await vi.waitUntil(() => news.length === 0);
  await projection.stop();
  expect(cheapest(projection)).toEqual(['two', 'three', 'one']);
});

test('when the log cannot be read it is told, and followed again later', async () => {
  const { products, news, projection } = catalogue();
  const errors: unknown[] = [];
  await projection.build();
  projection.follow((error) => errors.push(error));
  products.set('two', document('two', 500));
  news.push(new Error('the database is gone'), 'two');
  await vi.waitFor(() => expect(cheapest(projection)).toEqual(['two', 'one']));
  expect(errors).toEqual([new Error('the database is gone')]);
  await projection.stop();
});
