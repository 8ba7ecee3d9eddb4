import { expect, test } from '@playwright/test';
import { graphAs } from '../../graph.ts';
import { addToCart, orderState, placeOrder } from '../../orders.ts';
import { articleWithStock, availableOf } from '../../world.ts';

test('200 shoppers at once on a stock of 50: exactly 50 are confirmed, 150 are told that it is sold out', async () => {
  const article = await articleWithStock(50);
  const shoppers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => graphAs(`rush-${Date.now()}-${i}`)),
  );
  await Promise.all(shoppers.map((ask) => addToCart(ask, article)));

  const answers = await Promise.all(shoppers.map((ask) => placeOrder(ask)));

  // Who was not answered at once is answered on the order itself.
  const outcomes = await Promise.all(
    answers.map(async ({ __typename, id, state }, i) => {
      const ask = shoppers[i];
      if (__typename !== 'Order' || !id || !ask) return __typename;
      if (state === 'PLACED') await expect.poll(() => orderState(ask, id)).not.toBe('PLACED');
      return (await orderState(ask, id)) === 'REJECTED' ? 'OutOfStock' : 'Order';
    }),
  );
  expect(outcomes.filter((outcome) => outcome === 'Order')).toHaveLength(50);
  expect(outcomes.filter((outcome) => outcome === 'OutOfStock')).toHaveLength(150);
  expect(await availableOf(article)).toBe(0);
});
