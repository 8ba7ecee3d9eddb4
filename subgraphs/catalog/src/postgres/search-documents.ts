import type { Database, Executor } from '@arcade/subgraph-kit/database';
import { sql } from 'drizzle-orm';
import type { Colour, Detail, ProductTexts, Term } from '../domain/product.ts';
import type { SearchDocument } from '../search/search-index.ts';

interface Row extends Omit<ProductTexts, 'details'>, Record<string, unknown> {
  id: string;
  type: string;
  category: string;
  material: string;
  details: Detail[];
  popularity: number;
  createdAt: string;
  colours: string[];
  krw: number[];
  usd: number[];
  available: number[];
}

const batch = 2_000;

/**
 * Every product as search needs it, in batches, through a cursor over one scan of the tables: a hundred thousand products a
 * page of the index at a time would take several times as long.
 */
export async function eachSearchDocument(
  db: Pick<Database, 'transaction'>,
  handle: (documents: SearchDocument[]) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    const terms = await readTerms(tx);
    // All rows are wanted: a plan that is quick to the first ones would be slow to the last.
    await tx.execute(sql`SET LOCAL cursor_tuple_fraction = 1`);
    await tx.execute(sql`
      DECLARE search_document NO SCROLL CURSOR FOR
      SELECT product.id, product.type, product.category, product.material, product.name, product.summary,
        product.description, product.details, product.popularity, product.created_at AS "createdAt",
        offer.colours, offer.krw, offer.usd, offer.available
      FROM product
      JOIN (
        SELECT variant.product_id,
          array_agg(variant.colour ORDER BY variant.position) AS colours,
          array_agg(variant.price_krw ORDER BY variant.position) AS krw,
          array_agg(variant.price_usd ORDER BY variant.position) AS usd,
          array_agg(stock.on_hand - stock.allocated ORDER BY variant.position) AS available
        FROM variant JOIN stock ON stock.sku = variant.sku
        GROUP BY variant.product_id
      ) offer ON offer.product_id = product.id`);
    const fetch = () => tx.execute<Row>(sql.raw(`FETCH ${batch} FROM search_document`));
    let next = fetch();
    while (true) {
      const { rows } = await next;
      if (rows.length === 0) return;
      // The next batch is on its way while this one is handled.
      next = fetch();
      handle(rows.map((row) => toDocument(row, terms)));
    }
  });
}

interface Terms {
  categories: Map<string, SearchDocument['category']>;
  colours: Map<string, Colour>;
  materials: Map<string, Term>;
}

async function readTerms(tx: Executor): Promise<Terms> {
  const categories = await tx.execute<SearchDocument['category'] & Record<string, unknown>>(
    sql`SELECT handle, name FROM category`,
  );
  const terms = await tx.execute<Colour & { kind: string } & Record<string, unknown>>(
    sql`SELECT kind, code, name, swatch FROM term`,
  );
  const ofKind = (kind: string) =>
    new Map(terms.rows.filter((term) => term.kind === kind).map((term) => [term.code, term]));
  return {
    categories: new Map(categories.rows.map((category) => [category.handle, category])),
    colours: ofKind('colour'),
    materials: ofKind('material'),
  };
}

function toDocument(row: Row, terms: Terms): SearchDocument {
  const { colours, krw, usd, available, ...product } = row;
  return {
    ...product,
    category: known(terms.categories, row.category),
    material: known(terms.materials, row.material),
    variants: colours.map((colour, at) => ({
      colour: known(terms.colours, colour),
      prices: { KRW: krw[at] ?? 0, USD: usd[at] ?? 0 },
      available: available[at] ?? 0,
    })),
  };
}

function known<Value>(terms: Map<string, Value>, code: string): Value {
  const term = terms.get(code);
  if (term === undefined) throw new Error(`a product names ${code}, which is not among the terms`);
  return term;
}
