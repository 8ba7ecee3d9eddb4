import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portsOn } from '../postgres/ports.ts';
import { aProduct, aVariant, catalogueOf } from '../testing.ts';
import { allocateStock } from './allocate-stock.ts';
import { receiveStock } from './receive-stock.ts';
import { releaseStock } from './release-stock.ts';

let db: Awaited<ReturnType<typeof catalogueOf>>;
beforeAll(async () => {
  db = await catalogueOf(
    aProduct({ variants: [aVariant({ sku: 'HOT', stock: 50 })] }),
    aProduct({
      variants: [aVariant({ sku: 'A', stock: 500 }), aVariant({ sku: 'B', colour: 'ink', stock: 500 })],
    }),
    aProduct({
      variants: [aVariant({ sku: 'FEW', stock: 3 }), aVariant({ sku: 'MANY', colour: 'ink', stock: 30 })],
    }),
    aProduct({ variants: [aVariant({ sku: 'BACK', stock: 5 })] }),
    aProduct({ variants: [aVariant({ sku: 'LATE', stock: 5 })] }),
    aProduct({ variants: [aVariant({ sku: 'STORE', stock: 8 })] }),
  );
});
afterAll(() => db.drop());

const allocate = (orderId: string, ...lines: [sku: string, quantity: number][]) =>
  db.transaction((tx) =>
    allocateStock(portsOn(tx))(
      orderId,
      lines.map(([sku, quantity]) => ({ sku, quantity })),
    ),
  );
const release = (orderId: string) => db.transaction((tx) => releaseStock(portsOn(tx))(orderId));

async function level(sku: string) {
  const { rows } = await db.drizzle.execute<{ onHand: number; allocated: number }>(
    sql`SELECT on_hand AS "onHand", allocated FROM stock WHERE sku = ${sku}`,
  );
  return rows[0];
}

/** The level as the ledger alone tells it. */
async function ledger(sku: string) {
  const { rows } = await db.drizzle.execute<{ onHand: number; allocated: number }>(sql`
    SELECT coalesce(sum(quantity) FILTER (WHERE type = 'received'), 0)::integer AS "onHand",
      coalesce(sum(CASE type WHEN 'allocated' THEN quantity WHEN 'released' THEN -quantity END), 0)::integer AS allocated
    FROM stock_movement WHERE sku = ${sku}`);
  return rows[0];
}

async function told(subject: string) {
  const { rows } = await db.drizzle.execute<{ type: string; data: unknown }>(
    sql`SELECT type, data FROM outbox WHERE subject = ${subject} ORDER BY position`,
  );
  return rows.map(({ type, data }) => ({ type: type.split('.')[2], data }));
}

test('200 orders at once for a stock of 50: exactly 50 are allocated, 150 are told how many there were', async () => {
  const orders = Array.from({ length: 200 }, (_, number) => `hot-${number}`);
  await Promise.all(orders.map((orderId) => allocate(orderId, ['HOT', 1])));
  const answers = (await Promise.all(orders.map(told))).flat();
  expect(answers).toHaveLength(200);
  expect(answers.filter(({ type }) => type === 'StockAllocated')).toHaveLength(50);
  expect(answers.filter(({ type }) => type === 'StockShort').map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ lines: [{ sku: 'HOT', requested: 1, available: 0 }] }),
  );
  expect(await level('HOT')).toEqual({ onHand: 50, allocated: 50 });
  expect(await ledger('HOT')).toEqual(await level('HOT'));
});

test('orders whose lines name the same variants in opposite orders do not block one another', async () => {
  const orders = Array.from({ length: 200 }, (_, number) => number);
  await Promise.all(
    orders.map((number) =>
      number % 2
        ? allocate(`pair-${number}`, ['A', 1], ['B', 1])
        : allocate(`pair-${number}`, ['B', 1], ['A', 1]),
    ),
  );
  expect(await level('A')).toEqual({ onHand: 500, allocated: 200 });
  expect(await level('B')).toEqual({ onHand: 500, allocated: 200 });
});

test('an order that lacks one line holds nothing', async () => {
  await allocate('half', ['MANY', 2], ['FEW', 4]);
  expect(await told('half')).toEqual([
    { type: 'StockShort', data: { orderId: 'half', lines: [{ sku: 'FEW', requested: 4, available: 3 }] } },
  ]);
  expect(await level('MANY')).toEqual({ onHand: 30, allocated: 0 });
});

test('an order for a SKU that the shop does not have is short of it', async () => {
  await allocate('unknown', ['NOT-HERE', 1]);
  expect(await told('unknown')).toMatchObject([{ data: { lines: [{ sku: 'NOT-HERE', available: 0 }] } }]);
});

test('an order is answered once, and gives back once', async () => {
  await allocate('twice', ['BACK', 2]);
  await allocate('twice', ['BACK', 2]);
  expect(await level('BACK')).toEqual({ onHand: 5, allocated: 2 });
  await release('twice');
  await release('twice');
  expect(await level('BACK')).toEqual({ onHand: 5, allocated: 0 });
  expect((await told('twice')).map(({ type }) => type)).toEqual(['StockAllocated', 'StockReleased']);
  expect(await ledger('BACK')).toEqual({ onHand: 5, allocated: 0 });
});

test('an order that is cancelled before it is seen is never allocated', async () => {
  await release('late');
  await allocate('late', ['LATE', 1]);
  expect(await level('LATE')).toEqual({ onHand: 5, allocated: 0 });
  expect(await told('late')).toEqual([]);
});

test('allocating and releasing an order at the same moment leaves nothing held', async () => {
  const orders = Array.from({ length: 40 }, (_, number) => `race-${number}`);
  await Promise.all(orders.flatMap((orderId) => [allocate(orderId, ['LATE', 1]), release(orderId)]));
  expect(await level('LATE')).toEqual({ onHand: 5, allocated: 0 });
});

test('what is promised to orders cannot be written off, the rest can', async () => {
  await allocate('promised', ['STORE', 3]);
  const receive = (quantity: number) => db.transaction((tx) => receiveStock(portsOn(tx))('STORE', quantity));
  expect(await receive(-6)).toEqual({ refused: 'STOCK_BELOW_ALLOCATED', allocated: 3 });
  expect(await receive(-5)).toMatchObject({ variants: [{ sku: 'STORE', available: 0 }] });
  expect(await receive(20)).toMatchObject({ variants: [{ sku: 'STORE', available: 20 }] });
  expect(await ledger('STORE')).toEqual({ onHand: 23, allocated: 3 });
});

test('the database itself refuses to sell what is not there', async () => {
  const oversell = db.drizzle.execute(sql`UPDATE stock SET allocated = on_hand + 1 WHERE sku = 'STORE'`);
  await expect(oversell).rejects.toMatchObject({ cause: { constraint: 'available_is_not_negative' } });
});
