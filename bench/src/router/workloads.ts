/** What is asked, on which graph. */
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heavyGraph, heavyQuery, smallQuery } from './heavy-graph.ts';
import { readShopOperations } from './shop-operations.ts';
import type { Subgraphs } from './subgraph-server.ts';

export interface Workload {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface Graph {
  name: string;
  subgraphs: Subgraphs;
  /** The first one's memory is what a worker may need at most. */
  workloads: readonly Workload[];
}

export async function readGraphs(): Promise<Graph[]> {
  const operation = await readShopOperations();
  const place = { locale: 'EN', currency: 'KRW' };
  const listing = { handle: 'chairs', query: null, filter: {}, sort: 'RELEVANCE', first: 24, after: null };
  return [
    {
      name: 'season',
      subgraphs: heavyGraph,
      workloads: [
        { name: 'heavy', query: heavyQuery, variables: {} },
        { name: 'small', query: smallQuery, variables: {} },
      ],
    },
    {
      name: 'shop',
      subgraphs: { schemas: await readShopSchemas(), amounts: shopAmounts },
      workloads: [
        {
          name: 'product',
          query: operation('ProductPage_Query'),
          variables: { ...place, handle: 'oak-chair', sku: null },
        },
        { name: 'listing', query: operation('CategoryPage_Query'), variables: { ...place, ...listing } },
        { name: 'cart', query: operation('CartPage_Query'), variables: place },
      ],
    },
  ];
}

/** As many as in the seeded shop, roughly. */
const shopAmounts: Subgraphs['amounts'] = {
  entries: {
    'SearchConnection.edges': 24,
    'SearchConnection.facets': 5,
    'Facet.values': 8,
    'Product.variants': 6,
    'Product.details': 5,
    'Product.description': 3,
    'Variant.images': 4,
    'Cart.lines': 4,
  },
  population: { Product: 500, Variant: 2_000, Category: 8 },
  words: { 'Product.summary': 14, 'Product.description': 50, 'Category.description': 20, 'Image.alt': 8 },
};

async function readShopSchemas(): Promise<Record<string, string>> {
  const folder = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));
  const schemas: Record<string, string> = {};
  for await (const file of glob('*/schema.graphql', { cwd: folder })) {
    schemas[basename(dirname(file))] = await readFile(`${folder}${file}`, 'utf8');
  }
  return schemas;
}
