/** Subscriptions: events of one subgraph, completed by the others. */
import { expect, test } from 'vitest';
import { type SubgraphAnswer, SubgraphFailure } from '../src/subgraphs/client.ts';
import { type Definitions, federated } from './federated.ts';

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
