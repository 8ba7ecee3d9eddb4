/** Reading products: one statement, however many are asked for. */
import type { Executor } from '@arcade/subgraph-kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { type ProductDocument, type ProductPage, relatedLimit } from '../domain/product-document.ts';
import type { LeadStory } from '../use-cases/read-catalogue.ts';

const list = (values: readonly string[]): SQL => sql`${sql.param([...values])}`;

async function documents(db: Executor, where: SQL): Promise<ProductDocument[]> {
  const { rows } = await db.execute<{ document: ProductDocument }>(
    sql`SELECT document FROM product_document ${where}`,
  );
  return rows.map(({ document }) => document);
}

export const productsById = (db: Executor, ids: readonly string[]): Promise<ProductDocument[]> =>
  documents(db, sql`WHERE id = ANY (${list(ids)}::uuid[])`);

export const productsByHandle = (db: Executor, handles: readonly string[]): Promise<ProductDocument[]> =>
  documents(db, sql`WHERE handle = ANY (${list(handles)}::text[])`);

export const productsBySku = (db: Executor, skus: readonly string[]): Promise<ProductDocument[]> =>
  documents(db, sql`WHERE id IN (SELECT product_id FROM variant WHERE sku = ANY (${list(skus)}::text[]))`);

export const newestProducts = (db: Executor, first: number): Promise<ProductDocument[]> =>
  documents(db, sql`ORDER BY created_at DESC, id DESC LIMIT ${first}`);

export const popularProducts = (db: Executor, first: number): Promise<ProductDocument[]> =>
  documents(db, sql`ORDER BY popularity DESC, id DESC LIMIT ${first}`);

/** In the order of their ids. */
export const productsAfter = (
  db: Executor,
  after: string | undefined,
  first: number,
): Promise<ProductDocument[]> =>
  documents(
    db,
    sql`WHERE ${after === undefined ? sql`true` : sql`id > ${after}::uuid`} ORDER BY id LIMIT ${first}`,
  );

/**
 * What a product page shows. Beside a product stand those of its category that are in like demand, of its own type
 * first; both neighbours in demand are read from an index, so that it costs the same in a large category.
 */
export async function productPages(
  db: Executor,
  by: 'id' | 'handle',
  keys: readonly string[],
): Promise<ProductPage[]> {
  const where =
    by === 'id' ? sql`page.id = ANY (${list(keys)}::uuid[])` : sql`page.handle = ANY (${list(keys)}::text[])`;
  const neighbours = (direction: SQL, order: SQL) => sql`
    (SELECT id, popularity FROM product
     WHERE category = page.category AND (popularity, id) ${direction} (page.popularity, page.id)
     ORDER BY popularity ${order}, id ${order} LIMIT ${relatedLimit})`;
  const { rows } = await db.execute<{ product: ProductDocument; related: ProductDocument[] | null }>(sql`
    SELECT page.document AS product, beside.related
    FROM product_document page
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(near.document ORDER BY near.unlike, near.distance, near.id) AS related
      FROM (
        SELECT other.id, other.document, abs(other.popularity - page.popularity) AS distance,
          other.document ->> 'type' <> page.document ->> 'type' AS unlike
        FROM (${neighbours(sql`<`, sql`DESC`)} UNION ALL ${neighbours(sql`>`, sql`ASC`)}) neighbour
        JOIN product_document other ON other.id = neighbour.id
        ORDER BY unlike, distance, other.id
        LIMIT ${relatedLimit}
      ) near
    ) beside
    WHERE ${where}`);
  return rows.map(({ product, related }) => ({ product, related: related ?? [] }));
}

export async function readLead(db: Executor): Promise<LeadStory | null> {
  const { rows } = await db.execute<{ lead: LeadStory }>(
    sql`SELECT jsonb_build_object('title', title, 'text', text, 'productId', product_id) AS lead FROM lead`,
  );
  return rows[0]?.lead ?? null;
}

export async function countProducts(db: Executor): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`SELECT count(*)::integer AS count FROM product`);
  return rows[0]?.count ?? 0;
}
