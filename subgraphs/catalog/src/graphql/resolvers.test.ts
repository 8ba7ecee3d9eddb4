import { countStatements } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pictureSize } from '../art/picture.ts';
import { aProduct, aVariant, text } from '../testing.ts';
import { runningCatalog } from './testing.ts';

const chair = aProduct({
  handle: 'haru-chair',
  type: 'chair',
  name: text('Haru chair', '하루 의자'),
  createdAt: new Date('2026-03-01T09:00:00Z'),
  variants: [
    aVariant({
      sku: 'HARU-RED',
      colour: 'vermilion',
      prices: { KRW: 120_000, USD: 95_00 },
      weight: 4_000,
      stock: 0,
    }),
    aVariant({
      sku: 'HARU-INK',
      colour: 'ink',
      prices: { KRW: 130_000, USD: 99_00 },
      weight: 4_200,
      stock: 3,
    }),
  ],
});
const priced = aProduct({ handle: 'priced', variants: [aVariant({ sku: 'PRICED', stock: 4 })] });
const others = Array.from({ length: 60 }, (_, number) =>
  aProduct({ handle: `other-${number}`, variants: [aVariant({ sku: `OTHER-${number}` })] }),
);

/** What the service asks its database beside the requests: its log, its position in order's. */
const ofTheBackground = /\b(?:outbox|parked_message|consumer_position|inbox)\b/;

/** The statements that answering took. */
async function statementsOf<Result>(work: () => Promise<Result>) {
  const { result, statements } = await countStatements(work);
  return { result, statements: statements.filter((statement) => !ofTheBackground.test(statement)) };
}

let catalog: Awaited<ReturnType<typeof runningCatalog>>;
beforeAll(async () => {
  catalog = await runningCatalog(chair, priced, ...others);
});
afterAll(() => catalog.stop());

const page = `query ($handle: String!, $sku: ID) {
  product(handle: $handle) {
    id name(locale: KO) summary(locale: EN) createdAt weight availability
    category { handle name(locale: EN) }
    priceRange(currency: USD) { min { amount } max { amount currency } }
    image { url width height alt(locale: EN) }
    variant(sku: $sku) { sku name(locale: EN) available availability price(currency: KRW) { amount } images { url } }
    variants { sku colour { code swatch } size { code } }
    related(first: 12) { handle name(locale: EN) image { url } priceRange(currency: KRW) { min { amount } } }
  }
}`;

test('a product page has all that it shows', async () => {
  const { data, errors } = await catalog.ask<{ product: { related: object[] } }>(page, {
    handle: 'haru-chair',
  });
  expect(errors).toBeUndefined();
  expect(data.product).toMatchObject({
    name: '하루 의자',
    createdAt: '2026-03-01T09:00:00.000Z',
    weight: 4_200,
    availability: 'LOW_STOCK',
    category: { handle: 'furniture', name: 'Furniture' },
    priceRange: { min: { amount: 95_00 }, max: { amount: 99_00, currency: 'USD' } },
    image: { url: expect.stringMatching(/^\/media\/chair1-.*\.svg$/), ...pictureSize },
    variants: [{ sku: 'HARU-RED', colour: { swatch: '#c8452f' }, size: null }, { sku: 'HARU-INK' }],
  });
  expect(data.product.related).toHaveLength(12);
});

test('a page without a SKU shows the first variant that can be bought; one of another product counts as none', async () => {
  const shown = async (sku?: string) =>
    (await catalog.ask<{ product: { variant: object } }>(page, { handle: 'haru-chair', sku })).data.product
      .variant;
  expect(await shown()).toMatchObject({
    sku: 'HARU-INK',
    name: 'Ink',
    available: 3,
    availability: 'LOW_STOCK',
  });
  expect(await shown('OTHER-1')).toMatchObject({ sku: 'HARU-INK' });
  expect(await shown('HARU-RED')).toMatchObject({ sku: 'HARU-RED', availability: 'OUT_OF_STOCK' });
});

test('a product page is one SQL statement, also when its slots and other shoppers ask for it at the same time', async () => {
  const { statements } = await statementsOf(() =>
    Promise.all([
      catalog.ask(page, { handle: 'other-1' }),
      catalog.ask(page, { handle: 'other-1', sku: 'OTHER-1' }),
      catalog.ask('{ product(handle: "other-1") { variants { available } } }'),
    ]),
  );
  expect(statements).toHaveLength(1);
});

test('an unknown handle is null', async () => {
  expect(await catalog.ask(page, { handle: 'nothing' })).toEqual({ data: { product: null } });
});

const references = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Product { id handle name(locale: EN) category { name(locale: KO) } variants { available } related(first: 3) { handle } }
  ... on Variant { sku product { handle } price(currency: USD) { amount } }
  ... on Category { handle name(locale: EN) productCount } } }`;

interface Entities {
  _entities: (object | null)[];
}

test.each([
  ['Product', (number: number) => ({ __typename: 'Product', handle: `other-${number}` })],
  ['Variant', (number: number) => ({ __typename: 'Variant', sku: `OTHER-${number}` })],
  ['Category', (number: number) => ({ __typename: 'Category', handle: number % 2 ? 'furniture' : 'paper' })],
])('50 references to %s cost as many SQL statements as one', async (_, reference) => {
  const cost = async (first: number, count: number) => {
    const of = Array.from({ length: count }, (_, number) => reference(first + number));
    const { result, statements } = await statementsOf(() => catalog.ask<Entities>(references, { of }));
    expect(result.errors).toBeUndefined();
    expect(result.data._entities).toHaveLength(count);
    expect(result.data._entities.every(Boolean)).toBe(true);
    return statements.length;
  };
  const one = await cost(59, 1);
  // Nothing of the first may answer the second.
  catalog.pass(60_000);
  expect(await cost(0, 50)).toBe(one);
  expect(one).toBeGreaterThan(0);
});

test('references to what does not exist are null and take nobody along', async () => {
  const of = [
    { __typename: 'Product', id: 'not-an-id' },
    { __typename: 'Variant', sku: 'NOTHING' },
    { __typename: 'Variant', sku: 'HARU-RED' },
  ];
  const { data } = await catalog.ask<Entities>(references, { of });
  expect(data._entities).toMatchObject([null, null, { product: { handle: 'haru-chair' } }]);
});

test('home, categories and the list of all products', async () => {
  const { data } = await catalog.ask(`{
    home { lead { title(locale: EN) product { handle } } newest(first: 2) { handle } popular(first: 1) { handle } }
    categories { handle productCount image { url } }
    category(handle: "paper") { name(locale: KO) }
  }`);
  expect(data).toEqual({
    home: {
      lead: { title: 'Look', product: { handle: 'haru-chair' } },
      newest: [{ handle: 'haru-chair' }, { handle: 'other-59' }],
      popular: [{ handle: 'other-59' }],
    },
    categories: [
      { handle: 'furniture', productCount: 62, image: { url: expect.any(String) } },
      { handle: 'paper', productCount: 0, image: { url: expect.any(String) } },
    ],
    category: { name: '지류' },
  });
});

interface Page {
  products: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { handle: string } }[];
  };
}

test('all products come page by page, each once', async () => {
  const handles: string[] = [];
  let after: string | null = null;
  do {
    const { data }: { data: Page } = await catalog.ask<Page>(
      `query ($after: String) { products(first: 25, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { handle } } } }`,
      { after },
    );
    expect(data.products.totalCount).toBe(62);
    handles.push(...data.products.edges.map(({ node }) => node.handle));
    after = data.products.pageInfo.hasNextPage ? data.products.pageInfo.endCursor : null;
  } while (after);
  expect(handles).toHaveLength(62);
  expect(new Set(handles).size).toBe(62);
});

test.each([
  ['{ products(first: 1001) { totalCount } }', 'first is 1001: expected 1 to 1000.'],
  ['{ search(first: 0, locale: EN, currency: KRW) { totalCount } }', 'first is 0: expected 1 to 60.'],
  ['{ suggestions(query: "a", locale: EN, first: 11) { __typename } }', 'first is 11: expected 1 to 10.'],
  ['{ products(after: "nonsense") { totalCount } }', 'after is not a cursor of this list.'],
  [
    '{ search(after: "WzFd", locale: EN, currency: KRW) { totalCount } }',
    'after is not a cursor of this list.',
  ],
])('%s is refused with a clear error', async (query, message) => {
  expect((await catalog.ask(query)).errors).toEqual([
    expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  ]);
});

const change = `mutation ($sku: ID!, $prices: PricesInput!) { changePrice(sku: $sku, prices: $prices) {
  __typename ... on Variant { price(currency: USD) { amount } } ... on Refusal { message } } }`;

test('merchandising changes a price: the page shows it, others are told, search finds it by the new price', async () => {
  const prices = { KRW: 9_000_000, USD: 7_000_00 };
  const { data } = await catalog.ask(change, { sku: 'PRICED', prices }, ['catalog:write']);
  expect(data.changePrice).toEqual({ __typename: 'Variant', price: { amount: 7_000_00 } });
  const found = `{ search(locale: EN, currency: USD, filter: { price: { min: 690000 } }) { edges { node { handle } } } }`;
  await vi.waitFor(async () =>
    expect((await catalog.ask<{ search: { edges: object[] } }>(found)).data.search.edges).toEqual([
      { node: { handle: 'priced' } },
    ]),
  );
  const { rows } = await catalog.db.pool.query(
    `SELECT data FROM outbox WHERE type = 'arcade.catalog.ProductChanged.v1' ORDER BY position DESC LIMIT 1`,
  );
  expect(rows[0].data).toMatchObject({ handle: 'priced', variants: [{ sku: 'PRICED', prices }] });
});

test('a price must be positive, and the variant must exist', async () => {
  const changed = async (sku: string, USD: number) =>
    (await catalog.ask(change, { sku, prices: { KRW: 1_000, USD } }, ['catalog:write'])).data.changePrice;
  expect(await changed('HARU-RED', 0)).toMatchObject({ __typename: 'InvalidPrice' });
  expect(await changed('NOTHING', 100)).toMatchObject({ __typename: 'UnknownVariant' });
});

test('the warehouse writes off the last piece, and search stops offering it as available', async () => {
  const receive = `mutation { receiveStock(sku: "OTHER-7", quantity: -10) { __typename ... on Variant { available } } }`;
  const { data } = await catalog.ask(receive, {}, ['catalog:write']);
  expect(data.receiveStock).toEqual({ __typename: 'Variant', available: 0 });
  const inStock = '{ search(locale: EN, currency: KRW, filter: { available: true }) { totalCount } }';
  await vi.waitFor(async () =>
    expect((await catalog.ask<{ search: { totalCount: number } }>(inStock)).data.search.totalCount).toBe(61),
  );
});

test.each(['changePrice(sku: "X", prices: { KRW: 1, USD: 1 })', 'receiveStock(sku: "X", quantity: 1)'])(
  '%s needs the scope catalog:write',
  async (mutation) => {
    const { errors } = await catalog.ask(`mutation { ${mutation} { __typename } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'catalog:write' });
  },
);

test('a picture is drawn on demand and may be kept for ever; other names are not found', async () => {
  const { data } = await catalog.ask<{ product: { image: { url: string } } }>(
    '{ product(handle: "haru-chair") { image { url } } }',
  );
  const picture = await fetch(catalog.url + data.product.image.url);
  expect(picture.status).toBe(200);
  expect(picture.headers.get('content-type')).toContain('image/svg+xml');
  expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await picture.text()).toMatch(/^<svg /);
  for (const name of ['nothing.svg', 'chair-1.svg', '..%2f..%2fpackage.json', 'haru-chair']) {
    expect((await fetch(`${catalog.url}/media/${name}`)).status).toBe(404);
  }
});
