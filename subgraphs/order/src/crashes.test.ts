/** What is left when a process dies between two steps, or two do the same one. */
import { testDatabase } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplication } from './application.ts';
import type { Cart } from './domain/cart.ts';
import type { Checkout } from './domain/checkout.ts';
import { customerId, type OrderId, sku } from './domain/ids.ts';
import type { Order } from './domain/order.ts';
import { orderTotal } from './domain/order.ts';
import type { Payments } from './domain/payment.ts';
import { payments } from './payment/payments.ts';
import { sandboxProvider } from './payment/sandbox-provider.ts';
import { copyOffers } from './postgres/copies.ts';
import * as schema from './postgres/tables.ts';
import { onCatalog } from './reactions/catalog.ts';
import { eventually } from './testing.ts';
import { clock } from './testing-shopper.ts';

let db: Awaited<ReturnType<typeof testDatabase<typeof schema>>>;
let provider: Payments;

beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('../migrations/', import.meta.url), schema });
  provider = payments(sandboxProvider(db.drizzle), { timeoutMs: 1_000, attempts: 1 }, { warn() {} });
  await copyOffers(db.drizzle, { productId: 'p-clock', variants: [clock] }, '2026-11-21T12:00:00Z');
});
afterAll(() => db.drop());

/** One process of the service, without its background work unless it is started. */
const instance = (through: Payments = provider) =>
  createApplication(db, through, {
    placeOrderWaitMs: 0,
    allocationDeadlineMs: 60_000,
    dutyLeaseMs: 60_000,
    maxSubscriptions: 10,
    standardMethod: {
      code: 'standard',
      prices: { KR: { KRW: 3_000, USD: 250 } },
      grams: { min: 0, max: 30_000 },
    },
  });

/** An order whose payment is due. */
async function allocatedOrder(): Promise<Order> {
  const { app, reacting } = instance();
  const visitor = customerId(crypto.randomUUID());
  succeeded<Cart>(await app.addToCart(visitor, sku(clock.sku), 1));
  const order = succeeded<Order>(await app.placeOrder(visitor, checkout()));
  const data = { orderId: order.orderId };
  await db.transaction(async (tx) => {
    await onCatalog(reacting)['arcade.catalog.StockAllocated.v1']?.(tx, { ...envelope, data });
  });
  return read(order.orderId);
}

const envelope = {
  specversion: '1.0' as const,
  id: crypto.randomUUID(),
  source: '/catalog',
  type: 'arcade.catalog.StockAllocated.v1',
  subject: 'order',
  time: '2026-11-21T12:00:00Z',
  datacontenttype: 'application/json' as const,
  sequence: '1.1',
};

const checkout = (): Checkout => ({
  idempotencyKey: crypto.randomUUID(),
  email: 'mina@example.com',
  currency: 'KRW',
  shipping: {
    method: 'standard',
    recipient: 'Mina Park',
    country: 'KR',
    postcode: '04524',
    city: 'Seoul',
    line1: '110 Sejong-daero',
  },
  paymentToken: 'tok_visa_success',
  expectedTotal: 29_000,
});

const leaseEnds = (id: OrderId) => db.pool.query('update order_view set due_at = now() where id = $1', [id]);

async function read(id: OrderId): Promise<Order> {
  const { rows } = await db.pool.query<{ snapshot: Order }>('select snapshot from order_view where id = $1', [
    id,
  ]);
  if (!rows[0]) throw new Error(`no order ${id}`);
  return rows[0].snapshot;
}

async function booked(id: OrderId) {
  const { rows } = await db.pool.query('select status, charge_id from sandbox_payment where reference = $1', [
    id,
  ]);
  return rows;
}

function succeeded<Value extends object>(result: Value | { refused: string }): Value {
  if ('refused' in result) throw new Error(String(result.refused));
  return result;
}

test('a process that dies after the charge and before it is written down leaves one charge and, later, a confirmed order', async () => {
  const order = await allocatedOrder();
  const died = new Error('the process died');
  const dying = instance({
    ...provider,
    async charge(payment) {
      await provider.charge(payment);
      throw died;
    },
  });
  const [claimed] = await dying.claim(10);
  expect(claimed?.order.orderId).toBe(order.orderId);
  await expect(dying.perform({ order, traceparent: undefined })).rejects.toBe(died);
  expect(await booked(order.orderId)).toHaveLength(1);
  expect(await read(order.orderId)).toMatchObject({ state: 'allocated' });
  expect(await instance().claim(10), 'nobody else takes it before the lease ends').toEqual([]);

  await leaseEnds(order.orderId);
  const next = instance().start({ error() {} });
  const confirmed = await eventually(
    () => read(order.orderId),
    ({ state }) => state === 'confirmed',
  );
  await next.stop();
  const [charge, ...more] = await booked(order.orderId);
  expect(more).toEqual([]);
  expect(confirmed).toMatchObject({ chargeId: charge.charge_id });
});

test('two processes that charge at the same moment take one payment and write it down once', async () => {
  const order = await allocatedOrder();
  await Promise.all([
    instance().perform({ order, traceparent: undefined }),
    instance().perform({ order, traceparent: undefined }),
  ]);
  expect(await booked(order.orderId)).toHaveLength(1);
  expect(await read(order.orderId)).toMatchObject({ state: 'confirmed', version: 3 });
});

test('what is due is claimed by one of two processes', async () => {
  const order = await allocatedOrder();
  const claims = await Promise.all([instance().claim(10), instance().claim(10)]);
  expect(claims.flat().map(({ order }) => order.orderId)).toEqual([order.orderId]);
});

test('an order that is cancelled while its card is being charged ends refunded', async () => {
  const order = await allocatedOrder();
  const { app, perform } = instance({
    ...provider,
    async charge(payment) {
      const outcome = await provider.charge(payment);
      succeeded(await app.cancelOrder(payment.orderId, order.customerId));
      return outcome;
    },
  });
  await perform({ order, traceparent: undefined });
  expect(await read(order.orderId)).toMatchObject({ state: 'cancelled', moneyBack: 'owed' });
  await perform({ order: await read(order.orderId), traceparent: undefined });
  expect(await booked(order.orderId)).toMatchObject([{ status: 'refunded' }]);
  expect(await read(order.orderId)).toMatchObject({ state: 'cancelled', moneyBack: 'returned' });
});

test('an order that is cancelled before its card is charged bars the charge that comes late', async () => {
  const order = await allocatedOrder();
  const { app, perform } = instance();
  succeeded(await app.cancelOrder(order.orderId, order.customerId));
  await perform({ order: await read(order.orderId), traceparent: undefined });
  const payment = { orderId: order.orderId, total: orderTotal(order), token: order.paymentToken };
  expect(await provider.charge(payment)).toMatchObject({ outcome: 'declined' });
  expect(await booked(order.orderId)).toMatchObject([{ status: 'cancelled' }]);
});

test('a refund that was made but not written down is not made again', async () => {
  const order = await allocatedOrder();
  await instance().perform({ order, traceparent: undefined });
  const { app, perform } = instance();
  succeeded(await app.cancelOrder(order.orderId, order.customerId));
  const first = await provider.giveBack(order.orderId);
  await perform({ order: await read(order.orderId), traceparent: undefined });
  expect(await provider.giveBack(order.orderId)).toEqual(first);
  expect((await read(order.orderId)).history.at(-1)?.kind).toBe('REFUNDED');
});

test('the stream takes one event of each version', async () => {
  const { orderId, version } = await allocatedOrder();
  const again = db.pool.query('insert into order_event (order_id, version, event) values ($1, $2, $3)', [
    orderId,
    version,
    '{}',
  ]);
  await expect(again).rejects.toMatchObject({ code: '23505' });
});
