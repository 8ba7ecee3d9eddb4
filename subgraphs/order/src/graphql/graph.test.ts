import { countStatements } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../testing.ts';
import { clock, mask, offerProducts, shopper } from '../testing-shopper.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ placeOrderWaitMs: 0 });
  await offerProducts(shop);
});
afterAll(() => shop.close());

const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Order { id number lines { id total { amount } } } ... on OrderLine { id quantity name(locale: EN) }
  ... on Cart { id quantity } ... on CartLine { id quantity name(locale: KO) } ... on Variant { sku inCart } } }`;

type Entities = { _entities: (Record<string, unknown> | null)[] };

async function placeOrders(mina: ReturnType<typeof shopper>, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    await mina.add(clock.sku, 1);
    ids.push((await mina.place()).id ?? '');
  }
  return ids;
}

/** Statements of the desk, which looks by itself once in a while, are not the request's. */
const ofRequest = (statements: string[]) => statements.filter((text) => !text.includes('skip locked'));

test('references cost the same number of statements for 1 and for 50', async () => {
  const mina = shopper(shop);
  const orders = await placeOrders(mina, 50);
  const variants = Array.from({ length: 50 }, (_, n) => ({ __typename: 'Variant', sku: `V-${n}` }));
  await offerProducts(
    shop,
    variants.slice(0, 49).map(({ sku }) => ({ ...mask, sku })),
  );
  for (const { sku } of variants.slice(0, 49)) await mina.add(sku, 1);
  await mina.add(clock.sku, 1);
  const { lines } = await mina.cart();

  const representations = {
    Order: orders.map((id) => ({ __typename: 'Order', id })),
    OrderLine: orders.map((id) => ({ __typename: 'OrderLine', id: `${id}.${clock.sku}` })),
    CartLine: lines.map(({ id }) => ({ __typename: 'CartLine', id })),
    Variant: variants,
  };
  for (const [type, of] of Object.entries(representations)) {
    expect(of).toHaveLength(50);
    for (const asked of [of.slice(0, 1), of]) {
      const { result, statements } = await countStatements(() =>
        shop.ask<Entities>(mina.visitor, ENTITIES, { of: asked }),
      );
      expect(result._entities.filter(Boolean), type).toHaveLength(asked.length);
      expect(ofRequest(statements), type).toHaveLength(1);
    }
  }
});

test('a list of orders is one statement, and its pages follow one another', async () => {
  const mina = shopper(shop);
  const ids = await placeOrders(mina, 5);
  const query = `query ($after: String) { orders(first: 2, after: $after) { totalCount
    edges { cursor node { id lines { sku } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  interface Page {
    orders: {
      totalCount: number;
      edges: { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
    };
  }
  const seen: string[] = [];
  let after: string | null = null;
  let more = true;
  while (more) {
    const { result, statements } = await countStatements(() =>
      shop.ask<Page>(mina.visitor, query, { after }),
    );
    expect(ofRequest(statements)).toHaveLength(1);
    expect(result.orders).toMatchObject({ totalCount: 5, pageInfo: { hasPreviousPage: after !== null } });
    seen.push(...result.orders.edges.map(({ node }) => node.id));
    after = result.orders.pageInfo.endCursor;
    more = result.orders.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(ids.reverse());
});

test('a product page’s cart and inCart cost two statements at most', async () => {
  const mina = shopper(shop);
  await mina.add(clock.sku, 3);
  const { result, statements } = await countStatements(() =>
    Promise.all([
      shop.ask(mina.visitor, '{ cart { quantity lines { quantity } } }'),
      shop.ask<Entities>(mina.visitor, ENTITIES, { of: [{ __typename: 'Variant', sku: clock.sku }] }),
    ]),
  );
  expect(result[1]._entities).toEqual([{ sku: clock.sku, inCart: 3 }]);
  expect(ofRequest(statements).length).toBeLessThanOrEqual(2);
});

test('the answer to a change holds the cart as it is after it', async () => {
  const mina = shopper(shop);
  expect(await mina.add(clock.sku, 2)).toMatchObject({ cart: { quantity: 2 }, variant: { inCart: 2 } });
  expect(await mina.set(clock.sku, 5)).toMatchObject({
    cart: { quantity: 5, weight: 4_000 },
    variant: { inCart: 5 },
  });
  expect(await mina.set(clock.sku, 0)).toMatchObject({
    cart: { quantity: 0, lines: [] },
    variant: { inCart: 0 },
  });
  expect(await mina.add('NOTHING', 1)).toMatchObject({ __typename: 'UnknownVariant' });
  expect(await mina.add(clock.sku, 100)).toMatchObject({ __typename: 'QuantityNotAllowed', max: 99 });
});

test('ten clicks at once on "add to cart" add ten', async () => {
  const mina = shopper(shop);
  await Promise.all(Array.from({ length: 10 }, () => mina.add(clock.sku, 1)));
  expect((await mina.cart()).quantity).toBe(10);
});

test('a cart keeps its id, whether it is empty or not', async () => {
  const mina = shopper(shop);
  const before = await mina.cart();
  expect(before).toMatchObject({ quantity: 0, lines: [] });
  await mina.add(clock.sku, 1);
  expect((await mina.cart()).id).toBe(before.id);
});

test('carts and orders of others do not exist', async () => {
  const [mina, jun] = [shopper(shop), shopper(shop)];
  const [id = ''] = await placeOrders(mina, 1);
  await mina.add(clock.sku, 1);
  const { id: cartId, lines } = await mina.cart();
  expect(await jun.order(id)).toBeNull();
  expect(await jun.cancel(id)).toMatchObject({ __typename: 'UnknownOrder' });
  const of = [
    { __typename: 'Order', id },
    { __typename: 'OrderLine', id: `${id}.${clock.sku}` },
    { __typename: 'Cart', id: cartId },
    { __typename: 'CartLine', id: lines[0]?.id },
  ];
  expect(await shop.ask(jun.visitor, ENTITIES, { of })).toEqual({ _entities: [null, null, null, null] });
  expect(await shop.ask(undefined, ENTITIES, { of })).toEqual({ _entities: [null, null, null, null] });
});

test('nobody has no cart, and every variant nothing in it', async () => {
  for (const query of ['{ cart { id } }', '{ orders { totalCount } }', '{ order(id: "1") { id } }']) {
    const { errors } = await shop.answer(undefined, query);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
  const of = [{ __typename: 'Variant', sku: clock.sku }];
  expect(await shop.ask(undefined, ENTITIES, { of })).toEqual({
    _entities: [{ sku: clock.sku, inCart: null }],
  });
});

test('a page size or a cursor that cannot be is refused', async () => {
  const mina = shopper(shop);
  for (const query of ['{ orders(first: 51) { totalCount } }', '{ orders(after: "?") { totalCount } }']) {
    const { errors } = await shop.answer(mina.visitor, query);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});
