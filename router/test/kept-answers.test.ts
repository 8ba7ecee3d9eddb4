/** What the router keeps of public answers, and what it tells others to keep. */
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { accessToken, compose, type Graph, products, says, startGraph } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

const PRODUCT = '{ product(id: "7") { name inStock } }';
const inStock = (amount: number) => ({ _entities: [{ __typename: 'Product', inStock: amount }] });
const product = { product: { __typename: 'Product', id: '7', name: 'Chair' } };

test('what is public is asked for once, whoever asks, and what is private for each', async () => {
  graph = await startGraph();
  const visitors = [await accessToken({ sub: 'one' }), await accessToken({ sub: 'two' })];
  graph.stock.behave = says({ me: 'all' }, 'max-age=60, public');
  for (const headers of visitors) {
    expect((await graph.ask('{ me }', { headers })).body.data).toEqual({ me: 'all' });
  }
  expect(graph.stock.seen).toHaveLength(1);
  graph.stock.behave = says(inStock(1), 'max-age=60, private');
  graph.products.behave = says(product, 'max-age=60');
  for (const headers of visitors) await graph.ask(PRODUCT, { headers });
  expect([graph.products.seen.length, graph.stock.seen.length]).toEqual([2, 3]);
});

test('an answer may be kept as long as the strictest of its parts, kept ones included', async () => {
  graph = await startGraph();
  graph.products.behave = says(product, 'max-age=60, public');
  graph.stock.behave = says(inStock(1), 'max-age=30, public');
  const policy = async (query: string) => (await graph.ask(query)).headers.get('cache-control');
  expect(await policy(PRODUCT)).toBe('max-age=30, public');
  expect(await policy(PRODUCT)).toMatch(/^max-age=(30|29|28), public$/);
  expect([graph.products.seen.length, graph.stock.seen.length]).toEqual([1, 1]);
  const named = '{ product(id: "7") { name } }';
  expect(await policy(named)).toBe('max-age=60, public');
  expect(await policy(named)).toMatch(/^max-age=(60|59|58), public$/);
  graph.stock.behave = says({ me: 'you' }, 'max-age=10, private');
  expect(await policy('{ me product(id: "7") { name } }')).toMatch(/^max-age=10, private$/);
});

test('an answer of which one part may not be kept, or is wrong, is not kept', async () => {
  graph = await startGraph();
  graph.products.behave = says(product, 'max-age=60, public');
  for (const stock of [
    says(inStock(1)),
    says({ _entities: [null] }, 'max-age=60, public', [{ message: 'No.', extensions: { code: 'NO' } }]),
    says({ _entities: [{ __typename: 'Product', inStock: 'many' }] }, 'max-age=60, public'),
  ]) {
    graph.stock.behave = stock;
    expect((await graph.ask(PRODUCT)).headers.get('cache-control')).toBe('no-store');
  }
});

test('what is asked with other variables is another answer', async () => {
  graph = await startGraph();
  graph.products.behave = says(product, 'max-age=60, public');
  const query = 'query ($place: String!) { product(id: "7") { near(place: $place) } }';
  for (const [place, near] of [
    ['Ghent', 1],
    ['Bruges', 2],
    ['Ghent', 1],
  ] as const) {
    graph.stock.behave = says({ _entities: [{ __typename: 'Product', near }] }, 'max-age=60, public');
    const { body } = await graph.ask(query, { variables: { place } });
    expect(body.data).toEqual({ product: { near } });
  }
  expect(graph.stock.seen).toHaveLength(2);
});

test('the answer to a mutation holds nothing that was kept from before it', async () => {
  graph = await startGraph();
  graph.products.behave = says(product);
  graph.stock.behave = says(inStock(1), 'max-age=60, public');
  await graph.ask(PRODUCT);
  graph.products.behave = says({ rename: product.product }, 'max-age=60, public');
  graph.stock.behave = says(inStock(2));
  const rename = 'mutation { rename(id: "7", name: "Chair") { inStock } }';
  for (let time = 1; time <= 2; time++) {
    expect((await graph.ask(rename)).body.data).toEqual({ rename: { inStock: 2 } });
  }
  expect(graph.products.seen).toHaveLength(3);
});

test('with no memory for it nothing is kept', async () => {
  graph = await startGraph({ ENTITY_CACHE_BYTES: 0 });
  graph.stock.behave = says({ me: 'all' }, 'max-age=60, public');
  for (let time = 1; time <= 2; time++) await graph.ask('{ me }');
  expect(graph.stock.seen).toHaveLength(2);
});

test('a new supergraph begins with nothing kept', async () => {
  graph = await startGraph();
  graph.stock.behave = says({ me: 'all' }, 'max-age=60, public');
  await graph.ask('{ me }');
  const { supergraph, ask, ...fakes } = graph;
  const urls = { products: fakes.products.url, stock: fakes.stock.url };
  await writeFile(supergraph, compose(urls, products.replace('similar: Product', 'alike: Product')));
  await vi.waitFor(
    async () => expect((await ask('{ product(id: "1") { alike { name } } }')).status).toBe(200),
    20_000,
  );
  await ask('{ me }');
  expect(fakes.stock.seen).toHaveLength(2);
});

test('a public answer to GET can be kept by others and asked for anew', async () => {
  graph = await startGraph();
  graph.stock.behave = says({ me: 'all' }, 'max-age=60, public');
  const get = (headers: Record<string, string>) =>
    fetch(`${graph.router.url}/graphql?query=%7Bme%7D`, {
      headers: { 'apollo-require-preflight': 'yes', ...headers },
    });
  const { headers } = await get({});
  expect(headers.get('cache-control')).toBe('max-age=60, public');
  expect((await get({ 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
});
