/** The service as others meet it: its graph, its reactions to order's events and what it says, on real PostgreSQL. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from '@arcade/subgraph-kit/service';
import {
  countStatements,
  statementHeaders,
  subscribe,
  type TestDatabase,
  testDatabase,
  testEnv,
} from '@arcade/subgraph-kit/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sign } from './carrier/carrier-webhook.ts';
import type { DeliveryEnv } from './env.ts';
import { startDelivery } from './start.ts';

const secret = 'a-secret-between-us-and-the-carrier';

let db: TestDatabase<Record<string, never>>;
let order: OrderFeed;
let running: Service[] = [];

beforeEach(async () => {
  db = await testDatabase({ migrations: new URL('../migrations/', import.meta.url), schema: {} });
  order = await orderFeed();
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
  order.close();
  await db.drop();
});

async function start(settings: Partial<DeliveryEnv> = {}): Promise<Service> {
  const service = await startDelivery({
    ...(await testEnv()),
    DATABASE_URL: db.url,
    FEED_ORDER: order.url,
    MAX_SUBSCRIPTIONS: 100,
    CARRIER_PACE_SECONDS: 3600,
    CARRIER_WEBHOOK_SECRET: secret,
    ...settings,
  });
  running.push(service);
  return service;
}

interface OrderFeed {
  url: string;
  says(type: string, orderId: string, data: object): void;
  confirms(orderId: string, more?: { customerId?: string; weight?: number; postcode?: string }): void;
  cancels(orderId: string): void;
  close(): void;
}

/** Order, as far as delivery knows it: a feed. */
async function orderFeed(): Promise<OrderFeed> {
  const events: object[] = [];
  const server: Server = createServer(async (request, response) => {
    const after = Number(
      new URL(request.url ?? '', 'http://order').searchParams.get('after')?.split('.')[1] ?? 0,
    );
    await vi.waitUntil(() => events.length > after || request.destroyed, { timeout: 60_000, interval: 5 });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ events: events.slice(after), cursor: `0.${events.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const feed: OrderFeed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    says(name, orderId, data) {
      events.push({
        specversion: '1.0',
        id: crypto.randomUUID(),
        source: '/order',
        type: `arcade.order.${name}.v1`,
        subject: orderId,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        sequence: `0.${events.length + 1}`,
        data: { orderId, ...data },
      });
    },
    confirms(orderId, { customerId = 'mina', weight = 800, postcode = '04524' } = {}) {
      const address = { recipient: '김민아', country: 'KR', postcode, city: '서울', line1: '세종대로 110' };
      feed.says('OrderConfirmed', orderId, {
        customerId,
        weight,
        shipping: { method: 'standard', ...address },
      });
    },
    cancels: (orderId) => feed.says('OrderCancelled', orderId, { by: 'mina' }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return feed;
}

async function ask<Data>(
  service: Service,
  query: string,
  visitor?: string,
  variables: object = {},
): Promise<Data> {
  const identity = visitor === undefined ? {} : { visitor };
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await statementHeaders('delivery', identity)) },
    body: JSON.stringify({ query, variables }),
  });
  // What the query asks for, by the schema.
  const { data } = (await response.json()) as { data: Data };
  return data;
}

const entities =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id delivery { id state } } } }';
const orders = (ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Order', id })) });

interface Orders {
  _entities: { delivery: { id: string; state: string } | null }[];
}

async function deliveryOf(service: Service, orderId: string, visitor = 'mina') {
  const { _entities } = await ask<Orders>(service, entities, visitor, orders([orderId]));
  return _entities[0]?.delivery ?? null;
}
/** The id by which the carrier knows the parcel. */
async function parcelOf(service: Service, orderId: string): Promise<string> {
  const delivery = await deliveryOf(service, orderId);
  if (!delivery) throw new Error(`${orderId} is not scheduled`);
  return delivery.id;
}
const stateOf = async (service: Service, orderId: string) => (await deliveryOf(service, orderId))?.state;
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

/** What the service asks its database beside the requests: its position in order's feed, its log, the simulated carrier. */
const ofTheBackground =
  /^(?:begin|commit|listen)\b|\b(?:consumer_position|inbox|parked_message|outbox|simulated_parcel)\b/i;

/** The statements that answering took. */
async function statementsOf<Result>(work: () => Promise<Result>) {
  const { result, statements } = await countStatements(work);
  return { result, statements: statements.filter((statement) => !ofTheBackground.test(statement.trim())) };
}

async function said(): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]> {
  const { rows } = await db.pool.query('select type, subject, data from outbox order by position');
  return rows;
}
const saidOf = async (orderId: string) =>
  (await said()).filter(({ subject }) => subject === orderId).map(({ type }) => type.split('.')[2]);

async function carrierSays(service: Service, report: object, at = Date.now()) {
  const body = Buffer.from(JSON.stringify(report));
  const seconds = Math.floor(at / 1000);
  const response = await fetch(`${service.url}/carrier-events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'carrier-signature': `t=${seconds},v1=${sign(body, secret, seconds)}`,
    },
    body,
  });
  return { status: response.status, body: await response.json() };
}
const report = (reference: string, state: string) => ({
  reference,
  state,
  carrier: 'Han Express',
  trackingNumber: '5551234',
  at: new Date().toISOString(),
});

test('a confirmed order is scheduled once', async () => {
  const service = await start();
  order.confirms('o1');
  order.confirms('o1');
  order.confirms('o2');
  await until(async () => expect(await stateOf(service, 'o2')).toBe('SCHEDULED'));
  expect(await saidOf('o1')).toEqual(['DeliveryScheduled']);
});

test('scheduling takes six statements an order', async () => {
  await start();
  const look = 'select from delivery';
  const { statements } = await countStatements(async () => {
    for (let n = 0; n < 30; n++) order.confirms(`o${n}`);
    await until(async () => expect(await db.pool.query(look)).toHaveProperty('rowCount', 30));
  });
  const scheduling = statements.filter((text) => text !== look);
  // The start's own, some ten, are too few to be a seventh.
  expect(Math.floor(scheduling.length / 30), scheduling.join('\n')).toBe(6);
});

test('a product page costs no statement', async () => {
  const service = await start();
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product {
    deliveryPromise(postcode: "04524", country: KR) { ... on DeliveryPromise { earliest latest orderBy method { code name(locale: KO) price(currency: KRW) { amount } } } }
  } } }`;
  const of = [{ __typename: 'Product', id: 'p1', weight: 800 }];
  const { result, statements } = await statementsOf(() =>
    ask<{ _entities: { deliveryPromise: { method: object } }[] }>(service, query, 'mina', { of }),
  );
  expect(result._entities[0]?.deliveryPromise.method).toEqual({
    code: 'standard',
    name: '일반 배송',
    price: { amount: 3000 },
  });
  expect(statements).toEqual([]);
});

test('deliveries of fifty orders cost as many statements as that of one, and only the customer sees them', async () => {
  const service = await start();
  const ids = Array.from({ length: 50 }, (_, n) => `o${n}`);
  for (const id of ids) order.confirms(id);
  await until(async () => expect(await stateOf(service, 'o49')).toBe('SCHEDULED'));
  const one = await statementsOf(() => ask<Orders>(service, entities, 'mina', orders(['o1'])));
  const fifty = await statementsOf(() => ask<Orders>(service, entities, 'mina', orders(ids)));
  expect(fifty.result._entities.every(({ delivery }) => delivery)).toBe(true);
  expect(fifty.statements).toHaveLength(one.statements.length);
  expect(fifty.statements).toHaveLength(1);

  expect(await deliveryOf(service, 'o1', 'somebody-else')).toBeNull();
  const id = await parcelOf(service, 'o1');
  const byId =
    'query ($id: ID!) { delivery(id: $id) { state promised order { id } history { state place(locale: KO) } } }';
  const seen = (visitor: string | undefined, key: string) =>
    ask<{ delivery: object | null }>(service, byId, visitor, { id: key });
  expect((await seen('mina', id)).delivery).toMatchObject({
    state: 'SCHEDULED',
    order: { id: 'o1' },
    history: [{ state: 'SCHEDULED', place: '이천' }],
  });
  for (const visitor of ['somebody-else', undefined]) {
    expect((await seen(visitor, id)).delivery).toBeNull();
  }
  expect((await seen('mina', 'no-uuid')).delivery).toBeNull();
});

test('the simulated carrier takes a parcel to the door, and says so', async () => {
  const service = await start({ CARRIER_PACE_SECONDS: 0.05 });
  order.confirms('o1');
  await until(async () => expect(await stateOf(service, 'o1')).toBe('DELIVERED'));
  expect(await saidOf('o1')).toEqual(['DeliveryScheduled', 'DeliveryDispatched', 'DeliveryCompleted']);
  const [, dispatched] = (await said()).filter(({ subject }) => subject === 'o1');
  expect(dispatched?.data).toMatchObject({
    carrier: 'Passage Post',
    trackingNumber: expect.stringMatching(/^\d{12}$/),
  });
  expect((await db.pool.query('select from simulated_parcel')).rowCount).toBe(0);
});

test('parcels go on after a restart, moved once by two instances', async () => {
  const first = await start({ CARRIER_PACE_SECONDS: 0.4 });
  for (let n = 0; n < 12; n++) order.confirms(`o${n}`);
  await until(async () => expect(await stateOf(first, 'o11')).toBe('SCHEDULED'));
  await first.stop();
  const [second] = await Promise.all([
    start({ CARRIER_PACE_SECONDS: 0.05 }),
    start({ CARRIER_PACE_SECONDS: 0.05 }),
  ]);
  await until(async () => {
    for (let n = 0; n < 12; n++) expect(await stateOf(second, `o${n}`)).toBe('DELIVERED');
  });
  for (let n = 0; n < 12; n++) {
    expect(await saidOf(`o${n}`)).toEqual(['DeliveryScheduled', 'DeliveryDispatched', 'DeliveryCompleted']);
  }
});

test('a cancelled order is called off before the dispatch, and turned round after it', async () => {
  const service = await start();
  order.confirms('early');
  order.confirms('late');
  await until(async () => expect(await stateOf(service, 'late')).toBe('SCHEDULED'));
  const late = await parcelOf(service, 'late');
  expect(await carrierSays(service, report(late, 'DISPATCHED'))).toEqual({
    status: 200,
    body: { state: 'DISPATCHED' },
  });
  order.cancels('never-confirmed');
  order.cancels('early');
  order.cancels('late');
  await until(async () => expect(await stateOf(service, 'late')).toBe('RETURNING'));
  expect(await stateOf(service, 'early')).toBe('CALLED_OFF');
  expect(await carrierSays(service, report(late, 'DELIVERED'))).toEqual({
    status: 200,
    body: { state: 'RETURNING' },
  });
  expect(await saidOf('early')).toEqual(['DeliveryScheduled']);
});

test('when cancelling meets the dispatch, each parcel is either called off unseen or dispatched and turned round', async () => {
  const service = await start();
  const ids = Array.from({ length: 30 }, (_, n) => `o${n}`);
  for (const id of ids) order.confirms(id);
  await until(async () => expect(await stateOf(service, 'o29')).toBe('SCHEDULED'));
  const parcels = await Promise.all(ids.map((id) => parcelOf(service, id)));
  for (const id of ids) order.cancels(id);
  await Promise.all(parcels.map((parcel) => carrierSays(service, report(parcel, 'DISPATCHED'))));
  await until(async () => {
    for (const id of ids) expect(['CALLED_OFF', 'RETURNING']).toContain(await stateOf(service, id));
  });
  for (const id of ids) {
    const dispatched = (await saidOf(id)).includes('DeliveryDispatched');
    expect(await stateOf(service, id)).toBe(dispatched ? 'RETURNING' : 'CALLED_OFF');
  }
});

test('a carrier has to sign its reports, and freshly', async () => {
  const service = await start();
  order.confirms('o1');
  await until(async () => expect(await stateOf(service, 'o1')).toBe('SCHEDULED'));
  const id = await parcelOf(service, 'o1');
  const unsigned = await fetch(`${service.url}/carrier-events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'carrier-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`,
    },
    body: JSON.stringify(report(id, 'DELIVERED')),
  });
  expect(unsigned.status).toBe(401);
  expect(await carrierSays(service, report(id, 'DELIVERED'), Date.now() - 301_000)).toMatchObject({
    status: 401,
  });
  expect(await carrierSays(service, report(crypto.randomUUID(), 'DELIVERED'))).toMatchObject({ status: 404 });
  expect(await carrierSays(service, report(id, 'LOST'))).toMatchObject({ status: 422 });
  expect(await stateOf(service, 'o1')).toBe('SCHEDULED');
});

test('methods are announced at the first start, and again only when one changes', async () => {
  const announced = async () => (await said()).filter(({ type }) => type.includes('ShippingMethodChanged'));
  await (await start()).stop();
  const first = await announced();
  expect(first.map(({ subject }) => subject)).toEqual(['express', 'freight', 'next-day', 'standard']);
  expect(first.at(-1)?.data).toEqual({
    code: 'standard',
    name: { en: 'Standard', ko: '일반 배송' },
    prices: { KR: { KRW: 3000, USD: 250 }, US: { KRW: 9500, USD: 690 } },
    grams: { min: 0, max: 30_000 },
    surcharge: { aboveGrams: 10_000, prices: { KR: { KRW: 3000, USD: 250 }, US: { KRW: 12_000, USD: 900 } } },
  });
  await (await start()).stop();
  expect(await announced()).toHaveLength(4);
  await db.pool.query(`update shipping_rate set krw = 3500 where method = 'standard' and country = 'KR'`);
  await (await start()).stop();
  const [, , , , again] = await announced();
  expect(again).toMatchObject({ subject: 'standard', data: { prices: { KR: { KRW: 3500 } } } });
});

test('an order for where nothing goes waits for a person, others go on', async () => {
  const service = await start();
  order.confirms('lost', { postcode: '99999' });
  order.confirms('o1');
  await until(async () => expect(await stateOf(service, 'o1')).toBe('SCHEDULED'));
  const { rows } = await db.pool.query('select subject, error from parked_message');
  expect(rows).toEqual([{ subject: 'lost', error: expect.stringContaining('nothing goes to KR 99999') }]);
});

test('whoever waits for a parcel sees it come and move on, whichever instance is told', async () => {
  const [service, other] = await Promise.all([start(), start()]);
  interface Event {
    deliveryChanged: { state: string; order: { id: string; delivery: { state: string } | null } } | null;
  }
  const watch = (visitor: string | undefined) =>
    subscribe<Event>(
      { name: 'delivery', url: service.url },
      visitor,
      'subscription { deliveryChanged(orderId: "o1") { state order { id delivery { state } } } }',
    );
  const [mina, jun] = [await watch('mina'), await watch('jun')];
  for (const events of [mina, jun]) {
    expect((await events.next()).value).toEqual({ data: { deliveryChanged: null } });
  }
  const unheard = jun.next();
  order.confirms('o1');
  const seen = (state: string) => ({
    data: { deliveryChanged: { state, order: { id: 'o1', delivery: { state } } } },
  });
  expect((await mina.next()).value).toEqual(seen('SCHEDULED'));
  await carrierSays(other, report(await parcelOf(other, 'o1'), 'IN_TRANSIT'));
  expect((await mina.next()).value).toEqual(seen('IN_TRANSIT'));
  await mina.return?.();
  await jun.return?.();
  expect((await unheard).done).toBe(true);
  expect((await (await watch(undefined)).next()).value.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
