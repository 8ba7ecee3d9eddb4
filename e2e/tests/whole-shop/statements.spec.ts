// What a page and an order cost in SQL, in all subgraphs together, BEGIN and COMMIT counted. Other parcels move meanwhile, so the
// least of several tries counts.
import { expect, test } from '@playwright/test';
import { graphAs } from '../../graph.ts';
import { operations } from '../../operations.ts';
import { addToCart, placeOrder } from '../../orders.ts';
import { shop } from '../../shop.ts';
import { articleWithStock } from '../../world.ts';

async function statements(): Promise<number> {
  const { processes } = await shop.status();
  const counts = await Promise.all(
    ['catalog', 'order', 'delivery'].map(async (name) => {
      const text = await (await fetch(`${processes[name]?.address}/metrics`)).text();
      const count = /^sql_statements_total(?:\{.*\})? (\d+)/m.exec(text)?.[1];
      if (count === undefined) throw new Error(`${name} does not count its SQL statements.`);
      return Number(count);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function leastOf(tries: number, cost: () => Promise<number>): Promise<number> {
  const costs: number[] = [];
  for (let i = 0; i < tries; i++) costs.push(await cost());
  console.log(`statements: ${costs.join(', ')}`);
  return Math.min(...costs);
}

test('A product page costs at most 4 SQL statements', async ({ request }) => {
  const cost = await leastOf(3, async () => {
    const { handle } = await articleWithStock(5);
    const before = await statements();
    expect((await request.get(`/en/p/${handle}`)).status()).toBe(200);
    return (await statements()) - before;
  });
  expect(cost).toBeLessThanOrEqual(4);
});

test('An order, from "place order" until its parcel is scheduled, costs at most 30 SQL statements', async () => {
  const cost = await leastOf(3, async () => {
    const ask = await graphAs(`statements-${crypto.randomUUID()}`);
    await addToCart(ask, await articleWithStock(5));
    const totals = await statements();
    const placed = await placeOrder(ask);
    expect(placed).toMatchObject({ __typename: 'Order', state: 'CONFIRMED' });
    const scheduled = async () => {
      const { order } = await ask<{ order: { delivery: { state: string } | null } }>(operations.scheduled, {
        id: placed.id,
      });
      return order.delivery !== null;
    };
    let looks = 1;
    while (!(await scheduled())) looks++;
    // Each look costs two: the order and its delivery; asking for the totals before costs one.
    return (await statements()) - totals - 2 * looks - 1;
  });
  expect(cost).toBeLessThanOrEqual(30);
});
