/** A supergraph is exchanged while requests are on their way. */
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { planCache, subgraphClients } from '../src/metrics.ts';
import { compose, type Graph, products, startGraph } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, 20_000);
const PRODUCT = '{ product(id: "7") { name inStock } }';

/** Stock at another address, so that it gets another client; resolves when it is in use. */
async function move(field = 'alike'): Promise<void> {
  const { supergraph, ask } = graph;
  const urls = { products: graph.products.url, stock: `${graph.stock.url}//` };
  await writeFile(supergraph, compose(urls, products.replace('similar: Product', `${field}: Product`)));
  await until(async () => expect((await ask(`{ products { ${field} { name } } }`)).status).toBe(200));
}

test('a request that is on its way ends with the subgraphs that it began with, which then are closed', async () => {
  graph = await startGraph();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const before = subgraphClients.size;
  graph.products.behave = () => gate;
  const asked = graph.ask(PRODUCT);
  await until(() => expect(graph.products.seen).toHaveLength(1));
  graph.products.behave = async () => undefined;
  await move();
  expect(subgraphClients.size).toBe(before + 1);
  open();
  expect((await asked).body).toEqual({ data: { product: { name: 'Product 7', inStock: 1 } } });
  await until(() => expect(subgraphClients.size).toBe(before));
});

test('what was asked before is planned before a new supergraph is used', async () => {
  graph = await startGraph();
  await graph.ask(PRODUCT);
  await move();
  planCache.reset();
  await graph.ask(PRODUCT);
  expect((await planCache.get()).values).toMatchObject([{ value: 1, labels: { result: 'hit' } }]);
});

test('what was asked once under an earlier supergraph and not since is not planned for the next one', async () => {
  graph = await startGraph();
  await graph.ask(PRODUCT);
  await move('alike');
  await move('akin');
  planCache.reset();
  await graph.ask(PRODUCT);
  expect((await planCache.get()).values).toMatchObject([{ value: 1, labels: { result: 'miss' } }]);
});

test('plans beyond the memory for them are made again', async () => {
  graph = await startGraph({ PLAN_CACHE_BYTES: 1 });
  planCache.reset();
  for (let time = 1; time <= 2; time++) await graph.ask(PRODUCT);
  expect((await planCache.get()).values).toMatchObject([{ value: 2, labels: { result: 'miss' } }]);
});
