import type { Category, Lead } from '../domain/product.ts';
import type { ProductDocument, ProductPage } from '../domain/product-document.ts';

export interface CountedCategory extends Category {
  productCount: number;
}

export interface LeadStory extends Omit<Lead, 'product'> {
  productId: string;
}

/** Answers in the order of the keys, null for what does not exist, by one statement at most. */
export interface Reads<Value> {
  load(keys: readonly string[]): Promise<(Value | null)[]>;
}

/** All that the graph reads: each is at most one statement, and may be as old as a second. */
export interface CatalogueReader {
  productById: Reads<ProductDocument>;
  productByHandle: Reads<ProductDocument>;
  productBySku: Reads<ProductDocument>;
  pageById: Reads<ProductPage>;
  pageByHandle: Reads<ProductPage>;
  /** In the order of the shop's navigation. */
  categories(): Promise<CountedCategory[]>;
  newest(first: number): Promise<ProductDocument[]>;
  popular(first: number): Promise<ProductDocument[]>;
  lead(): Promise<LeadStory | null>;
  /** In the order of their ids. */
  productsAfter(id: string | undefined, first: number): Promise<ProductDocument[]>;
  countProducts(): Promise<number>;
  /** What this process has just written is what it reads next. */
  forget(): void;
}
