import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './testing.ts';
import { clock, offerProducts, shopper } from './testing-shopper.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await offerProducts(shop);
});
afterAll(() => shop.close());

test('two hundred shoppers at once on a stock of fifty: fifty have it, the others are told so', async () => {
  let left = 50;
  shop.stockIs(() =>
    left-- > 0
      ? { type: 'StockAllocated', data: {} }
      : { type: 'StockShort', data: { lines: [{ sku: clock.sku, requested: 1, available: 0 }] } },
  );
  const shoppers = Array.from({ length: 200 }, () => shopper(shop));
  await Promise.all(shoppers.map((mina) => mina.add(clock.sku, 1)));
  const began = performance.now();
  const results = await Promise.all(shoppers.map((mina) => mina.place()));
  console.log(`200 orders answered in ${Math.round(performance.now() - began)} ms`);
  const count = (typename: string) => results.filter(({ __typename }) => __typename === typename).length;
  expect({ confirmed: count('Order'), short: count('OutOfStock') }).toEqual({ confirmed: 50, short: 150 });
  expect(results.every(({ state }) => state === undefined || state === 'CONFIRMED')).toBe(true);
  const { rows } = await shop.db.pool.query(
    `select count(*)::int from sandbox_payment where status = 'succeeded'`,
  );
  expect(rows[0].count).toBe(50);
});
