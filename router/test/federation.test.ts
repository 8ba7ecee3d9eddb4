/** What federation asks of a router, beyond one answer out of two subgraphs. */
import { decodeJwt } from 'jose';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { type SubgraphAnswer, SubgraphFailure } from '../src/subgraphs/client.ts';
import { isLabelOn } from '../src/supergraph/override-labels.ts';
import { type Definitions, federated, supergraphOf } from './federated.ts';
import { accessToken, startGraph } from './graph.ts';

const shop = (label = ''): Definitions => ({
  catalog: {
    sdl: 'type Query { product: Product } type Product @key(fields: "id") { id: ID! price: String }',
    resolvers: {
      Query: { product: () => ({ id: '1' }) },
      Product: { price: () => 'of catalog', __resolveReference: (found) => found },
    },
  },
  prices: {
    sdl: `type Product @key(fields: "id") { id: ID! price: String @override(from: "catalog"${label}) }`,
    resolvers: { Product: { price: () => 'of prices' } },
  },
});
const moving = (percent: number) => shop(`, label: "percent(${percent})"`);
const PRICE = '{ product { price } }';
const from = (subgraph: string) => ({ data: { product: { price: `of ${subgraph}` } } });

test('an override in progress takes its share of the visitors, the same ones each time', async () => {
  const { ask, asked } = await federated(moving(30));
  const visitors = Array.from({ length: 200 }, (_, each) => `visitor-${each}`);
  const moved: string[] = [];
  for (const visitor of visitors) {
    asked.length = 0;
    const answer = await ask(PRICE, visitor);
    const subgraphs = asked.map(({ subgraph }) => subgraph);
    if (subgraphs.includes('prices')) moved.push(visitor);
    expect(answer).toEqual(from(subgraphs.includes('prices') ? 'prices' : 'catalog'));
    expect(await ask(PRICE, visitor)).toEqual(answer);
  }
  expect(moved.length).toBeGreaterThan(40);
  expect(moved.length).toBeLessThan(80);
});

test('who has moved with a smaller share stays moved with a larger one', () => {
  const who = (label: string) =>
    Array.from({ length: 200 }, (_, each) => `visitor-${each}`).filter((visitor) =>
      isLabelOn(label, { visitor, scopes: new Set() }),
    );
  const [few, many] = [who('percent(10)'), who('percent(50)')];
  expect(few.length).toBeGreaterThan(5);
  expect(many.length).toBeGreaterThan(few.length);
  expect(many).toEqual(expect.arrayContaining(few));
});

test('who is nobody moves for a share of the requests', async () => {
  const { ask } = await federated(moving(30));
  const random = vi.spyOn(Math, 'random');
  onTestFinished(() => random.mockRestore());
  random.mockReturnValue(0.29);
  expect(await ask(PRICE)).toEqual(from('prices'));
  random.mockReturnValue(0.31);
  expect(await ask(PRICE)).toEqual(from('catalog'));
});

test('a label that is no share is off', async () => {
  const { ask } = await federated(shop(', label: "after-easter"'));
  expect(await ask(PRICE, 'visitor-1')).toEqual(from('catalog'));
});

/** A catalog that says what changes, and a stock that counts how often it was asked. */
const watched = (events: () => AsyncIterable<SubgraphAnswer>): Definitions => {
  let count = 0;
  return {
    catalog: {
      sdl: `type Query { product: Product } type Subscription { changed: Product }
        type Product @key(fields: "id") { id: ID! name: String }`,
      events,
    },
    stock: {
      sdl: 'type Product @key(fields: "id") { id: ID! inStock: Int }',
      resolvers: {
        Product: {
          inStock: () => {
            count++;
            if (count === 2) throw new Error('It is not counted now.');
            return count;
          },
        },
      },
    },
  };
};
const CHANGED = 'subscription { changed { title: name inStock } }';
const changed = (name: string | null, errors: SubgraphAnswer['errors'] = []): SubgraphAnswer => ({
  data: { changed: { __typename: 'Product', id: '1', title: name } },
  errors,
  cache: undefined,
  bytes: 0,
  shared: false,
});

test('each event of a subscription is completed by the other subgraphs, and what fails in one ends nothing', async () => {
  const failed = { message: 'No name.', path: ['changed', 'title'], extensions: { code: 'NO_NAME' } };
  const { events, asked } = await federated(
    watched(async function* () {
      yield changed('Chair');
      yield changed('Stool');
      yield changed(null, [failed]);
    }),
  );
  const seen: unknown[] = [];
  for await (const event of { [Symbol.asyncIterator]: () => events(CHANGED) }) seen.push(JSON.parse(event));
  expect(seen).toEqual([
    { data: { changed: { title: 'Chair', inStock: 1 } } },
    {
      data: { changed: { title: 'Stool', inStock: null } },
      errors: [expect.objectContaining({ path: ['changed', 'inStock'] })],
    },
    {
      data: { changed: { title: null, inStock: 3 } },
      errors: [expect.objectContaining({ message: 'No name.', path: ['changed', 'title'] })],
    },
  ]);
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['stock', 'stock', 'stock']);
});

test('a subscription whose subgraph is lost says so, and ends', async () => {
  const { events } = await federated(
    watched(async function* () {
      yield changed('Chair');
      throw new SubgraphFailure('catalog', 'SUBGRAPH_UNAVAILABLE', 'It is gone.');
    }),
  );
  const listening = events(CHANGED);
  await listening.next();
  const { value } = await listening.next();
  expect(JSON.parse(value)).toMatchObject({
    data: { changed: null },
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'catalog' } }],
  });
  expect((await listening.next()).done).toBe(true);
});

test('who leaves a subscription ends it at its subgraph', async () => {
  let ended = false;
  const { events } = await federated(
    watched(async function* () {
      try {
        for (;;) yield changed('Chair');
      } finally {
        ended = true;
      }
    }),
  );
  const listening = events(CHANGED);
  await listening.next();
  await listening.return?.();
  expect(ended).toBe(true);
});

test('while supergraphs are exchanged, requests are answered, each by an old one or a new one', async () => {
  const definitions = { old: shop(', label: "percent(0)"'), new: shop() };
  const { engine, ask } = await federated(definitions.old);
  // Planned again for each supergraph, in turns that leave room for requests.
  for (let each = 0; each < 50; each++) await ask(`query Q${each} { product { price } }`);
  const answers: unknown[] = [];
  let answeredWhileExchanging = 0;
  let isExchanging = false;
  let isOver = false;
  const askOn = async () => {
    while (!isOver) {
      answers.push(await ask(PRICE));
      if (isExchanging) answeredWhileExchanging++;
      await new Promise(setImmediate);
    }
  };
  const asking = Promise.all([1, 2, 3, 4, 5].map(askOn));
  const during: number[] = [];
  for (const next of [definitions.new, definitions.old, definitions.new, definitions.old]) {
    answeredWhileExchanging = 0;
    isExchanging = true;
    await engine.use(supergraphOf(next));
    isExchanging = false;
    during.push(answeredWhileExchanging);
    const count = answers.length;
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(count + 10), 10_000);
  }
  isOver = true;
  await asking;
  expect(Math.min(...during)).toBeGreaterThan(10);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([from('catalog'), from('prices')].map((answer) => JSON.stringify(answer))),
  );
});

test('a root field that two subgraphs answer in parts has both, whichever comes first', async () => {
  const items = { Query: { items: () => [{}, {}] } };
  const world = await federated({
    left: {
      sdl: `type Query { items: [Item] @shareable }
        type Item @key(fields: "code", resolvable: false) { code: ID! left: String }`,
      resolvers: { ...items, Item: { left: () => 'left' } },
    },
    keys: {
      sdl: `type Query { items: [Item] @shareable } type Item @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { ...items, Item: { id: () => '1' } },
    },
    right: {
      sdl: `type Item @key(fields: "id") { id: ID! right: String }`,
      resolvers: { Item: { right: () => 'right' } },
    },
  });
  const { promise: isRightAsked, resolve: rightAsked } = Promise.withResolvers<void>();
  world.hold = async ({ subgraph }) => {
    if (subgraph === 'left') await isRightAsked;
    if (subgraph !== 'right') return;
    rightAsked();
    // By then the other part has come.
    await new Promise(setImmediate);
  };
  const item = { left: 'left', right: 'right' };
  expect(await world.ask('{ items { left right } }')).toEqual({ data: { items: [item, item] } });
});

test('below an interface that a subgraph has as an object, a condition may name another interface or a union', async () => {
  const { ask } = await federated({
    media: {
      sdl: `interface Media @key(fields: "id") { id: ID! }
        interface Paged { pages: Int }
        union Printed = Leaflet | Book
        type Leaflet { id: ID! }
        type Book implements Media & Paged @key(fields: "id") { id: ID! pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! }`,
      resolvers: {
        Media: { __resolveReference: ({ id }) => ({ __typename: id === '1' ? 'Book' : 'Film', id }) },
        Book: { pages: () => 7 },
      },
    },
    reviews: {
      sdl: `type Query { media: [Media] } type Media @key(fields: "id") @interfaceObject { id: ID! score: Int }`,
      resolvers: { Query: { media: () => [{ id: '1' }, { id: '2' }] }, Media: { score: () => 5 } },
    },
  });
  expect(
    await ask(
      '{ media { score ... on Paged { pages } ... on Printed { ... on Leaflet { id } ... { ... on Leaflet { id } } __typename } } }',
    ),
  ).toEqual({
    data: { media: [{ score: 5, pages: 7, __typename: 'Book' }, { score: 5 }] },
  });
});

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

test('two fields that require the same field with different arguments get each theirs', async () => {
  const { ask } = await federated({
    catalog: {
      sdl: `type Query { product: Product }
        type Product @key(fields: "id") { id: ID! price(in: String): String }`,
      resolvers: {
        Query: { product: () => ({ id: '1' }) },
        Product: { price: (_, args) => `1 ${args.in}`, __resolveReference: (found) => found },
      },
    },
    shipping: {
      sdl: `type Product @key(fields: "id") { id: ID! price(in: String): String @external
        duty: String @requires(fields: "price(in: \\"EUR\\")") fee: String @requires(fields: "price(in: \\"USD\\")") }`,
      resolvers: {
        Product: {
          duty: ({ price }) => price,
          fee: ({ price }) => price,
        },
      },
    },
  });
  expect(await ask('{ product { price(in: "GBP") duty fee } }')).toEqual({
    data: { product: { price: '1 GBP', duty: '1 EUR', fee: '1 USD' } },
  });
});
