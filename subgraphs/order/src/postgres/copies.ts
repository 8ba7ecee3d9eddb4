/** Copies of what catalog and delivery tell, so that orders are taken while they are down. */
import { sql } from 'drizzle-orm';
import type { OfferedProduct } from '../domain/cart.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { Executor } from './executor.ts';

/** A product's variants are told together: what is not among them is not sold any more. An older message changes nothing. */
export async function copyOffers(db: Executor, product: OfferedProduct, toldAt: string): Promise<void> {
  await db.execute(sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(product.variants)}::jsonb)
        as variant (sku text, name jsonb, prices jsonb, weight int)
    ), withdrawn as (
      delete from offer
      where product_id = ${product.productId} and told_at < ${toldAt}::timestamptz
        and sku not in (select sku from told)
    )
    insert into offer (sku, product_id, name, prices, weight, told_at)
    select sku, ${product.productId}, name, prices, weight, ${toldAt}::timestamptz from told
    on conflict (sku) do update set product_id = excluded.product_id, name = excluded.name,
      prices = excluded.prices, weight = excluded.weight, told_at = excluded.told_at
    where offer.told_at <= excluded.told_at`);
}

export async function copyShippingMethod(
  db: Executor,
  method: ShippingMethod,
  toldAt: string,
): Promise<void> {
  await db.execute(sql`
    insert into shipping_method (code, method, told_at)
    values (${method.code}, ${JSON.stringify(method)}::jsonb, ${toldAt}::timestamptz)
    on conflict (code) do update set method = excluded.method, told_at = excluded.told_at
    where shipping_method.told_at <= excluded.told_at`);
}

export async function readShippingMethods(db: Executor): Promise<ShippingMethod[]> {
  const { rows } = await db.execute<{ method: ShippingMethod }>(sql`select method from shipping_method`);
  return rows.map((row) => row.method);
}
