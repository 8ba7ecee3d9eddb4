/** Answers are kept and shared, but never across identities where they are not public. */
import { decodeJwt } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { accessToken, startGraph } from './graph.ts';

const requestBody = z.object({
  query: z.string(),
  variables: z.object({ representations: z.array(z.object({ id: z.string() })).optional() }),
});

test("many at once who ask for their own and for what is public: nobody sees what is another's", async () => {
  const { ask, stock, products, stop } = await startGraph({ SUBGRAPH_CONCURRENCY: 64 });
  onTestFinished(stop);
  const asked = { public: 0, private: 0 };
  products.behave = async (reply) => {
    const ids = [...JSON.stringify(reply.request.body).matchAll(/(p\d): ?product/g)].map(([, id = '']) => id);
    const data = Object.fromEntries(ids.map((id) => [id, { __typename: 'Product', id }]));
    await reply.header('cache-control', 'max-age=60, public').send({ data });
  };
  stock.behave = async (reply) => {
    const { representations } = requestBody.parse(reply.request.body).variables;
    await new Promise(setImmediate);
    if (representations) {
      asked.public++;
      const data = { _entities: representations.map(({ id }) => ({ inStock: Number(id.slice(1)) })) };
      await reply.header('cache-control', 'max-age=60, public').send({ data });
    } else {
      asked.private++;
      const { sub = null } = decodeJwt(String(reply.request.headers['arcade-statement']));
      await reply.header('cache-control', 'max-age=60, private').send({ data: { me: sub } });
    }
  };
  const people = [
    { me: 'one', headers: await accessToken({ sub: 'one' }) },
    { me: 'two', headers: await accessToken({ sub: 'two' }) },
    { me: null, headers: {} },
  ];
  const all = async () => {
    const answers = people.flatMap(({ me, headers }) =>
      Array.from({ length: 20 }, async (_, each) => {
        const product = each % 4;
        const { body } = await ask(`{ me p${product}: product(id: "${product}") { inStock } }`, { headers });
        expect(body).toEqual({ data: { me, [`p${product}`]: { inStock: product } } });
      }),
    );
    await Promise.all(answers);
  };
  await all();
  const first = { ...asked };
  expect(first.public).toBeLessThan(20);
  await all();
  expect(asked.public).toBe(first.public);
  expect(asked.private).toBeGreaterThanOrEqual(first.private + people.length);
});
