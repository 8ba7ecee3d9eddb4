import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { changesOfMeaning } from './meaning.ts';

const before = `
  scalar Instant
  enum Sort { NEWEST PRICE }
  enum Stock { IN OUT }
  input Filter { material: String, minimum: Int, sort: Sort = PRICE, not: Filter }
  interface Refusal { message: String! }
  type SoldOut implements Refusal { message: String! }
  type Cart { id: ID! lines: [Line!]! }
  type Line { sku: ID! name: String! note: String }
  union CartResult = Cart | SoldOut
  type Product { id: ID! stock: Stock! popular(first: Int! = 8, since: Instant): [Product!]! }
  type Query {
    cart: Cart!
    products(filter: Filter, sort: Sort = NEWEST, tags: [String!], first: Int! = 24): [Product!]!
  }
  type Mutation { add(sku: ID!): CartResult! }
`;

/** What an operation says of a schema in which one thing is written differently. */
function changes(operation: string, was: string, is: string): string[] {
  expect(before).toContain(was);
  const [old, next] = [buildSchema(before), buildSchema(before.replace(was, is))];
  const document = parse(operation);
  expect([...validate(old, document), ...validate(next, document)]).toEqual([]);
  return changesOfMeaning(document, old, next).map(
    ({ severity, field, message }) => `${severity} ${field}: ${message}`,
  );
}

const cart = 'query Cart { cart { lines { ...L } } } fragment L on Line { name note }';

test('a field that may become null is refused where it is selected, and nowhere else', () => {
  expect(changes(cart, 'name: String!', 'name: String')).toEqual([
    'refusal Line.name: Line.name is String! and would be String: the screen does not expect null.',
  ]);
  expect(changes('query Cart { cart { lines { sku } } }', 'name: String!', 'name: String')).toEqual([]);
});

test('a field that is never null any more is fine', () => {
  expect(changes(cart, 'note: String', 'note: String!')).toEqual([]);
});

test('null inside a list is refused, and where the list itself may be null', () => {
  expect(changes(cart, '[Line!]!', '[Line]!')).toHaveLength(1);
  expect(changes(cart, '[Line!]!', '[Line!]')).toHaveLength(1);
  expect(changes(cart, 'lines: [Line!]!', 'lines: Line!')).toEqual([
    'refusal Cart.lines: Cart.lines is [Line!]! and would be Line!: the screen reads the type that it was built with.',
  ]);
});

test('a field of another type is refused', () => {
  expect(changes(cart, 'note: String', 'note: Int')).toHaveLength(1);
  expect(changes(cart, 'name: String!', 'name: [String!]!')).toHaveLength(1);
});

test('fields, arguments and types that are added beside change nothing', () => {
  const everything = `query All($filter: Filter) { cart { ...C } products(filter: $filter) { id stock popular { id } } }
    fragment C on Cart { lines { name } }`;
  expect(changes(everything, 'type Line {', 'type Price { amount: Int! } type Line { price: Price!')).toEqual(
    [],
  );
  expect(changes(everything, 'cart: Cart!', 'cart(fresh: Boolean = false): Cart!')).toEqual([]);
  expect(changes(everything, 'input Filter {', 'input Filter { colour: String, ')).toEqual([]);
});

test('a default value may not change under an operation that leaves the argument out', () => {
  const [was, is] = ['first: Int! = 8', 'first: Int! = 20'] as const;
  expect(changes('query P { products { popular { id } } }', was, is)).toEqual([
    'refusal Product.popular(first:): Product.popular(first:) is 8 by default and would be 20; the operation leaves it out.',
  ]);
  expect(changes('query P { products { popular(first: 4) { id } } }', was, is)).toEqual([]);
  expect(changes('query P($n: Int!) { products { popular(first: $n) { id } } }', was, is)).toEqual([]);
  expect(changes('query P($n: Int = 3) { products { popular(first: $n) { id } } }', was, is)).toEqual([]);
  expect(changes('query P($n: Int) { products { popular(first: $n) { id } } }', was, is)).toEqual([
    expect.stringMatching(/^warning .*the operation may leave it out\.$/),
  ]);
});

test('a default value that goes or comes is a change too', () => {
  expect(changes('query P { products { id } }', 'sort: Sort = NEWEST', 'sort: Sort')).toEqual([
    expect.stringContaining('is "NEWEST" by default and would be nothing'),
  ]);
  expect(changes('query P { products { id } }', 'tags: [String!]', 'tags: [String!] = ["new"]')).toEqual([
    expect.stringContaining('is nothing by default and would be ["new"]'),
  ]);
});

test('a literal input that leaves a field out keeps its default value', () => {
  const [was, is] = ['sort: Sort = PRICE', 'sort: Sort = NEWEST'] as const;
  const literal = (fields: string) => `query P { products(filter: { not: { ${fields} } }) { id } }`;
  expect(changes(literal('material: "oak"'), was, is)).toEqual([
    expect.stringMatching(/^refusal Filter.sort: /),
  ]);
  expect(changes(literal('sort: PRICE'), was, is)).toEqual([expect.stringContaining('leaves it out')]);
  expect(changes('query P { products(filter: { sort: PRICE }) { id } }', was, is)).toEqual([]);
  expect(changes('query P($f: Filter) { products(filter: $f) { id } }', was, is)).toEqual([
    expect.stringMatching(/^warning Filter.sort: .*may leave it out/),
  ]);
});

test('a literal for a scalar of our own is not silently read as another', () => {
  const literal = 'query P { products { popular(since: "2030-01-01") { id } } }';
  const [was, is] = ['since: Instant', 'since: Day'] as const;
  const withDay = (text: string) => `scalar Day ${text}`;
  const [old, next] = [buildSchema(withDay(before)), buildSchema(withDay(before).replace(was, is))];
  expect(changesOfMeaning(parse(literal), old, next)).toMatchObject([
    { severity: 'refusal', field: 'Product.popular(since:)' },
  ]);
});

const list = 'query P($filter: Filter, $sort: Sort) { products(filter: $filter, sort: $sort) { id } }';

test('what a variable may hold must stay possible', () => {
  expect(changes(list, 'enum Sort { NEWEST PRICE }', 'enum Sort { NEWEST PRICE NAME }')).toEqual([]);
  expect(changes(list, 'material: String, ', '')).toEqual([
    'refusal Filter.material: $filter may hold Filter.material, which would be gone.',
  ]);
  expect(changes(list, 'material: String', 'material: String!')).toEqual([
    'refusal Filter.material: Filter.material would be required, but $filter may come without it.',
  ]);
  expect(changes(list, 'minimum: Int', 'minimum: Int, colour: String!')).toEqual([
    'refusal Filter.colour: Filter.colour would be required, but $filter may come without it.',
  ]);
  expect(changes(list, 'minimum: Int', 'minimum: Int! = 0')).toEqual([expect.stringMatching(/^refusal/)]);
  expect(changes(list, 'minimum: Int', 'minimum: String')).toEqual([
    expect.stringContaining('Filter.minimum takes Int and would take String'),
  ]);
});

test('an input that takes more than before is fine', () => {
  expect(changes(list, 'minimum: Int', 'minimum: Float')).toEqual([]);
  expect(changes(list, 'minimum: Int', 'minimum: [Int!]')).toEqual([]);
  expect(changes(list, 'material: String', 'material: ID')).toEqual([]);
});

test('an enum value that a variable may hold cannot go; one that nobody can send can', () => {
  const [was, is] = ['enum Sort { NEWEST PRICE }', 'enum Sort { NEWEST }'] as const;
  const other = ['sort: Sort = PRICE, ', 'sort: Sort, '] as const;
  const next = before.replace(was, is).replace(...other);
  const said = (operation: string) =>
    changesOfMeaning(parse(operation), buildSchema(before.replace(...other)), buildSchema(next));
  expect(said('query P($sort: Sort) { products(sort: $sort) { id } }')).toMatchObject([
    { severity: 'refusal', field: 'Sort.PRICE', message: '$sort may be Sort.PRICE, which would be gone.' },
  ]);
  expect(said('query P { products(sort: NEWEST) { id } }')).toEqual([]);
});

test('an enum value that may come is warned about, one that never comes again is not', () => {
  const stock = 'query P { products { stock } }';
  expect(changes(stock, 'enum Stock { IN OUT }', 'enum Stock { IN LOW OUT }')).toEqual([
    'warning Stock.LOW: Product.stock could then be LOW, which its screen does not know.',
  ]);
  expect(changes(stock, 'enum Stock { IN OUT }', 'enum Stock { IN }')).toEqual([]);
  expect(
    changes('query P { products { id } }', 'enum Stock { IN OUT }', 'enum Stock { IN LOW OUT }'),
  ).toEqual([]);
});

test('a type that may come is warned about where fragments tell types apart', () => {
  const [was, is] = [
    'union CartResult = Cart',
    'type Closed { at: Instant! } union CartResult = Closed | Cart',
  ] as const;
  const added = 'warning CartResult: CartResult could then be a Closed, which its screen does not know.';
  expect(changes('mutation A { add(sku: 1) { ... on Refusal { message } } }', was, is)).toEqual([added]);
  expect(
    changes('mutation A { add(sku: 1) { ...R } } fragment R on CartResult { ... on Cart { id } }', was, is),
  ).toEqual([added]);
  expect(changes('mutation A { add(sku: 1) { ...C } } fragment C on Cart { id }', was, is)).toEqual([added]);
  expect(changes('mutation A { add(sku: 1) { __typename } }', was, is)).toEqual([]);
  expect(
    changes('mutation A { add(sku: 1) { ...R } } fragment R on CartResult { __typename }', was, is),
  ).toEqual([]);
});
