import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderId } from './domain/ids.ts';
import { eventually, openShop, type Shop } from './testing.ts';
import { clock, mask, offerProducts, shopper } from './testing-shopper.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ placeOrderWaitMs: 0 });
  await offerProducts(shop);
});
afterAll(() => shop.close());

const parcel = { deliveryId: 'd-1', carrier: 'Hanbit', trackingNumber: 'HB-1' };

async function orderOf(mina: ReturnType<typeof shopper>, placement = mina.input()): Promise<string> {
  await mina.add(clock.sku, 1);
  const { id } = await mina.place(placement);
  if (!id) throw new Error('no order was placed');
  return id;
}

const inState = (mina: ReturnType<typeof shopper>, id: string, state: string) =>
  eventually(
    () => mina.order(id),
    (order) => order?.state === state,
  );

/** Reactions run one after the other: when a later message has acted, the earlier ones have. */
async function heard(neighbour: 'catalog' | 'delivery'): Promise<void> {
  const marker = `marker-${Math.random()}`;
  if (neighbour === 'catalog') {
    shop.catalog.say('ProductChanged', marker, { productId: marker, variants: [{ ...mask, sku: marker }] });
    await eventually(
      () => shop.db.pool.query('select 1 from offer where sku = $1', [marker]),
      ({ rowCount }) => rowCount === 1,
    );
  } else {
    const method = { code: marker, prices: { KR: { KRW: 1, USD: 1 } }, grams: { min: 0, max: 0 } };
    shop.delivery.say('ShippingMethodChanged', marker, method);
    await eventually(
      () => shop.db.pool.query('select 1 from shipping_method where code = $1', [marker]),
      ({ rowCount }) => rowCount === 1,
    );
    await shop.db.pool.query('delete from shipping_method where code = $1', [marker]);
  }
}

test('an order that is not answered in time comes back as placed, and is confirmed later', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  expect(await mina.order(id)).toMatchObject({ state: 'PLACED', cancellable: true });
  shop.catalog.say('StockAllocated', id, { orderId: id });
  expect(await inState(mina, id, 'CONFIRMED')).toMatchObject({ cancellable: true });
});

test('an allocation that is told twice charges once', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  shop.catalog.say('StockAllocated', id, { orderId: id });
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await heard('catalog');
  const order = await inState(mina, id, 'CONFIRMED');
  expect(order?.history.map(({ kind }) => kind)).toEqual(['PLACED', 'STOCK_ALLOCATED', 'CONFIRMED']);
});

test('an order that is short of stock is rejected; its lines join what is in the cart by then', async () => {
  const mina = shopper(shop);
  const input = mina.input();
  const id = await orderOf(mina, input);
  await mina.add(clock.sku, 2);
  await mina.add(mask.sku, 1);
  shop.catalog.say('StockShort', id, {
    orderId: id,
    lines: [{ sku: clock.sku, requested: 1, available: 0 }],
  });
  expect(await inState(mina, id, 'REJECTED')).toMatchObject({
    rejection: 'OUT_OF_STOCK',
    cancellable: false,
  });
  const outcome = await mina.place(input);
  expect(outcome).toMatchObject({
    __typename: 'OutOfStock',
    lines: [{ sku: clock.sku, name: clock.name.ko, requested: 1, available: 0 }],
    cart: {
      quantity: 4,
      lines: [
        { sku: clock.sku, quantity: 3 },
        { sku: mask.sku, quantity: 1 },
      ],
    },
  });
});

test('a confirmed order is dispatched and delivered, then it cannot be cancelled', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await inState(mina, id, 'CONFIRMED');
  shop.delivery.say('DeliveryDispatched', id, { orderId: id, ...parcel });
  await inState(mina, id, 'DISPATCHED');
  expect(await mina.cancel(id)).toMatchObject({ __typename: 'OrderNotCancellable' });
  shop.delivery.say('DeliveryCompleted', id, { orderId: id, deliveryId: parcel.deliveryId });
  expect(await inState(mina, id, 'DELIVERED')).toMatchObject({ cancellable: false });
});

test('a dispatch that comes after the delivery changes nothing', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await inState(mina, id, 'CONFIRMED');
  shop.delivery.say('DeliveryCompleted', id, { orderId: id, deliveryId: parcel.deliveryId });
  shop.delivery.say('DeliveryDispatched', id, { orderId: id, ...parcel });
  await heard('delivery');
  expect(await mina.order(id)).toMatchObject({ state: 'DELIVERED' });
});

test('cancelling a paid order gives the money back, and a dispatch that was on its way changes nothing', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await inState(mina, id, 'CONFIRMED');
  const [cancelled] = await Promise.all([
    mina.cancel(id),
    shop.delivery.say('DeliveryDispatched', id, { orderId: id, ...parcel }),
  ]);
  await heard('delivery');
  const order = await mina.order(id);
  // Whoever was first has won; either way the two agree.
  if (cancelled.__typename === 'Order') {
    const refunded = await eventually(
      () => mina.order(id),
      (seen) => seen?.history.at(-1)?.kind === 'REFUNDED',
    );
    expect(refunded?.state).toBe('CANCELLED');
  } else {
    expect(order?.state).toBe('DISPATCHED');
  }
});

test('an order that was cancelled before its stock was answered is never charged', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  expect(await mina.cancel(id)).toMatchObject({ state: 'CANCELLED' });
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await heard('catalog');
  expect(await mina.order(id)).toMatchObject({
    state: 'CANCELLED',
    history: [{ kind: 'PLACED' }, { kind: 'CANCELLED' }],
  });
  const { rowCount } = await shop.db.pool.query('select from sandbox_payment where reference = $1', [
    orderId(id),
  ]);
  expect(rowCount).toBe(0);
});

test('an order whose stock nobody answers for is rejected at its deadline, and the cart is as before', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  await shop.db.pool.query(`update order_view set due_at = now() where id = $1`, [id]);
  expect(await inState(mina, id, 'REJECTED')).toMatchObject({ rejection: 'TIMED_OUT' });
  expect(await mina.cart()).toMatchObject({ lines: [{ sku: clock.sku, quantity: 1 }] });
});

test('when the connection for notices breaks, orders go on', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  const { rowCount } = await shop.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  );
  expect(rowCount).toBeGreaterThan(0);
  shop.catalog.say('StockAllocated', id, { orderId: id });
  await inState(mina, id, 'CONFIRMED');
});

test('an older message about a product does not undo a newer one, and what is told no more is not sold', async () => {
  const chair = { ...mask, sku: 'CHAIR-OAK' };
  const stool = { ...mask, sku: 'STOOL-OAK' };
  const say = (variants: object[], time: string) =>
    shop.catalog.say('ProductChanged', 'seat', { productId: 'seat', variants }, new Date(time));
  say([chair, stool], '2026-11-21T10:00:00Z');
  say([{ ...chair, weight: 2 }], '2026-11-21T12:00:00Z');
  say([{ ...chair, weight: 1 }], '2026-11-21T11:00:00Z');
  await heard('catalog');
  const { rows } = await shop.db.pool.query(`select sku, weight from offer where product_id = 'seat'`);
  expect(rows).toEqual([{ sku: 'CHAIR-OAK', weight: 2 }]);
});

test('once delivery has told of its methods, these are the ones, at their prices', async () => {
  const express = {
    code: 'express',
    name: { en: 'Express', ko: '특급' },
    prices: { KR: { KRW: 6_000, USD: 450 } },
    grams: { min: 0, max: 20_000 },
    surcharge: { aboveGrams: 500, prices: { KR: { KRW: 2_000, USD: 150 } } },
  };
  shop.delivery.say('ShippingMethodChanged', 'express', express);
  await eventually(
    () => shop.db.pool.query('select from shipping_method'),
    ({ rowCount }) => rowCount === 1,
  );
  const mina = shopper(shop);
  await mina.add(clock.sku, 1);
  const query = `{ cart { express: shippingPrice(method: "express", country: KR, currency: KRW) { amount }
    abroad: shippingPrice(method: "express", country: US, currency: KRW) { amount } } }`;
  expect(await shop.ask(mina.visitor, query)).toEqual({ cart: { express: { amount: 8_000 }, abroad: null } });
  expect(await mina.place()).toMatchObject({ fields: [{ field: 'shipping.method', code: 'UNKNOWN' }] });
  const shipping = { ...mina.input().shipping, method: 'express' };
  expect(await mina.place(mina.input({ shipping, expectedTotal: 34_000 }))).toMatchObject({
    __typename: 'Order',
  });
  await shop.db.pool.query('delete from shipping_method');
});
