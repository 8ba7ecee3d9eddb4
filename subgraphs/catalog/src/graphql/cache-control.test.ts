import { statementHeaders } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProduct, aVariant } from '../testing.ts';
import { runningCatalog } from './testing.ts';

let catalog: Awaited<ReturnType<typeof runningCatalog>>;
beforeAll(async () => {
  catalog = await runningCatalog(
    aProduct({ handle: 'chair', variants: [aVariant({ sku: 'CHAIR' })] }),
    aProduct({ handle: 'table' }),
  );
});
afterAll(() => catalog.stop());

/** What the answer says about keeping it. */
async function keeping(query: string): Promise<string | null> {
  const response = await fetch(`${catalog.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(await statementHeaders('catalog', { visitor: 'v-1' })),
    },
    body: JSON.stringify({ query }),
  });
  expect(await response.json()).not.toHaveProperty('errors');
  return response.headers.get('cache-control');
}

const entity = (typename: string, key: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${typename}", ${key} }]) { ... on ${typename} { ${fields} } } }`;

const TEXTS =
  'id handle name(locale: EN) summary(locale: EN) description(locale: KO) details(locale: EN) { label } weight';

test('texts and pictures may be kept for a minute by everybody', async () => {
  for (const query of [
    '{ categories { handle name(locale: EN) description(locale: EN) image { url } } }',
    `{ product(handle: "chair") { ${TEXTS} category { name(locale: EN) } material { name(locale: EN) } image { url alt(locale: EN) } } }`,
    '{ product(handle: "chair") { variants { sku name(locale: EN) colour { swatch } size { code } images { url } } related { handle } } }',
    '{ home { lead { title(locale: EN) product { handle } } newest { name(locale: EN) } } }',
    entity('Product', 'handle: "chair"', TEXTS),
    entity('Variant', 'sku: "CHAIR"', 'name(locale: EN) weight image { url } product { name(locale: EN) }'),
    entity('Category', 'handle: "furniture"', 'name(locale: EN) productCount'),
  ]) {
    expect([query, await keeping(query)]).toEqual([query, 'max-age=60, public']);
  }
});

test('what a sale or a price changes is not kept, nor is what stands beside it', async () => {
  for (const query of [
    '{ product(handle: "chair") { handle availability } }',
    '{ product(handle: "chair") { handle priceRange(currency: USD) { min { amount } } } }',
    '{ product(handle: "chair") { handle variant { sku } } }',
    '{ product(handle: "chair") { variants { availability } } }',
    '{ product(handle: "chair") { variants { price(currency: USD) { amount } } } }',
    entity('Variant', 'sku: "CHAIR"', 'sku available'),
    entity('Variant', 'sku: "CHAIR"', 'sku price(currency: USD) { amount }'),
    entity('Product', 'handle: "chair"', 'name(locale: EN) availability'),
    '{ search(locale: EN, currency: USD) { totalCount } }',
    '{ categories { name(locale: EN) } search(locale: EN, currency: USD) { edges { node { name(locale: EN) } } } }',
  ]) {
    expect([query, await keeping(query)]).toEqual([query, 'no-store']);
  }
});
