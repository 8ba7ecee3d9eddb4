import { randomUUID } from 'node:crypto';
import { countStatements } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, openShop, type Shop } from './testing.ts';
import { clock, mask, offerProducts, shopper } from './testing-shopper.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ paymentTimeoutMs: 100 });
  await offerProducts(shop);
  shop.stockIsThere();
});
afterAll(() => shop.close());

const charges = async (orderId: string | undefined) =>
  (await shop.db.pool.query('select status from sandbox_payment where reference = $1', [orderId])).rows.map(
    ({ status }) => status,
  );

test('an order is placed, paid and confirmed while the shopper waits, and the cart is empty', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const order = await mina.place();
  expect(order).toMatchObject({ __typename: 'Order', state: 'CONFIRMED', total: { amount: 29_000 } });
  expect(order.history?.map(({ kind }) => kind)).toEqual(['PLACED', 'STOCK_ALLOCATED', 'CONFIRMED']);
  expect((await mina.cart()).lines).toEqual([]);
  expect(await charges(order.id)).toEqual(['succeeded']);

  const told = await eventually(
    async () => (await shop.told()).filter(({ subject }) => subject === order.id),
    (events) => events.length > 1,
  );
  expect(told.map(({ type }) => type)).toEqual([
    'arcade.order.OrderPlaced.v1',
    'arcade.order.OrderConfirmed.v1',
  ]);
  const traceOf = (event: (typeof told)[number] | undefined) => event?.traceparent?.split('-')[1];
  expect(traceOf(told[0])).toMatch(/^[0-9a-f]{32}$/);
  expect(traceOf(told[1]), 'one trace from the click to the confirmation').toBe(traceOf(told[0]));
  expect(told[1]?.data).toEqual({
    orderId: order.id,
    number: order.number,
    customerId: mina.visitor,
    currency: 'KRW',
    total: 29_000,
    weight: 800,
    lines: [{ sku: clock.sku, quantity: 1 }],
    shipping: mina.input().shipping,
  });
});

test('twenty clicks with one key place one order and take one payment', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const input = mina.input();
  const results = await Promise.all(Array.from({ length: 20 }, () => mina.place(input)));
  expect(new Set(results.map(({ id }) => id)).size).toBe(1);
  expect(results.every(({ state }) => state === 'CONFIRMED')).toBe(true);
  expect(await charges(results[0]?.id)).toEqual(['succeeded']);
});

test('two windows with two keys and one cart place one order', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const results = await Promise.all([mina.place(), mina.place()]);
  expect(results.map(({ __typename }) => __typename).sort()).toEqual(['CartEmpty', 'Order']);
});

test('another visitor’s key is refused', async () => {
  const [mina, jun] = [shopper(shop), shopper(shop)];
  await mina.add(clock.sku, 1);
  await jun.add(clock.sku, 1);
  const input = mina.input();
  await mina.place(input);
  expect(await jun.place(input)).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ field: 'idempotencyKey', code: 'UNKNOWN' }],
  });
});

test.each([
  ['tok_declined', 'DECLINED'],
  ['tok_insufficient_funds', 'INSUFFICIENT_FUNDS'],
  ['tok_expired', 'EXPIRED_CARD'],
])('%s is declined as %s, the cart is as before, and the same key says the same', async (token, reason) => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const input = mina.input({ payment: { token } });
  const declined = {
    __typename: 'PaymentDeclined',
    reason,
    cart: { lines: [{ sku: clock.sku, quantity: 1 }] },
  };
  expect(await mina.place(input)).toMatchObject(declined);
  expect(await mina.place(input)).toMatchObject(declined);
  expect(await mina.place()).toMatchObject({ __typename: 'Order', state: 'CONFIRMED' });
});

test('a provider that never answers makes the payment unavailable, and may not take the money later', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 2);
  const input = mina.input({ payment: { token: 'tok_timeout' }, expectedTotal: 55_000 });
  expect(await mina.place(input)).toMatchObject({
    __typename: 'PaymentUnavailable',
    cart: { lines: [{ quantity: 2 }] },
  });
  const { rows } = await shop.db.pool.query('select id from order_view where idempotency_key = $1', [
    input.idempotencyKey,
  ]);
  expect(
    await eventually(
      () => charges(rows[0].id),
      (made) => made.length > 0,
    ),
  ).toEqual(['cancelled']);
});

test('an answer that is lost after the money was taken is asked for again: one charge', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const order = await mina.place(mina.input({ payment: { token: 'tok_lost_answer' } }));
  expect(order).toMatchObject({ state: 'CONFIRMED' });
  expect(await charges(order.id)).toEqual(['succeeded']);
});

test('a price that changed between cart and checkout comes back with the total of now, until it is accepted', async () => {
  const mina = shopper(shop);
  await mina.add(mask.sku, 1);
  await offerProducts(shop, [{ ...mask, prices: { KRW: 9_500, USD: 750 } }]);
  const changed = await mina.place(mina.input({ expectedTotal: 12_000 }));
  expect(changed).toMatchObject({
    __typename: 'PriceChanged',
    total: { amount: 12_500 },
    cart: { pricesChanged: true, subtotal: { amount: 9_000 } },
  });
  expect(await mina.accept()).toMatchObject({ pricesChanged: false, subtotal: { amount: 9_500 } });
  expect(await mina.place(mina.input({ expectedTotal: 12_500 }))).toMatchObject({ state: 'CONFIRMED' });
});

test('wrong input is told field by field', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const shipping = { ...mina.input().shipping, postcode: 'x', method: 'rocket', city: ' ' };
  expect(await mina.place(mina.input({ email: 'no', shipping }))).toMatchObject({
    __typename: 'InvalidInput',
    fields: [
      { field: 'email', code: 'MALFORMED' },
      { field: 'shipping.city', code: 'REQUIRED' },
      { field: 'shipping.postcode', code: 'MALFORMED' },
      { field: 'shipping.method', code: 'UNKNOWN' },
    ],
  });
});

test('from the click to the confirmation order sends at most 12 statements', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const { result, statements } = await countStatements(() => mina.place());
  expect(result).toMatchObject({ state: 'CONFIRMED' });
  // How often a follower looks at the feed depends on what else the cluster does, not on the order.
  const own = statements.filter((text) => !text.includes('pg_snapshot_xmin'));
  console.log(
    `placeOrder to confirmed: ${own.length} statements, and ${statements.length - own.length} feed reads`,
  );
  expect(own.length).toBeLessThanOrEqual(12);
});

test('a key is 16 to 64 characters', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  expect(await mina.place(mina.input({ idempotencyKey: randomUUID().slice(0, 8) }))).toMatchObject({
    fields: [{ field: 'idempotencyKey', code: 'MALFORMED' }],
  });
});
