import DataLoader from 'dataloader';
import type { ProductDocument, ProductPage } from '../domain/product-document.ts';
import type { CatalogueReader, Reads } from '../use-cases/read-catalogue.ts';

export interface Context {
  /** What the caller may do beyond reading. */
  scopes: ReadonlySet<string>;
  productById: DataLoader<string, ProductDocument | null>;
  productByHandle: DataLoader<string, ProductDocument | null>;
  productBySku: DataLoader<string, ProductDocument | null>;
  pageById: DataLoader<string, ProductPage | null>;
  pageByHandle: DataLoader<string, ProductPage | null>;
}

/** For one request: what is asked in one step is one statement, whatever the number of rows. */
export function newContext(reader: CatalogueReader, scopes: ReadonlySet<string>): Context {
  const loader = <Value>(reads: Reads<Value>) =>
    new DataLoader<string, Value | null>((keys) => reads.load(keys));
  return {
    scopes,
    productById: loader(reader.productById),
    productByHandle: loader(reader.productByHandle),
    productBySku: loader(reader.productBySku),
    pageById: loader(reader.pageById),
    pageByHandle: loader(reader.pageByHandle),
  };
}
