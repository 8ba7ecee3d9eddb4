// What a journey needs of the shop before it starts, made through the public API. No two journeys share an article.
import { graphAsStaff } from './graph.ts';
import { operations } from './operations.ts';

export interface Article {
  handle: string;
  name: string;
  sku: string;
  priceUsd: number;
}

interface Product {
  handle: string;
  name: string;
  weight: number;
  variants: { sku: string; available: number; price: { amount: number } }[];
}

interface Found {
  search: { edges: { node: Product }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let taken = 0;

/** Grams. The standard method takes three of it. */
const lightWeight = 10_000;

/** An article that no other test of this run uses, with exactly this stock. */
export async function articleWithStock(stock: number): Promise<Article> {
  const product = await lightProduct(taken++);
  const [variant] = product.variants;
  if (!variant) throw new Error(`${product.handle} has no variant.`);
  const article = {
    handle: product.handle,
    name: product.name,
    sku: variant.sku,
    priceUsd: variant.price.amount,
  };
  await setStock(article, stock);
  return article;
}

async function lightProduct(index: number): Promise<Product> {
  const ask = await graphAsStaff();
  const found: Product[] = [];
  let after: string | null = null;
  do {
    const { search }: Found = await ask<Found>(operations.articlesForTests, { after });
    found.push(...search.edges.map(({ node }) => node).filter(({ weight }) => weight <= lightWeight));
    const product = found[index];
    if (product) return product;
    after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
  } while (after !== null);
  throw new Error(`The catalogue has ${found.length} light products; the tests need ${index + 1}.`);
}

export async function availableOf({ handle, sku }: Article): Promise<number> {
  const ask = await graphAsStaff();
  const { product } = await ask<{ product: { variant: { available: number } } }>(operations.available, {
    handle,
    sku,
  });
  return product.variant.available;
}

export async function setStock(article: Article, stock: number): Promise<void> {
  const ask = await graphAsStaff();
  const quantity = stock - (await availableOf(article));
  if (quantity === 0) return;
  const { receiveStock } = await ask<{ receiveStock: { __typename: string } }>(operations.receive, {
    sku: article.sku,
    quantity,
  });
  if (receiveStock.__typename !== 'Variant') throw new Error(`Stock not set: ${receiveStock.__typename}`);
}

export async function setPrice({ sku }: Article, prices: { KRW: number; USD: number }): Promise<void> {
  const ask = await graphAsStaff();
  const { changePrice } = await ask<{ changePrice: { __typename: string } }>(operations.price, {
    sku,
    prices,
  });
  if (changePrice.__typename !== 'Variant') throw new Error(`Price not set: ${changePrice.__typename}`);
}

/** A product that comes in two colours or more, and the name of one that is not shown first. */
export async function articleInColours(): Promise<{ handle: string; otherColour: string }> {
  const ask = await graphAsStaff();
  const { search } = await ask<{
    search: { edges: { node: { handle: string; variant: Coloured; variants: Coloured[] } }[] };
  }>(operations.coloured);
  for (const { node } of search.edges) {
    const other = node.variants.find(({ colour }) => colour.name !== node.variant.colour.name);
    if (other) return { handle: node.handle, otherColour: other.colour.name };
  }
  throw new Error('Nothing in the catalogue comes in two colours.');
}

interface Coloured {
  colour: { name: string };
}
