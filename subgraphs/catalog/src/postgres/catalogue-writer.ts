import type { Executor } from '@arcade/subgraph-kit/database';
import { sql } from 'drizzle-orm';
import type { Lead, SeedCatalogue, SeedProduct } from '../domain/product.ts';

/** Categories, colours, sizes and materials, in their order; what is there is brought up to date. */
export async function writeTerms(
  tx: Executor,
  { categories, colours, sizes, materials }: Omit<SeedCatalogue, 'products' | 'lead'>,
): Promise<void> {
  const numbered = <T>(values: T[]) => values.map((value, position) => ({ ...value, position }));
  await tx.execute(sql`
    INSERT INTO category (handle, position, name, description, picture)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(numbered(categories))}::jsonb)
      AS given (handle text, position smallint, name jsonb, description jsonb, picture text)
    ON CONFLICT (handle) DO UPDATE SET position = excluded.position, name = excluded.name,
      description = excluded.description, picture = excluded.picture`);
  const terms = [
    ...numbered(colours).map((term) => ({ ...term, kind: 'colour' })),
    ...numbered(sizes).map((term) => ({ ...term, kind: 'size' })),
    ...numbered(materials).map((term) => ({ ...term, kind: 'material' })),
  ];
  await tx.execute(sql`
    INSERT INTO term (kind, code, position, name, swatch)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
      AS given (kind term_kind, code text, position smallint, name jsonb, swatch text)
    ON CONFLICT (kind, code) DO UPDATE SET position = excluded.position, name = excluded.name, swatch = excluded.swatch`);
}

/** Adds the products whose handles are new, with variants and first stock; gives their ids. One statement. */
export async function addProducts(tx: Executor, products: SeedProduct[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(products)}::jsonb) AS given (
        handle text, category text, type text, material text, name jsonb, summary jsonb, description jsonb, details jsonb,
        popularity integer, "createdAt" timestamptz, variants jsonb)
    ), added AS (
      INSERT INTO product (handle, category, type, material, name, summary, description, details, popularity, created_at)
      SELECT handle, category, type, material, name, summary, description, details, popularity, "createdAt" FROM given
      ON CONFLICT (handle) DO NOTHING
      RETURNING id, handle
    ), offered AS (
      SELECT added.id AS product_id, numbered.position, variant.*
      FROM added JOIN given USING (handle)
      CROSS JOIN LATERAL jsonb_array_elements(given.variants) WITH ORDINALITY AS numbered (value, position)
      CROSS JOIN LATERAL jsonb_to_record(numbered.value)
        AS variant (sku text, colour text, size text, prices jsonb, weight integer, pictures text[], stock integer)
    ), variants AS (
      INSERT INTO variant (sku, product_id, position, colour, size, price_krw, price_usd, weight, pictures)
      SELECT sku, product_id, position, colour, size, (prices ->> 'KRW')::integer, (prices ->> 'USD')::integer, weight, pictures
      FROM offered
    ), levels AS (
      INSERT INTO stock (sku, on_hand) SELECT sku, stock FROM offered
    ), ledger AS (
      INSERT INTO stock_movement (sku, type, quantity) SELECT sku, 'received', stock FROM offered WHERE stock > 0
    )
    SELECT id FROM added`);
  return rows.map(({ id }) => id);
}

export async function writeLead(tx: Executor, { title, text, product }: Lead): Promise<void> {
  await tx.execute(sql`
    INSERT INTO lead (title, text, product_id)
    SELECT ${JSON.stringify(title)}::jsonb, ${JSON.stringify(text)}::jsonb, id FROM product WHERE handle = ${product}
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, product_id = excluded.product_id`);
}
