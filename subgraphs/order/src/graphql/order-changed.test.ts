import { subscribe } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../testing.ts';
import { clock, offerProducts, shopper } from '../testing-shopper.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ placeOrderWaitMs: 0, maxSubscriptions: 2 });
  await offerProducts(shop);
});
afterAll(() => shop.close());

interface Event {
  orderChanged: { id: string; state: string; cancellable: boolean; history: { kind: string }[] } | null;
}

const watch = (visitor: string | undefined, id: string) =>
  subscribe<Event>(
    { name: 'order', url: shop.service.url },
    visitor,
    'subscription ($id: ID!) { orderChanged(id: $id) { id state cancellable history { kind } } }',
    { id },
  );

async function orderOf(mina: ReturnType<typeof shopper>): Promise<string> {
  await mina.add(clock.sku, 1);
  const { id } = await mina.place();
  if (!id) throw new Error('no order was placed');
  return id;
}

test('whoever watches an order sees how it is, and every change to it', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  const events = await watch(mina.visitor, id);
  const now = await events.next();
  expect(now.value.data.orderChanged).toMatchObject({ id, state: 'PLACED', history: [{ kind: 'PLACED' }] });
  shop.catalog.say('StockAllocated', id, { orderId: id });
  // How many events there are on the way depends on how fast they are looked at.
  for await (const { data } of events) if (data?.orderChanged?.state === 'CONFIRMED') break;
  await mina.cancel(id);
  const kinds: (string | undefined)[] = [];
  for await (const { data } of await watch(mina.visitor, id)) {
    expect(data?.orderChanged).toMatchObject({ state: 'CANCELLED', cancellable: false });
    kinds.push(data?.orderChanged?.history.at(-1)?.kind);
    if (kinds.at(-1) === 'REFUNDED') break;
  }
});

test('nobody watches the order of another, or of nobody', async () => {
  const [mina, jun] = [shopper(shop), shopper(shop)];
  const id = await orderOf(mina);
  const seen: unknown[] = [];
  for await (const event of await watch(jun.visitor, id)) seen.push(event);
  expect(seen).toEqual([{ data: { orderChanged: null } }]);
  const refused = await (await watch(undefined, id)).next();
  expect(refused.value.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('too many subscriptions are refused, and who leaves makes room', async () => {
  const mina = shopper(shop);
  const id = await orderOf(mina);
  const open = [await watch(mina.visitor, id), await watch(mina.visitor, id)];
  for (const events of open) expect((await events.next()).value.data.orderChanged.id).toBe(id);
  const refused = await (await watch(mina.visitor, id)).next();
  expect(refused.value.errors?.[0]?.extensions?.code).toBe('TOO_MANY_SUBSCRIPTIONS');
  await open[0]?.return?.();
  const isLetIn = async () => {
    const events = await watch(mina.visitor, id);
    const { value } = await events.next();
    await events.return?.();
    return value.errors === undefined;
  };
  await expect.poll(isLetIn, { timeout: 20_000 }).toBe(true);
  await open[1]?.return?.();
});
