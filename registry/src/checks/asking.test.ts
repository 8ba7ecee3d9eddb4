import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { askers, fieldUses } from './asking.ts';
import { asks, live, release, world } from './test-world.ts';

const schema = buildSchema(`
  enum Sort { NEWEST PRICE }
  input Range { min: Int max: Int }
  input Filter { price: Range not: Filter }
  interface Refusal { message: String! }
  type SoldOut implements Refusal { message: String! sku: ID! }
  union Result = SoldOut
  type Product { id: ID! material: String }
  type Query { products(filter: Filter, sort: Sort): [Product!]! buy: Refusal other: Result }
`);

const users = (coordinate: string, ...releases: Parameters<typeof fieldUses>[0]) =>
  fieldUses(releases, schema)[coordinate]?.map((use) => `${use.unit} ${use.release} ${use.operation}`) ?? [];

test('of a field it is known which operation of which release asks for it, through fragments too', () => {
  const catalog = release('mfe-catalog', '1', {
    operations: asks('query List { products { ...Card } } fragment Card on Product { material }'),
  });
  const order = release('mfe-order', '2', {
    operations: asks('query Cart { products { id } }', 'query Order { products { m: material } }'),
  });
  expect(users('Product.material', catalog, order)).toEqual(['mfe-catalog 1 List', 'mfe-order 2 Order']);
  expect(users('Product.id', catalog, order)).toEqual(['mfe-order 2 Cart']);
  expect(users('Product.name', catalog, order)).toEqual([]);
});

test('of each use it is known where in the operation it is', () => {
  const catalog = release('mfe-catalog', '1', {
    operations: asks('query List($s: Sort) {\n  products(sort: $s) { material m: material }\n}'),
  });
  const placesOf = (coordinate: string) => fieldUses([catalog], schema)[coordinate]?.[0]?.places;
  expect(placesOf('Product.material')).toEqual([
    { line: 2, column: 24 },
    { line: 2, column: 33 },
  ]);
  expect(placesOf('Sort.PRICE')).toEqual([{ line: 1, column: 12 }]);
});

test('arguments, enum values and input fields are used by who writes them', () => {
  const one = release('mfe-catalog', '1', {
    operations: asks('query List { products(sort: NEWEST, filter: { price: { min: 1 } }) { id } }'),
  });
  for (const used of ['Query.products(sort:)', 'Sort.NEWEST', 'Filter.price', 'Range.min']) {
    expect(users(used, one)).toEqual(['mfe-catalog 1 List']);
  }
  for (const unused of ['Sort.PRICE', 'Filter.not', 'Range.max']) expect(users(unused, one)).toEqual([]);
});

test('what a variable may hold counts as used', () => {
  const one = release('mfe-catalog', '1', {
    operations: asks('query List($f: Filter, $s: Sort!) { products(filter: $f, sort: $s) { id } }'),
  });
  for (const used of ['Sort.NEWEST', 'Sort.PRICE', 'Filter.price', 'Filter.not', 'Range.max']) {
    expect(users(used, one)).toEqual(['mfe-catalog 1 List']);
  }
});

test('what is asked of an interface is asked of the types behind it', () => {
  const one = release('mfe-order', '1', {
    operations: asks('query Buy { buy { message } }'),
  });
  expect(users('SoldOut.message', one)).toHaveLength(1);
  expect(users('SoldOut.sku', one)).toEqual([]);
});

test('a release that gets traffic and could come back is one asker, with its traffic', () => {
  const order = release('mfe-order', '1');
  const before = release('mfe-order', '0');
  const all = askers(
    world({
      live: [live(order, 90)],
      recallable: [order, before],
      recallableShells: [{ version: '0.9.0', shared: {}, uses: {} }],
    }),
  );
  expect(all.map(({ unit, release, traffic }) => [unit, release, traffic])).toEqual([
    ['shell', '1.0.0', 100],
    ['shell', '0.9.0', 0],
    ['mfe-order', '1', 90],
    ['mfe-order', '0', 0],
  ]);
});
