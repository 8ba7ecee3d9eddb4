import { expect, test } from 'vitest';
import { checkCost, prepareCost } from '../src/guard/cost.ts';
import type { Variables } from '../src/guard/limits.ts';
import { Refusal } from '../src/refusal.ts';
import { composed, operationIn } from './composed.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", ${imports}])`;

const shop = `
  ${link('"@cost", "@listSize"')}
  type Query {
    product: Product
    search: Found
    named: Named
    heavy: Heavy
    products: [Product!]!
    tens(first: Int = 10, last: Int): [Product!] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    page(first: Int, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "cursors"])
    guessed(first: Int): [Product] @listSize(slicingArguments: ["first"], assumedSize: 7, requireOneSlicingArgument: false)
    few: [Product] @listSize(assumedSize: 3)
    report(year: Int @cost(weight: 5), depth: Int): Int
    filtered(filter: Filter, filters: [Filter!]): Product
    paint(colour: Colour, colours: [Colour!]): Int
  }
  type Mutation { buy(filter: Filter): Product, note: Int }
  type Subscription { bought: Product }
  type Page { edges: [Edge!]! cursors: [String!] total: Int other: [Edge] }
  type Edge { node: Product! }
  type Product implements Named { name: String, price: Money, related: [Product!]!, slow: Int @cost(weight: 20), prices: [Money!] }
  type Money { amount: Int }
  interface Named { name: String, price: Money }
  type Heavy implements Named @cost(weight: 8) { name: String @cost(weight: 3), price: Money }
  union Found = Product | Money
  enum Colour @cost(weight: 2) { RED BLUE }
  input Filter { text: String, year: Int @cost(weight: 4), and: [Filter!], colour: Colour }
`;
const loaded = composed(shop);

function costOf(query: string, variables: Variables = {}, graph = loaded): number {
  const { document, operation } = operationIn(graph, query);
  return prepareCost(graph, document, operation, { DEFAULT_LIST_SIZE: 10 })(variables);
}

test('an object costs 1, a scalar nothing', () => {
  expect(costOf('{ product { name price { amount } } }')).toBe(2);
  expect(costOf('{ __typename product { __typename } }')).toBe(1);
});

test('a mutation costs 10 more, a subscription does not', () => {
  expect(costOf('mutation { note }')).toBe(10);
  expect(costOf('mutation { buy { name } }')).toBe(11);
  expect(costOf('subscription { bought { name } }')).toBe(1);
});

test('a list costs what its entries cost, and lists in lists multiply', () => {
  expect(costOf('{ products { name } }')).toBe(10);
  expect(costOf('{ products { price { amount } } }')).toBe(20);
  expect(costOf('{ products { related { related { name } } } }')).toBe(10 * (1 + 10 * (1 + 10)));
});

test('a list of scalars is free', () => {
  expect(costOf('{ page(first: 100) { cursors } }')).toBe(1);
});

test('an assumed size stands for the default', () => {
  expect(costOf('{ few { name } }')).toBe(3);
});

test('a slicing argument says the size, written, by default or as a variable', () => {
  expect(costOf('{ tens { name } }')).toBe(10);
  expect(costOf('{ tens(first: 4) { name } }')).toBe(4);
  expect(costOf('query ($n: Int) { tens(first: $n) { name } }', { n: 500 })).toBe(500);
  expect(costOf('query ($n: Int) { tens(first: $n) { name } }')).toBe(10);
  expect(costOf('query ($n: Int = 6) { tens(first: $n) { name } }')).toBe(6);
  expect(costOf('query ($n: Int = 6) { tens(first: $n) { name } }', { n: 7 })).toBe(7);
});

test('of several slicing arguments the largest counts', () => {
  expect(costOf('{ tens(first: 2, last: 30) { name } }')).toBe(30);
});

test('where no slicing argument is given the assumed size counts', () => {
  expect(costOf('{ guessed { name } }')).toBe(7);
  expect(costOf('{ guessed(first: null) { name } }')).toBe(7);
  expect(costOf('query ($n: Int) { guessed(first: $n) { name } }', { n: null })).toBe(7);
});

test('the size of a page counts for the lists in it that are named', () => {
  expect(costOf('{ page(first: 40) { edges { node { name } } total } }')).toBe(1 + 40 * 2);
  expect(costOf('{ page(first: 40) { ...E } } fragment E on Page { x: edges { node { name } } }')).toBe(81);
  expect(costOf('{ page(first: 40) { other { node { name } } } }')).toBe(1 + 10 * 2);
  expect(costOf('query ($n: Int!) { page(last: $n) { edges { node { name } } } }', { n: 25 })).toBe(51);
});

test('a field that takes exactly one slicing argument is refused with none or two', () => {
  const refused = expect.objectContaining({
    code: 'SLICING_ARGUMENT_REQUIRED',
    message: '"page" takes exactly one of first, last; 0 are given.',
  });
  expect(() => costOf('{ page { total } }')).toThrow(refused);
  expect(() => costOf('{ page(first: 1, last: 1) { total } }')).toThrow(Refusal);
  const query = 'query ($first: Int, $last: Int) { page(first: $first, last: $last) { total } }';
  expect(costOf(query, { first: 5, last: null })).toBe(1);
  expect(() => costOf(query, { first: 5, last: 5 })).toThrow(Refusal);
  expect(() => costOf(query)).toThrow(refused);
});

test('a negative size buys nothing, an endless one is still a number', () => {
  expect(costOf('{ products { name } tens(first: -1000) { name } }')).toBe(10);
  const query = 'query ($n: Int) { tens(first: $n) { prices { amount } } }';
  expect(costOf(query, { n: -5 })).toBe(0);
  expect(costOf(query, { n: Number.POSITIVE_INFINITY })).toBe((2 ** 31 - 1) * 11);
});

test('@cost on a field, a type, an enum or an argument says otherwise', () => {
  expect(costOf('{ product { slow } }')).toBe(21);
  expect(costOf('{ heavy { price { amount } } }')).toBe(9);
  expect(costOf('{ report(year: 2026, depth: 3) }')).toBe(5);
  expect(costOf('{ report(depth: 3) }')).toBe(0);
  expect(costOf('{ paint(colour: RED) }')).toBe(2);
  expect(costOf('query ($year: Int) { report(year: $year) }', { year: 1 })).toBe(5);
  expect(costOf('query ($year: Int) { report(year: $year) }', { year: null })).toBe(0);
});

test('an input object costs 1 and what is in it, written or as a variable', () => {
  expect(costOf('{ filtered(filter: { text: "x" }) { name } }')).toBe(1 + 1);
  expect(costOf('{ filtered(filter: { year: 1, and: [{ year: 2 }, { text: "x" }] }) { name } }')).toBe(
    1 + (1 + 4 + (1 + 4) + 1),
  );
  const query =
    'query ($filter: Filter, $year: Int) { filtered(filter: $filter, filters: [{ year: $year }]) { name } }';
  expect(costOf(query, { filter: { year: 1 }, year: 1 })).toBe(1 + 5 + 5);
  expect(costOf(query, { filter: null })).toBe(1 + 1);
});

test('an interface costs what the heaviest behind it costs', () => {
  expect(costOf('{ named { price { amount } } }')).toBe(8 + 1);
  expect(costOf('{ named { name } }')).toBe(8 + 3);
  expect(costOf('{ named { ... on Product { name } } }')).toBe(8);
});

test('what is asked for each type of a union adds up', () => {
  expect(costOf('{ search { ... on Product { price { amount } } ... on Money { amount } } }')).toBe(2);
});

test('a field that several fragments ask for in one place costs once', () => {
  const query = `{ product { ...Card ...Purchase price { amount } } }
    fragment Card on Product { price { amount } related { name } }
    fragment Purchase on Product { price { __typename } related { price { amount } } }`;
  expect(costOf(query)).toBe(1 + 1 + 10 * 2);
});

test('the same field under two names costs twice', () => {
  expect(costOf('{ a: product { name } b: product { name } }')).toBe(2);
});

test('what is skipped costs nothing', () => {
  expect(costOf('{ products @skip(if: true) { name } product @include(if: true) { name } }')).toBe(1);
  const query =
    'query ($with: Boolean! = true) { products @include(if: $with) { name } ... @skip(if: $with) { product { name } } }';
  expect(costOf(query)).toBe(10);
  expect(costOf(query, { with: false })).toBe(1);
});

test('a field counts if any of those that ask for it is included', () => {
  const query = `query ($a: Boolean!, $b: Boolean!) {
    product @include(if: $a) { related { name } }
    product @include(if: $b) { price { amount } }
  }`;
  expect(costOf(query, { a: true, b: true })).toBe(1 + 10 + 1);
  expect(costOf(query, { a: false, b: true })).toBe(2);
  expect(costOf(query, { a: false, b: false })).toBe(0);
});

test('the directives count under whatever name they are linked', () => {
  const renamed = composed(`
    ${link('{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@long" }')}
    type Query { a: [A] @long(assumedSize: 3), b: Int @price(weight: 4) }
    type A { a: Int }
  `);
  expect(costOf('{ a { a } b }', {}, renamed)).toBe(7);
});

test('of the weights that several subgraphs give, the largest counts', () => {
  const a = `${link('"@cost", "@shareable"')} type Query { a: Int @shareable @cost(weight: 3) }`;
  const b = `${link('"@cost", "@shareable"')} type Query { a: Int @shareable @cost(weight: 9) }`;
  expect(costOf('{ a }', {}, composed(a, b))).toBe(9);
});

test('a supergraph that says nothing of cost is reckoned by the rules alone', () => {
  const plain = composed(`${link('"@shareable"')} type Query { a: [A] } type A { a: A }`);
  expect(costOf('{ a { a { __typename } } }', {}, plain)).toBe(20);
});

test('deep lists cost too much', () => {
  const deep = `${'{ products '}${'{ related '.repeat(6)}{ name }${' }'.repeat(7)}`;
  const cost = costOf(deep);
  expect(cost).toBe(11_111_110);
  expect(() => checkCost(cost, { MAX_COST: 10_000 })).toThrow(
    expect.objectContaining({
      code: 'COST_TOO_HIGH',
      status: 400,
      extensions: { cost: 11_111_110, maxCost: 10_000 },
    }),
  );
});

test('a cost up to the maximum passes', () => {
  expect(checkCost(10, { MAX_COST: 10 })).toBeUndefined();
  expect(() => checkCost(11, { MAX_COST: 10 })).toThrow(
    'A query may cost 10 points; this one is estimated at 11. Ask for shorter lists or fewer of them.',
  );
});
