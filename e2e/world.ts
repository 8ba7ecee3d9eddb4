// What a journey needs of the shop before it starts, made through the public API. No two journeys share an article.
import { graphAsStaff } from './graph.ts';
import { operations } from './operations.ts';

export interface Article {
  handle: string;
  name: string;
  sku: string;
  priceUsd: number;
}

interface Found {
  search: {
    edges: {
      node: {
        handle: string;
        name: string;
        weight: number;
        variants: { sku: string; available: number; price: { amount: number } }[];
      };
    }[];
  };
}

let taken = 0;

/** Grams. The standard method takes three of it. */
const lightWeight = 10_000;

/** An article that no other test of this run uses, with exactly this stock. */
export async function articleWithStock(stock: number): Promise<Article> {
  const ask = await graphAsStaff();
  const { search } = await ask<Found>(operations.articlesForTests);
  const product = search.edges.filter(({ node }) => node.weight <= lightWeight)[taken++]?.node;
  const variant = product?.variants[0];
  if (!product || !variant)
    throw new Error(`The catalogue has fewer than ${taken} light products to test with.`);
  const article = {
    handle: product.handle,
    name: product.name,
    sku: variant.sku,
    priceUsd: variant.price.amount,
  };
  await setStock(article, stock);
  return article;
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
