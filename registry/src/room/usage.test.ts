import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { asks, live, release, world } from '../checks/test-world.ts';
import { fieldsPage } from './fields-page.ts';
import { words } from './testing.ts';
import { usageIn } from './usage.ts';

const schema = buildSchema(`
  enum Sort { NEWEST PRICE }
  type Product { id: ID! material: String materials: [String!]! colour(locale: String): String }
  scalar DateTime
  enum Availability { IN_STOCK SOLD_OUT }
  union Suggestion = Product | Term
  type Term { text: String }
  type Home { at: DateTime availability: Availability suggestions: [Suggestion!]! }
  type Query { products(sort: Sort): [Product!]! home: Home }
`);

test('who asks for a field is told by unit, release, share, operation, line and column; most visitors first', () => {
  expect(usage().uses('Product.material')).toMatchObject([
    { unit: 'mfe-catalog', release: '2', traffic: 90, operation: 'List', places: [{ line: 2, column: 14 }] },
    { unit: 'mfe-order', release: '5', traffic: 10, operation: 'Cart', places: [{ line: 1, column: 25 }] },
    { unit: 'mfe-catalog', release: '1', traffic: 0, operation: 'Old', places: [{ line: 1, column: 24 }] },
  ]);
});

test('of a type, the uses of all that is in it and of what gives it; each operation once', () => {
  const users = (coordinate: string) =>
    usage()
      .uses(coordinate)
      ?.map(({ operation }) => operation);
  expect(users('Product')).toEqual(['List', 'Cart', 'Old', 'Sorted']);
  for (const given of ['Suggestion', 'Availability', 'DateTime']) expect(users(given)).toEqual(['HomePage']);
  // Which of them it is, is asked of any.
  expect(users('Term')).toEqual([]);
  expect(users('String')).toBeUndefined();
  expect(users('Sort.NEWEST')).toEqual(['Sorted']);
  expect(users('Query.products(sort:)')).toEqual(['Sorted']);
});

test('what nobody asks for can go, and what the schema has not is said, with names near to it', async () => {
  const { uses, near } = usage();
  expect(uses('Product.colour')).toEqual([]);
  expect(uses('Product.colour(locale:)')).toEqual([]);
  expect(uses('Product.matreial')).toBeUndefined();
  expect(near('Product.matreial')[0]).toBe('Product.material');
});

test('the page answers “if I remove it, what breaks?”', async () => {
  const said = async (wanted: string) =>
    words(String(await fieldsPage({ viewer: undefined, wanted, usage: usage() })));
  const breaks = await said('Product.material');
  expect(breaks).toContain('3 operations of 3 releases would break without Product.material');
  expect(breaks).toContain('mfe-catalog 2 90 % of visitors List line 2, column 14');
  expect(breaks).toContain('mfe-catalog 1 no visitors, but a rollback could bring it back');
  expect(await said('Product.colour')).toContain('Nothing breaks.');
  const unknown = await said('Product.matreial');
  expect(unknown).toContain('The live supergraph has no Product.matreial .');
  expect(unknown).toContain('Did you mean Product.material');
});

test('without a supergraph the page says why nothing is known', async () => {
  const usage = 'The live subgraphs do not compose.';
  expect(words(String(await fieldsPage({ viewer: undefined, wanted: 'Product', usage })))).toContain(usage);
});

const usage = () =>
  usageIn(
    world({
      live: [
        live(
          release('mfe-catalog', '2', { operations: asks('query List {\n  products { material m: id }\n}') }),
          90,
        ),
        live(release('mfe-order', '5', { operations: asks('query Cart { products { material } }') }), 10),
      ],
      recallable: [
        release('mfe-catalog', '1', {
          operations: asks(
            'query Old { products { material } }',
            'query Sorted { products(sort: NEWEST) { __typename } }',
            'query HomePage { home { at availability suggestions { __typename } } }',
          ),
        }),
      ],
    }),
    schema,
  );
