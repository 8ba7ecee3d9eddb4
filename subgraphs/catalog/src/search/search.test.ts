import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningCatalog } from '../graphql/testing.ts';
import { aProduct, aVariant, text } from '../testing.ts';

const furniture = (number: number) =>
  aProduct({
    handle: `stool-${number}`,
    name: text(`Stool ${number}`, `걸상 ${number}`),
    // All alike but for their age, so that only the cursor keeps pages apart.
    popularity: 7,
    variants: [aVariant({ prices: { KRW: 10_000, USD: 9_00 } })],
  });

const products = [
  aProduct({
    handle: 'haru-chair',
    type: 'chair',
    name: text('Haru chair', '하루 의자'),
    popularity: 5,
    variants: [
      aVariant({ colour: 'vermilion', prices: { KRW: 120_000, USD: 95_00 }, stock: 0 }),
      aVariant({ colour: 'ink', prices: { KRW: 150_000, USD: 119_00 }, stock: 3 }),
    ],
  }),
  aProduct({
    handle: 'noon-chair',
    type: 'chair',
    name: text('Noon chair', '한낮 의자'),
    material: 'paper',
    popularity: 9,
    variants: [aVariant({ colour: 'ink', prices: { KRW: 60_000, USD: 45_00 } })],
  }),
  aProduct({
    handle: 'day-book',
    category: 'paper',
    type: 'notebook',
    material: 'paper',
    name: text('Day notebook', '하루 공책'),
    description: {
      en: ['Lies flat on any table, whatever the chair.'],
      ko: ['의자에 앉아 펼치기 좋습니다.'],
    },
    popularity: 100,
    variants: [aVariant({ colour: 'vermilion', prices: { KRW: 9_000, USD: 7_00 } })],
  }),
  aProduct({
    handle: 'writing-desk',
    type: 'table',
    name: text('Writing table', '원목책상'),
    popularity: 4,
    variants: [aVariant({ colour: 'ink', prices: { KRW: 700_000, USD: 540_00 }, stock: 0 })],
  }),
  ...Array.from({ length: 30 }, (_, number) => furniture(number)),
];

let catalog: Awaited<ReturnType<typeof runningCatalog>>;
beforeAll(async () => {
  catalog = await runningCatalog(...products);
});
afterAll(() => catalog.stop());

interface Found {
  totalCount: number;
  correctedQuery: string | null;
  handles: string[];
  facets: Record<string, Record<string, number>>;
  labels: Record<string, string[]>;
  endCursor: string | null;
  hasNextPage: boolean;
}

interface Answer {
  search: Pick<Found, 'totalCount' | 'correctedQuery'> & {
    pageInfo: Pick<Found, 'hasNextPage' | 'endCursor'>;
    edges: { node: { handle: string } }[];
    facets: { kind: string; values: { value: string; label: string; count: number }[] }[];
  };
}

async function search(variables: object): Promise<Found> {
  const { data, errors } = await catalog.ask<Answer>(
    `query ($query: String, $filter: SearchFilter, $sort: SearchSort! = RELEVANCE, $first: Int! = 24, $after: String, $locale: Locale! = EN, $currency: Currency! = USD) {
      search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after, locale: $locale, currency: $currency) {
        totalCount correctedQuery pageInfo { hasNextPage endCursor } edges { node { handle } }
        facets { kind values { value label count swatch } } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  const { search: found } = data;
  return {
    totalCount: found.totalCount,
    correctedQuery: found.correctedQuery,
    handles: found.edges.map(({ node }) => node.handle),
    facets: Object.fromEntries(
      found.facets.map(({ kind, values }) => [
        kind,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]),
    ),
    labels: Object.fromEntries(
      found.facets.map(({ kind, values }) => [kind, values.map(({ label }) => label)]),
    ),
    ...found.pageInfo,
  };
}

test.each([
  ['chair', ['noon-chair', 'haru-chair', 'day-book']],
  ['Chairs', ['noon-chair', 'haru-chair', 'day-book']],
  ['의자', ['noon-chair', 'haru-chair', 'day-book']],
  ['의자를', ['noon-chair', 'haru-chair', 'day-book']],
  ['haru chair', ['haru-chair']],
  ['하루 의자', ['haru-chair', 'day-book']],
  ['noteb', ['day-book']],
  ['책상', ['writing-desk']],
  ['the chair', ['noon-chair', 'haru-chair', 'day-book']],
])('"%s" finds names before mentions', async (query, handles) => {
  const found = await search({ query });
  expect(found.handles).toEqual(handles);
  expect(found.correctedQuery).toBeNull();
});

test.each([
  ['chiar', 'chair', 'noon-chair'],
  ['notbook', 'notebook', 'day-book'],
  ['writting table', 'writing table', 'writing-desk'],
  ['으자', '의자', 'noon-chair'],
  ['공첵', '공책', 'day-book'],
])('the typing error "%s" is searched as "%s"', async (query, correctedQuery, first) => {
  const found = await search({ query });
  expect(found.correctedQuery).toBe(correctedQuery);
  expect(found.handles[0]).toBe(first);
});

test('what is like nothing in the shop finds nothing', async () => {
  expect(await search({ query: 'xylophone' })).toMatchObject({
    totalCount: 0,
    correctedQuery: null,
    handles: [],
  });
});

test('a facet counts with the choices of the others, not with its own', async () => {
  const found = await search({ query: 'chair', filter: { colour: ['ink'], material: ['oak'] } });
  expect(found.handles).toEqual(['haru-chair']);
  expect(found.facets.COLOUR).toEqual({ ink: 1, vermilion: 1 });
  expect(found.facets.MATERIAL).toEqual({ oak: 1, paper: 1 });
  expect(found.facets.CATEGORY).toEqual({ furniture: 1 });
  expect(found.facets.PRICE).toEqual({ '10000-19999': 1 });
});

test('choices are met by one variant: a red one in stock, not a red one and one in stock', async () => {
  const red = await search({ query: 'haru chair', filter: { colour: ['vermilion'] } });
  expect(red.facets.AVAILABILITY).toEqual({});
  const both = await search({ query: 'haru chair', filter: { colour: ['vermilion'], available: true } });
  expect(both).toMatchObject({ totalCount: 0, facets: { COLOUR: { ink: 1 } } });
});

test('prices filter with both ends, and a band that is counted finds so many', async () => {
  const all = await search({});
  const counted = Object.entries(all.facets.PRICE ?? {});
  expect(counted.length).toBeGreaterThan(3);
  for (const [band, count] of counted) {
    const [min, max] = band.split('-').map((end) => (end === '' ? undefined : Number(end)));
    expect((await search({ filter: { price: { min, max } } })).totalCount).toBe(count);
  }
  expect((await search({ filter: { price: { min: 45_00, max: 45_00 } } })).handles).toEqual(['noon-chair']);
});

test('facets and bands are named in the language and currency of the search', async () => {
  const korean = await search({ query: 'chair', locale: 'KO', currency: 'KRW' });
  expect(korean.labels).toMatchObject({
    CATEGORY: ['가구', '지류'],
    PRICE: ['₩20,000 미만', '₩50,000 – ₩100,000', '₩100,000 – ₩200,000'],
    COLOUR: ['먹색', '주홍'],
    AVAILABILITY: ['재고 있음'],
  });
  expect((await search({ query: 'table' })).labels.PRICE).toEqual(['Under $20', '$500 and over']);
});

test.each([
  ['POPULAR', ['day-book', 'noon-chair']],
  ['NEWEST', ['stool-29', 'stool-28']],
  ['PRICE_ASC', ['day-book']],
  ['PRICE_DESC', ['writing-desk', 'haru-chair', 'noon-chair']],
])('sorted by %s', async (sort, beginning) => {
  expect((await search({ sort })).handles.slice(0, beginning.length)).toEqual(beginning);
});

test.each(['RELEVANCE', 'POPULAR', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC'])(
  'pages sorted by %s hold every product once, also where all are equal',
  async (sort) => {
    const handles: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search({ sort, first: 7, after });
      expect(page.totalCount).toBe(products.length);
      handles.push(...page.handles);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
    expect(handles).toHaveLength(products.length);
    expect(new Set(handles).size).toBe(products.length);
  },
);

test('suggestions complete what is typed: words, categories, products, in the language of the page', async () => {
  const suggested = async (query: string, locale = 'EN') => {
    const { data } = await catalog.ask<{ suggestions: { term?: string; handle?: string }[] }>(
      `query ($query: String!, $locale: Locale!) { suggestions(query: $query, locale: $locale, first: 4) {
        __typename ... on SearchTerm { term } ... on Category { handle } ... on Product { handle } } }`,
      { query, locale },
    );
    return data.suggestions.map(({ term, handle }) => term ?? handle);
  };
  expect(await suggested('ch')).toEqual(['chair', 'noon-chair', 'haru-chair', 'day-book']);
  expect(await suggested('noon ch')).toEqual(['noon chair', 'noon-chair']);
  expect((await suggested('pap')).slice(0, 1)).toEqual(['paper']);
  expect((await suggested('의', 'KO')).slice(0, 2)).toEqual(['의자', 'noon-chair']);
  expect((await suggested('chiar')).slice(0, 2)).toEqual(['chair', 'noon-chair']);
  expect(await suggested('  ')).toEqual([]);
});
