import type { Executor } from '@arcade/subgraph-kit/database';
import { publish } from '@arcade/subgraph-kit/outbox';
import { sql } from 'drizzle-orm';
import type { Line, Movement } from '../domain/stock.ts';
import type { LockedLevel, Ports } from '../use-cases/ports.ts';
import { productsBySku } from './products.ts';

/** What the use cases need, on one transaction. */
export const portsOn = (tx: Executor): Ports => ({
  async lockLevels(skus) {
    const { rows } = await tx.execute<{ levels: LockedLevel[] }>(sql`
      WITH locked AS (${lockedLevels(skus)}) SELECT ${asJson} AS levels FROM locked`);
    return rows[0]?.levels ?? [];
  },

  async claimOrder(orderId, skus) {
    const { rows } = await tx.execute<{ claimed: boolean; levels: LockedLevel[] }>(sql`
      WITH claim AS (
        INSERT INTO allocation (order_id, state) VALUES (${orderId}, 'allocated')
        ON CONFLICT DO NOTHING RETURNING order_id
      ), locked AS (${lockedLevels(skus)})
      SELECT EXISTS (SELECT FROM claim) AS claimed, (SELECT ${asJson} FROM locked) AS levels`);
    return rows[0]?.claimed ? rows[0].levels : undefined;
  },

  async markShort(orderId) {
    await tx.execute(sql`UPDATE allocation SET state = 'short' WHERE order_id = ${orderId}`);
  },

  async claimRelease(orderId) {
    // An order that was never seen is marked, so that its late OrderPlaced finds it answered.
    const unseen = await tx.execute(sql`
      INSERT INTO allocation (order_id, state) VALUES (${orderId}, 'released') ON CONFLICT DO NOTHING RETURNING order_id`);
    if (unseen.rowCount) return undefined;
    const { rows } = await tx.execute<{ held: Line[] | null }>(sql`
      WITH freed AS (
        UPDATE allocation SET state = 'released' WHERE order_id = ${orderId} AND state = 'allocated' RETURNING order_id
      )
      SELECT jsonb_agg(jsonb_build_object('sku', sku, 'quantity', quantity)) AS held
      FROM stock_movement JOIN freed USING (order_id) WHERE type = 'allocated'`);
    return rows[0]?.held ?? undefined;
  },

  async record(movements) {
    await tx.execute(sql`
      WITH moved AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(movements.map(toRow))}::jsonb)
          AS movement (sku text, type movement_type, quantity integer, order_id text, on_hand integer, allocated integer)
      ), ledger AS (
        INSERT INTO stock_movement (sku, type, quantity, order_id) SELECT sku, type, quantity, order_id FROM moved
      )
      UPDATE stock SET on_hand = stock.on_hand + moved.on_hand, allocated = stock.allocated + moved.allocated
      FROM moved WHERE stock.sku = moved.sku`);
  },

  async setPrices(sku, prices) {
    const { rowCount } = await tx.execute(
      sql`UPDATE variant SET price_krw = ${prices.KRW}, price_usd = ${prices.USD} WHERE sku = ${sku}`,
    );
    return rowCount === 1;
  },

  async productOf(sku) {
    return (await productsBySku(tx, [sku]))[0];
  },

  publish: (events) => publish(tx, events),
});

const lockedLevels = (skus: string[]) => sql`
  SELECT stock.sku, stock.on_hand, stock.allocated, variant.product_id
  FROM stock JOIN variant ON variant.sku = stock.sku
  WHERE stock.sku = ANY (${sql.param(skus)}::text[])
  ORDER BY stock.sku
  FOR NO KEY UPDATE OF stock`;

const asJson = sql`coalesce(jsonb_agg(jsonb_build_object(
  'sku', sku, 'onHand', on_hand, 'allocated', allocated, 'productId', product_id)), '[]')`;

/** A movement with what it does to either side of the level. A SKU moves once in a statement: the domain adds lines up. */
function toRow(movement: Movement) {
  const { sku, type, quantity } = movement;
  switch (type) {
    case 'received':
      return { sku, type, quantity, on_hand: quantity, allocated: 0 };
    case 'allocated':
      return { sku, type, quantity, order_id: movement.orderId, on_hand: 0, allocated: quantity };
    case 'released':
      return { sku, type, quantity, order_id: movement.orderId, on_hand: 0, allocated: -quantity };
  }
}
