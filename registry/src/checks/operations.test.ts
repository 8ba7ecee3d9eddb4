import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { checkOperations } from './operations.ts';
import { asks, live, release, sha256, world } from './test-world.ts';

const schema = buildSchema(`
  enum Currency { KRW USD EUR @deprecated(reason: "Nobody pays with it.") }
  type Material { code: ID! name: String! }
  type Product {
    id: ID!
    material: Material! @deprecated(reason: "Use materials.")
    materials: [Material!]!
    price(currency: Currency, rounded: Boolean @deprecated(reason: "Always is.")): Int!
  }
  type Query { product(handle: String!): Product }
`);
const supergraphs = [{ name: 'live' as const, schema }];

test('an operation that asks for what the schema has may be released', () => {
  const text = 'query ProductPage($handle: String!) { product(handle: $handle) { id materials { name } } }';
  expect(
    checkOperations(release('mfe-catalog', '2', { operations: asks(text) }), world({ supergraphs })),
  ).toEqual([]);
});

test('an operation with a misspelt field is refused with its place and what was meant', () => {
  const text =
    'query ProductPage($handle: String!) {\n  product(handle: $handle) { id matreials { name } }\n}';
  expect(
    checkOperations(release('mfe-catalog', '2', { operations: asks(text) }), world({ supergraphs })),
  ).toEqual([
    {
      check: 'operations',
      severity: 'refusal',
      unit: 'mfe-catalog',
      release: '2',
      operation: 'ProductPage',
      field: 'Product.matreials',
      line: 2,
      column: 33,
      message:
        'On the live supergraph: Cannot query field "matreials" on type "Product". Did you mean "materials" or "material"?',
      remedy: expect.stringContaining('deploy the subgraph release that adds it first'),
    },
  ]);
});

const without = buildSchema('type Product { id: ID! } type Query { product(handle: String!): Product }');
const asksMaterials = release('mfe-catalog', '2', {
  operations: asks('query ProductPage { product(handle: "tray") { id materials { name } } }'),
});

test('a field that the candidate supergraph takes away refuses a release that asks for it', () => {
  const both = world({ supergraphs: [...supergraphs, { name: 'candidate', schema: without }] });
  expect(checkOperations(asksMaterials, both)).toMatchObject([
    {
      severity: 'refusal',
      message: 'On the candidate supergraph: Cannot query field "materials" on type "Product".',
      remedy: expect.stringContaining('The candidate supergraph takes it away'),
    },
  ]);
});

test('a field that only the candidate supergraph has must be waited for', () => {
  const both = world({
    supergraphs: [
      { name: 'live', schema: without },
      { name: 'candidate', schema },
    ],
  });
  expect(checkOperations(asksMaterials, both)).toMatchObject([
    { severity: 'refusal', remedy: 'The candidate supergraph has it: wait until that one is live.' },
  ]);
});

test('a field that neither supergraph has is said once', () => {
  const both = world({
    supergraphs: [
      { name: 'live', schema: without },
      { name: 'candidate', schema: without },
    ],
  });
  expect(checkOperations(asksMaterials, both)).toMatchObject([
    { message: expect.stringMatching(/^On the live and the candidate supergraph: /) },
  ]);
});

test('a deprecated field, argument and enum value are warned about, with who else uses them', () => {
  const text =
    'query ProductPage { product(handle: "tray") { material { name } price(currency: EUR, rounded: true) } }';
  const order = release('mfe-order', '7', {
    operations: asks('query CartPage { product(handle: "tray") { material { code } } }'),
  });
  const own = release('mfe-catalog', '1', { operations: asks(text) });
  const findings = checkOperations(
    release('mfe-catalog', '2', { operations: asks(text) }),
    world({ supergraphs, live: [live(order, 90), live(own)] }),
  );
  expect(findings.map(({ severity, field }) => [severity, field])).toEqual([
    ['warning', 'Product.material'],
    ['warning', 'Currency.EUR'],
    ['warning', 'Product.price(rounded:)'],
  ]);
  expect(findings[0]).toMatchObject({
    message: 'The field Product.material is deprecated. Use materials. Also used by mfe-order 7 (CartPage).',
    affects: [{ unit: 'mfe-order', release: '7', traffic: 90 }],
  });
  expect(findings[1]?.message).toContain('Nobody else uses it.');
});

test('a text that is registered under the hash of another is refused', () => {
  const text = 'query ProductPage { product(handle: "tray") { id } }';
  const operations = { [sha256('something else')]: text };
  expect(checkOperations(release('mfe-catalog', '2', { operations }), world({ supergraphs }))).toMatchObject([
    {
      severity: 'refusal',
      operation: 'ProductPage',
      message: expect.stringContaining(sha256(text).slice(0, 12)),
    },
  ]);
});

test('a text that is no GraphQL is refused with its place', () => {
  const operations = asks('query ProductPage { product(');
  expect(checkOperations(release('mfe-catalog', '2', { operations }), world({ supergraphs }))).toMatchObject([
    { severity: 'refusal', line: 1, column: 29, message: expect.stringContaining('Syntax Error') },
  ]);
});
