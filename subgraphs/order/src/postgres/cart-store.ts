/** Carts, read together with what is offered now: one statement to read, one to write. */
import { sql } from 'drizzle-orm';
import { type Cart, type CartLine, type Offer, putBack } from '../domain/cart.ts';
import type { CustomerId, Sku } from '../domain/ids.ts';
import type { Order } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { Executor } from './executor.ts';

type StoredLine = Omit<CartLine, 'offer'>;
type Offers = Record<Sku, Offer>;

interface CartRow extends Record<string, unknown> {
  version: number | null;
  lines: StoredLine[] | null;
  offers: Offers | null;
}

/** @param candidate a SKU that may not be in the cart yet; its offer is read along */
export async function readCart(db: Executor, visitor: CustomerId, candidate?: Sku) {
  const { rows } = await db.execute<CartRow>(sql`
    select c.version, c.lines, ${offersFor(candidate)} as offers
    from (select ${visitor}::text as visitor_id) asked left join cart c using (visitor_id)`);
  return { cart: toCart(visitor, rows[0]), offer: candidate && rows[0]?.offers?.[candidate] };
}

/** All that placing an order asks for: the cart, the shipping methods, and the order that this key has placed before. */
export async function readCheckout(db: Executor, visitor: CustomerId, idempotencyKey: string) {
  type Row = CartRow & { methods: ShippingMethod[] | null; placed: Order | null };
  const { rows } = await db.execute<Row>(sql`
    select c.version, c.lines, ${offersFor()} as offers,
      (select jsonb_agg(method) from shipping_method) as methods,
      (select snapshot from order_view where idempotency_key = ${idempotencyKey}) as placed
    from (select ${visitor}::text as visitor_id) asked left join cart c using (visitor_id)`);
  return {
    cart: toCart(visitor, rows[0]),
    methods: rows[0]?.methods ?? [],
    placed: rows[0]?.placed ?? undefined,
  };
}

const offersFor = (candidate?: Sku) => sql`(
  select jsonb_object_agg(sku, jsonb_build_object('name', name, 'prices', prices, 'weight', weight)) from offer
  where sku in (
    select line ->> 'sku' from jsonb_array_elements(c.lines) line union all select ${candidate ?? null}::text
  ))`;

function toCart(visitor: CustomerId, row: CartRow | undefined): Cart {
  const lines = (row?.lines ?? []).map((line) => ({ ...line, offer: row?.offers?.[line.sku] }));
  return { visitor, version: row?.version ?? 0, lines };
}

/** False when somebody else changed the cart since it was read. */
export async function saveCart(db: Executor, cart: Cart): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    insert into cart (visitor_id, version, lines)
    values (${cart.visitor}, ${cart.version + 1}, ${toStored(cart.lines)}::jsonb)
    on conflict (visitor_id) do update set version = excluded.version, lines = excluded.lines
    where cart.version = ${cart.version}`);
  return rowCount === 1;
}

/** Puts a rejected order's lines back; waits for whoever is changing the cart at this moment. */
export async function putBackLines(tx: Executor, order: Order): Promise<void> {
  const { rows } = await tx.execute<CartRow>(sql`
    insert into cart (visitor_id, version, lines) values (${order.customerId}, 1, '[]')
    on conflict (visitor_id) do update set version = cart.version + 1
    returning version, lines`);
  const cart = putBack(toCart(order.customerId, rows[0]), order.lines);
  await tx.execute(sql`
    update cart set lines = ${toStored(cart.lines)}::jsonb where visitor_id = ${cart.visitor}`);
}

const toStored = (lines: readonly CartLine[]) => JSON.stringify(lines.map(({ offer: _, ...line }) => line));
