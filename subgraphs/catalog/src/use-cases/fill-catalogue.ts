import type { CatalogEvent } from '../../events.ts';
import type { Lead, SeedCatalogue, SeedProduct } from '../domain/product.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import { productChanged } from './product-changed.ts';

/** Within one transaction each. */
export interface FillPorts {
  writeTerms(terms: Omit<SeedCatalogue, 'products' | 'lead'>): Promise<void>;
  /** Adds those whose handles are new and gives them as they are read. */
  addProducts(products: SeedProduct[]): Promise<ProductDocument[]>;
  writeLead(lead: Lead): Promise<void>;
  publish(events: CatalogEvent[]): Promise<void>;
}

const batch = 500;

/**
 * Puts a catalogue into the shop, part by part, each in a transaction with the events that tell of it. Products that are
 * there already stay as they are, so that it can be repeated after an interruption.
 */
export async function fillCatalogue(
  { products, lead, ...terms }: SeedCatalogue,
  transaction: (work: (ports: FillPorts) => Promise<void>) => Promise<void>,
  onProgress: (seen: number, added: number) => void = () => {},
): Promise<void> {
  await transaction(({ writeTerms }) => writeTerms(terms));
  let seen = 0;
  let added = 0;
  for (const part of inBatches(products)) {
    await transaction(async ({ addProducts, publish }) => {
      const fresh = await addProducts(part);
      await publish(fresh.map(productChanged));
      added += fresh.length;
    });
    seen += part.length;
    onProgress(seen, added);
  }
  await transaction(({ writeLead }) => writeLead(lead));
}

function* inBatches(products: Iterable<SeedProduct>): Generator<SeedProduct[]> {
  let part: SeedProduct[] = [];
  for (const product of products) {
    part.push(product);
    if (part.length < batch) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
