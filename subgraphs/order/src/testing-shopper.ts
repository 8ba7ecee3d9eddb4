/** What a shopper does, in GraphQL; every shopper is a new visitor. */
import { randomUUID } from 'node:crypto';
import { eventually, type Shop } from './testing.ts';

export const clock = {
  sku: 'CLOCK-OAK',
  name: { en: 'Wall clock, oak', ko: '벽시계, 오크' },
  prices: { KRW: 26_000, USD: 1_900 },
  weight: 800,
};
export const mask = {
  sku: 'MASK-RED',
  name: { en: 'Mask, red', ko: '탈, 빨강' },
  prices: { KRW: 9_000, USD: 700 },
  weight: 120,
};

const CART =
  'id quantity weight pricesChanged subtotal(currency: KRW) { amount } lines { id sku quantity priceChanged }';
const ORDER =
  'id number state total { amount } history { kind } rejection cancellable lines { sku quantity }';

export interface CartView {
  id: string;
  quantity: number;
  weight: number;
  pricesChanged: boolean;
  subtotal: { amount: number };
  lines: { id: string; sku: string; quantity: number; priceChanged: boolean }[];
}

export interface OrderView {
  __typename: 'Order';
  id: string;
  number: string;
  state: string;
  total: { amount: number };
  history: { kind: string }[];
  rejection: string | null;
  cancellable: boolean;
}

type Result = {
  __typename: string;
  cart?: CartView;
  reason?: string;
  total?: { amount: number };
} & Partial<OrderView>;

/** Catalog tells of its two products, and the shop has heard it. */
export async function offerProducts(shop: Shop, variants = [clock, mask], time = new Date()): Promise<void> {
  for (const variant of variants) {
    shop.catalog.say(
      'ProductChanged',
      `p-${variant.sku}`,
      { productId: `p-${variant.sku}`, variants: [variant] },
      time,
    );
  }
  const prices = Object.fromEntries(variants.map(({ sku, prices }) => [sku, prices.KRW]));
  await eventually(
    () =>
      shop.db.pool.query<{ sku: string; krw: number }>(`select sku, (prices->>'KRW')::int as krw from offer`),
    ({ rows }) =>
      Object.entries(prices).every(([sku, krw]) => rows.some((row) => row.sku === sku && row.krw === krw)),
  );
}

export function shopper(shop: Shop, visitor = randomUUID()) {
  const input = (changes: object = {}) => ({
    idempotencyKey: randomUUID(),
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
    payment: { token: 'tok_visa_success' },
    expectedTotal: clock.prices.KRW + 3_000,
    ...changes,
  });
  const changeCart = (field: string) => async (sku: string, quantity: number) => {
    const query = `mutation ($sku: ID!, $quantity: Int!) { result: ${field}(sku: $sku, quantity: $quantity) {
      __typename ... on CartChanged { cart { ${CART} } variant { sku inCart } } ... on QuantityNotAllowed { min max } } }`;
    const { result } = await shop.ask<{ result: Result & { variant?: { inCart: number }; max?: number } }>(
      visitor,
      query,
      { sku, quantity },
    );
    return result;
  };
  return {
    visitor,
    input,
    add: changeCart('addToCart'),
    set: changeCart('setCartQuantity'),
    accept: async () =>
      (await shop.ask<{ cart: CartView }>(visitor, `mutation { cart: acceptCartPrices { ${CART} } }`)).cart,
    cart: async () => (await shop.ask<{ cart: CartView }>(visitor, `{ cart { ${CART} } }`)).cart,
    place: async (placement: object = input()) => {
      const query = `mutation ($input: PlaceOrderInput!) { result: placeOrder(input: $input) { __typename
        ... on Order { ${ORDER} } ... on PriceChanged { total { amount } cart { ${CART} } }
        ... on OutOfStock { cart { ${CART} } lines { sku name(locale: KO) requested available } }
        ... on PaymentDeclined { reason cart { ${CART} } } ... on PaymentUnavailable { cart { ${CART} } }
        ... on InvalidInput { fields { field code } } } }`;
      return (await shop.ask<{ result: Result }>(visitor, query, { input: placement })).result;
    },
    order: async (id: string) =>
      (
        await shop.ask<{ order: OrderView | null }>(
          visitor,
          `query ($id: ID!) { order(id: $id) { ${ORDER} } }`,
          { id },
        )
      ).order,
    cancel: async (id: string) => {
      const query = `mutation ($id: ID!) { result: cancelOrder(id: $id) { __typename ... on Order { ${ORDER} } } }`;
      return (await shop.ask<{ result: Result }>(visitor, query, { id })).result;
    },
  };
}
