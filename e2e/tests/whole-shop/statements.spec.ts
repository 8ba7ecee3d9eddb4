// What a page and an order cost in SQL, in all subgraphs together, BEGIN and COMMIT counted. Other parcels move meanwhile and can
// only add to it, so the least of several tries counts.
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

/** The parcels of orders that other tests placed come in bursts, and are through before the last try. */
async function expectCost(most: number, cost: () => Promise<number>): Promise<void> {
  const costs: number[] = [];
  while (costs.length < 20 && !costs.some((one) => one <= most)) costs.push(await cost());
  console.log(`statements: ${costs.join(', ')}`);
  expect(Math.min(...costs)).toBeLessThanOrEqual(most);
}

test('A product page costs at most 4 SQL statements', async ({ request }) => {
  await expectCost(4, async () => {
    const { handle } = await articleWithStock(5);
    const before = await statements();
    expect((await request.get(`/en/p/${handle}`)).status()).toBe(200);
    return (await statements()) - before;
  });
});

test('An order, from "place order" until its parcel is scheduled, costs at most 30 SQL statements', async () => {
  await expectCost(30, async () => {
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
});
