// Orders placed through the graph, for tests that need many, or one that exists already.
import type { Ask } from './graph.ts';
import type { Article } from './world.ts';

export type Placed = { __typename: string; id?: string; state?: string };

const address = {
  recipient: 'Mina Kim',
  country: 'KR',
  postcode: '04524',
  city: 'Jung-gu',
  region: 'Seoul',
  line1: '110 Sejong-daero',
};

export async function addToCart(ask: Ask, { sku }: Article, quantity = 1): Promise<void> {
  await ask(
    'mutation Add($sku: ID!, $quantity: Int!) { addToCart(sku: $sku, quantity: $quantity) { __typename } }',
    {
      sku,
      quantity,
    },
  );
}

/** Places an order for the cart at the total that the graph itself names. */
export async function placeOrder(
  ask: Ask,
  { token = 'tok_visa_success', key = crypto.randomUUID() }: { token?: string; key?: string } = {},
): Promise<Placed> {
  const { cart } = await ask<{
    cart: { subtotal: { amount: number }; shippingPrice: { amount: number } | null };
  }>(
    `query Totals { cart { subtotal(currency: USD) { amount } shippingPrice(method: "standard", country: KR, currency: USD) { amount } } }`,
  );
  const { placeOrder } = await ask<{ placeOrder: Placed }>(
    `mutation Place($input: PlaceOrderInput!) {
      placeOrder(input: $input) { __typename ... on Order { id state } }
    }`,
    {
      input: {
        idempotencyKey: key,
        email: 'mina@example.com',
        currency: 'USD',
        shipping: { method: 'standard', ...address },
        payment: { token },
        expectedTotal: cart.subtotal.amount + (cart.shippingPrice?.amount ?? 0),
      },
    },
  );
  return placeOrder;
}

export async function orderState(ask: Ask, id: string): Promise<string | undefined> {
  const { order } = await ask<{ order: { state: string } | null }>(
    'query State($id: ID!) { order(id: $id) { state } }',
    {
      id,
    },
  );
  return order?.state;
}
