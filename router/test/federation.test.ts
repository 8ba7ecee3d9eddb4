/** What federation asks of a router, beyond one answer out of two subgraphs. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { isLabelOn } from '../src/supergraph/override-labels.ts';
import { type Definitions, federated, supergraphOf } from './federated.ts';

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

test('while supergraphs are exchanged, requests are answered, each by an old one or a new one', async () => {
  const definitions = { old: shop(', label: "percent(0)"'), new: shop() };
  const { engine, ask } = await federated(definitions.old);
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
    // Planned again for the next supergraph, in turns that leave room for requests.
    for (let each = 0; each < 50; each++) await ask(`query Q${each} { product { price } }`);
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
