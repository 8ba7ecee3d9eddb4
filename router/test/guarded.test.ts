/** Cost and authorization from outside: what a client gets, and what a subgraph is asked. */
import { afterEach, expect, test } from 'vitest';
import type { RouterEnv } from '../src/env.ts';
import { accessToken, type Graph, startGraph } from './graph.ts';

const guarded = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@authenticated", "@requiresScopes", "@listSize"]
  )
  type Query { product(id: ID!): Product products(first: Int! = 10): [Product!]! @listSize(slicingArguments: ["first"]) }
  type Mutation { rename(id: ID!, name: String!): Product @requiresScopes(scopes: [["catalog:write"]]) }
  type Product @key(fields: "id") { id: ID! @authenticated name: String! similar: Product @authenticated }
`;

let graph: Graph | undefined;
afterEach(async () => {
  await graph?.stop();
  graph = undefined;
});

async function start(env: Partial<RouterEnv> = {}): Promise<Graph> {
  graph = await startGraph(env, guarded);
  return graph;
}

const unauthorized = (...path: (string | number)[]) =>
  expect.objectContaining({
    path,
    extensions: expect.objectContaining({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' }),
  });

test('a denied field is null with an error at its place, and the rest is answered', async () => {
  const { ask } = await start();
  const query = '{ product(id: "1") { name alike: similar { name } inStock } }';
  const { body } = await ask(query);
  expect(body.data).toEqual({ product: { name: 'Product 1', alike: null, inStock: 1 } });
  expect(body.errors).toEqual([unauthorized('product', 'alike')]);
  const known = await ask(query, { headers: await accessToken() });
  expect(known.body).toEqual({
    data: { product: { name: 'Product 1', alike: { name: 'Product 10' }, inStock: 1 } },
  });
});

test('a denied field that may not be null takes its parent with it, also where the plan needs it as a key', async () => {
  const { ask } = await start();
  const { body } = await ask('{ product(id: "1") { id inStock } }');
  expect(body.data).toEqual({ product: null });
  expect(body.errors).toEqual([unauthorized('product', 'id')]);
});

test('the known and the unknown who ask the same at the same time get each their own', async () => {
  const { ask } = await start();
  const headers = await accessToken();
  const query = '{ product(id: "1") { similar { name } } }';
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, each) => ask(query, each % 2 === 0 ? { headers } : {})),
  );
  answers.forEach(({ body }, each) => {
    expect(body.data).toEqual({ product: { similar: each % 2 === 0 ? { name: 'Product 10' } : null } });
  });
});

test('a denied mutation never reaches its subgraph', async () => {
  const { ask, products } = await start();
  const query = 'mutation { rename(id: "1", name: "x") { name } }';
  const { body } = await ask(query, { headers: await accessToken({ scope: 'catalog:read' }) });
  expect(body.data).toEqual({ rename: null });
  expect(body.errors).toEqual([unauthorized('rename')]);
  expect(products.seen).toEqual([]);
  const allowed = await ask(query, { headers: await accessToken({ scope: 'catalog:write' }) });
  expect(allowed.body).toEqual({ data: { rename: { name: 'x' } } });
});

test('a query that costs too much is refused before a subgraph is asked, also when a variable makes it so', async () => {
  const { ask, products } = await start({ MAX_COST: 20 });
  const query = 'query ($n: Int!) { products(first: $n) { name } }';
  const { status, body } = await ask(query, { variables: { n: 21 } });
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'COST_TOO_HIGH', cost: 21, maxCost: 20 }),
    }),
  ]);
  expect(products.seen).toEqual([]);
  expect((await ask(query, { variables: { n: 20 } })).body.errors).toBeUndefined();
});

test('the estimate comes with the answer for who asks for it', async () => {
  const { router } = await start();
  const ask = async (extensions?: Record<string, unknown>) => {
    const response = await fetch(`${router.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ products(first: 2) { name } }', extensions }),
    });
    return response.json();
  };
  expect(await ask({ cost: true })).toMatchObject({ extensions: { cost: { estimate: 2 } } });
  expect(await ask()).not.toHaveProperty('extensions');
});
