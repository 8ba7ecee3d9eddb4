// Orders placed through the graph, for tests that need many, or one that exists already.
import type { Ask } from './graph.ts';
import { operations } from './operations.ts';
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
  await ask(operations.add, { sku, quantity });
}

/** Places an order for the cart at the total that the graph itself names. */
export async function placeOrder(
  ask: Ask,
  { token = 'tok_visa_success', key = crypto.randomUUID() }: { token?: string; key?: string } = {},
): Promise<Placed> {
  const { cart } = await ask<{
    cart: { subtotal: { amount: number }; shippingPrice: { amount: number } | null };
  }>(operations.totals);
  const { placeOrder } = await ask<{ placeOrder: Placed }>(operations.place, {
    input: {
      idempotencyKey: key,
      email: 'mina@example.com',
      currency: 'USD',
      shipping: { method: 'standard', ...address },
      payment: { token },
      expectedTotal: cart.subtotal.amount + (cart.shippingPrice?.amount ?? 0),
    },
  });
  return placeOrder;
}

export async function orderState(ask: Ask, id: string): Promise<string | undefined> {
  const { order } = await ask<{ order: { state: string } | null }>(operations.state, { id });
  return order?.state;
}
