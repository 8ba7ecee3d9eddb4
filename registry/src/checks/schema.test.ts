import { expect, test } from 'vitest';
import { composeSubgraphs } from './compose.ts';
import type { World } from './finding.ts';
import { checkSchema } from './schema.ts';
import { asks, live, release, world, worldOfSubgraphs } from './test-world.ts';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const catalog = `${federation}
type Query { product(handle: String!): Product }
type Product @key(fields: "id") {
  id: ID!
  material: String!
  weight: Int!
}
`;
const order = `${federation}
type Query { cart: [Product!]! }
type Product @key(fields: "id") {
  id: ID!
  inCart: Int
}
`;

const productPage = 'query ProductPage($handle: String!) { product(handle: $handle) { id material } }';
const catalog1 = release('mfe-catalog', '1', { operations: asks(productPage) });
const catalog2 = release('mfe-catalog', '2', {
  operations: asks('query ProductPage($handle: String!) { product(handle: $handle) { id weight } }'),
});

const shop = (facts: Partial<World> = {}): World => worldOfSubgraphs({ catalog, order }, facts);

const candidate = (sdl: string) => ({ unit: 'subgraphs/catalog', version: '9', sdl, url: 'http://new' });

test('a field that nobody asks for may go', () => {
  const sdl = catalog.replace('  weight: Int!\n', '');
  expect(checkSchema(candidate(sdl), shop({ live: [live(catalog1)] }))).toEqual([]);
});

test('a field that a release asks for cannot go: the refusal says which, and how many visitors have it', () => {
  const sdl = catalog.replace('  material: String!\n', '');
  const findings = checkSchema(candidate(sdl), shop({ live: [live(catalog1, 10), live(catalog2, 90)] }));
  expect(findings).toEqual([
    {
      check: 'schema',
      severity: 'refusal',
      unit: 'subgraphs/catalog',
      release: '9',
      operation: 'ProductPage',
      field: 'Product.material',
      line: 3,
      message:
        'Cannot query field "material" on type "Product". Asked for by mfe-catalog 1 (10 % of visitors) in ProductPage, line 1, column 69.',
      remedy: expect.stringContaining('mark it @deprecated'),
      affects: [{ unit: 'mfe-catalog', release: '1', traffic: 10 }],
    },
  ]);
});

test('a release that a rollback could bring back counts like one with visitors', () => {
  const sdl = catalog.replace('  material: String!\n', '');
  const [finding] = checkSchema(candidate(sdl), shop({ live: [live(catalog2)], recallable: [catalog1] }));
  expect(finding).toMatchObject({
    severity: 'refusal',
    message: expect.stringContaining('mfe-catalog 1 (no traffic, but a rollback could bring it back)'),
  });
});

test('an operation that several releases share is said once, with all of them', () => {
  const catalog3 = release('mfe-catalog', '3', { operations: asks(productPage) });
  const sdl = catalog.replace('material: String!', 'material: String');
  expect(checkSchema(candidate(sdl), shop({ live: [live(catalog1, 80), live(catalog3, 20)] }))).toMatchObject(
    [
      {
        severity: 'refusal',
        field: 'Product.material',
        line: 5,
        affects: [
          { release: '1', traffic: 80 },
          { release: '3', traffic: 20 },
        ],
      },
    ],
  );
});

test('the same break in two versions of an operation is said once, with both releases', () => {
  const catalog3 = release('mfe-catalog', '3', {
    operations: asks(productPage.replace('id ', 'id weight ')),
  });
  const sdl = catalog.replace('material: String!', 'material: String');
  const now = shop({ live: [live(catalog1, 80), live(catalog3, 20)] });
  expect(checkSchema(candidate(sdl), now)).toMatchObject([{ affects: [{ release: '1' }, { release: '3' }] }]);
});

test('what the shell asks itself counts too', () => {
  const shell = { version: '1', shared: {}, uses: {}, operations: asks(productPage) };
  const sdl = catalog.replace('handle: String!', 'handle: String!, locale: String!');
  expect(checkSchema(candidate(sdl), shop({ shell }))).toMatchObject([
    {
      severity: 'refusal',
      field: 'Query.product',
      message: expect.stringMatching(/"locale" of type "String!" is required.*Asked for by shell 1/),
    },
  ]);
});

test('a type that an operation has a fragment for cannot go; the line is that of what is left of it', () => {
  const sdl = `${catalog}\ntype Gone @key(fields: "id") { id: ID! }\nunion Thing = Product | Gone\nextend type Query { thing: Thing }\n`;
  const asked = release('mfe-catalog', '4', {
    operations: asks('query Thing { thing { ... on Gone { id } } }'),
  });
  const both = composeSubgraphs([{ name: 'catalog', url: 'http://catalog', sdl }]);
  if (!('schema' in both)) throw new Error('The test needs a schema that composes.');
  const now = shop({
    supergraphs: [{ name: 'live', schema: both.schema }],
    subgraphSchemas: { catalog: sdl },
    live: [live(asked)],
  });
  expect(checkSchema(candidate(sdl.replace('Product | Gone', 'Product')), now)).toMatchObject([
    { severity: 'refusal', operation: 'Thing', field: 'Gone', line: 9 },
  ]);
});

test('what is broken already is not broken by this', () => {
  const forced = release('mfe-catalog', '0', {
    operations: asks('query Old { product(handle: "a") { gone } }'),
  });
  expect(checkSchema(candidate(catalog), shop({ live: [live(forced)] }))).toEqual([]);
});

test('a schema that does not fit the others is refused in the words of the composer, with its line', () => {
  const sdl = catalog.replace('weight: Int!', 'weight: Int!\n  inCart: String');
  const findings = checkSchema(candidate(sdl), shop());
  expect(findings).toContainEqual(
    expect.objectContaining({
      severity: 'refusal',
      unit: 'subgraphs/catalog',
      release: '9',
      line: 7,
      message: expect.stringContaining(
        'Type of field "Product.inCart" is incompatible across subgraphs: it has type "String" in subgraph "catalog" but type "Int" in subgraph "order"',
      ),
    }),
  );
});

test('the line is that of the release, and the other side is named too', () => {
  const sdl = order.replace('inCart: Int', 'weight: String!');
  const release = { unit: 'subgraphs/order', version: '4', sdl, url: 'http://new' };
  expect(checkSchema(release, shop())).toContainEqual(
    expect.objectContaining({
      unit: 'subgraphs/order',
      line: 5,
      message: expect.stringMatching(/"Product.weight" is incompatible.*\(Also line 6 of catalog\.\)$/),
    }),
  );
});

test('a schema with an unknown type or a slip of the pen is refused with its line', () => {
  expect(checkSchema(candidate(catalog.replace('weight: Int!', 'weight: Gram!')), shop())).toMatchObject([
    { severity: 'refusal', line: 6, message: expect.stringContaining('[catalog] Unknown type Gram') },
  ]);
  expect(checkSchema(candidate(catalog.replace('weight: Int!', 'weight Int!')), shop())).toMatchObject([
    { severity: 'refusal', line: 6, message: expect.stringContaining('Syntax Error') },
  ]);
});

test('the first schemas of a shop have nothing to keep', () => {
  const empty = world({ supergraphs: [], subgraphSchemas: {} });
  expect(checkSchema(candidate(catalog), empty)).toEqual([]);
});
