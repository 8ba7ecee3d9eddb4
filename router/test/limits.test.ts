import { getIntrospectionQuery, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { checkText, type LimitsEnv, prepareLimits, type Variables } from '../src/guard/limits.ts';
import { Refusal } from '../src/refusal.ts';

const limits: LimitsEnv = {
  MAX_QUERY_BYTES: 2_000,
  MAX_TOKENS: 300,
  MAX_DEPTH: 5,
  MAX_ALIASES: 3,
  MAX_ROOT_FIELDS: 4,
  MAX_FIELDS: 30,
  MAX_DIRECTIVES: 2,
  MAX_PAGE_SIZE: 50,
  INTROSPECTION: undefined,
  NODE_ENV: 'production',
};

/** The code that a query is refused with, or what it passes with. */
function ask(query: string, variables: Variables = {}, changed: Partial<LimitsEnv> = {}): string {
  try {
    checkText(query, { ...limits, ...changed });
    const document = parse(query);
    const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('no operation');
    prepareLimits(document, operation, { ...limits, ...changed })?.(variables);
    return 'passes';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const many = (times: number, text: (each: number) => string) =>
  Array.from({ length: times }, (_, each) => text(each));

test('an ordinary query passes', () => {
  expect(
    ask(
      'query ($first: Int!) { products(first: $first) { name ...More } } fragment More on Product { price }',
    ),
  ).toBe('passes');
});

test('a query of too many bytes is refused, and bytes are not characters', () => {
  const filler = (text: string, times: number) => `{ a(text: "${text.repeat(times)}") }`;
  expect(ask(filler('x', 1_900))).toBe('passes');
  expect(ask(filler('x', 2_000))).toBe('QUERY_TOO_LARGE');
  expect(ask(filler('가', 700))).toBe('QUERY_TOO_LARGE');
});

test('a megabyte of nothing is refused before it is read', () => {
  expect(ask(' '.repeat(1_000_000))).toBe('QUERY_TOO_LARGE');
  expect(ask(`{ a } ${'#'.repeat(1_000_000)}`)).toBe('QUERY_TOO_LARGE');
});

test('a query of too many tokens is refused before it is parsed', () => {
  expect(ask(`{ a(list: [${'1 '.repeat(290)}]) }`)).toBe('passes');
  expect(ask(`{ a(list: [${'1 '.repeat(300)}]) }`)).toBe('TOO_MANY_TOKENS');
  expect(ask(`{ a(list: [${'1 '.repeat(300)} never closed`)).toBe('TOO_MANY_TOKENS');
});

test('a text that is no GraphQL is left to the parser, which says where', () => {
  expect(() => ask('{ a ☃ }')).toThrow('Syntax Error: Unexpected character: U+2603.');
});

test('a list too deep for the parser is refused before it is parsed', () => {
  const open = { MAX_TOKENS: 1_000_000, MAX_QUERY_BYTES: 1_000_000 };
  expect(ask(`{ a(list: ${'['.repeat(90)}${']'.repeat(90)}) }`, {}, open)).toBe('passes');
  expect(ask(`{ a(list: ${'['.repeat(400_000)}${']'.repeat(400_000)}) }`, {}, open)).toBe('TOO_DEEP');
});

test('a query of too many levels is refused, also when fragments hold them', () => {
  expect(ask('{ a { b { c { d { e } } } } }')).toBe('passes');
  expect(ask('{ a { b { c { d { e { f } } } } } }')).toBe('TOO_DEEP');
  expect(ask('{ a { b { c { ... on D { ...Deep } } } } } fragment Deep on D { d { e { f } } }')).toBe(
    'TOO_DEEP',
  );
});

test('aliases count wherever their fragment is used', () => {
  expect(ask('{ a { ...Two } x: b } fragment Two on A { y: c z: d }')).toBe('passes');
  expect(ask('{ a { ...Two } b { ...Two } } fragment Two on A { y: c z: d }')).toBe('TOO_MANY_ALIASES');
});

test('an alias bomb is refused', () => {
  const bomb = `{ ${many(90, (each) => `a${each}: products`).join(' ')} }`;
  expect(ask(bomb, {}, { MAX_ROOT_FIELDS: 1_000, MAX_FIELDS: 1_000 })).toBe('TOO_MANY_ALIASES');
});

test('root fields count, those of fragments too', () => {
  expect(ask('{ a b ...C } fragment C on Query { c d { e f g } }')).toBe('passes');
  expect(ask('{ a b ... { c ...D } } fragment D on Query { d e }')).toBe('TOO_MANY_ROOT_FIELDS');
});

test('a directive bomb is refused, on whatever the directives stand', () => {
  expect(ask('query ($a: Boolean!) { a @skip(if: $a) ... @include(if: $a) { b } }')).toBe('passes');
  expect(ask(`{ a ${'@x '.repeat(100)} }`)).toBe('TOO_MANY_DIRECTIVES');
  expect(ask('query @x { a @x ...B @x } fragment B on Query { b }')).toBe('TOO_MANY_DIRECTIVES');
  expect(ask('query ($a: Int @x @x @x) { a(a: $a) }')).toBe('TOO_MANY_DIRECTIVES');
  expect(ask('{ ...A ...A ...A } fragment A on Query { a @x }')).toBe('TOO_MANY_DIRECTIVES');
});

test('a fragment bomb is refused, without ever being unfolded', () => {
  // Two to the power of 25 fields.
  const bomb = many(25, (each) => `fragment F${each} on A { ...F${each + 1} ...F${each + 1} }`);
  expect(ask(`{ a { ...F0 } } ${bomb.join(' ')} fragment F25 on A { b }`)).toBe('TOO_MANY_FIELDS');
});

test('a fragment bomb without an alias and within the depth is refused', () => {
  const bomb = many(8, (each) => `fragment F${each} on A { a { ...F${each + 1} } b { ...F${each + 1} } }`);
  const query = `{ a { ...F0 } } ${bomb.join(' ')} fragment F8 on A { c }`;
  expect(ask(query, {}, { MAX_DEPTH: 16 })).toBe('TOO_MANY_FIELDS');
});

test('fragments that go round in circles end, and are left to validation', () => {
  expect(ask('{ ...A } fragment A on Query { a { ...B } } fragment B on X { b { ...A } }')).toBe('passes');
});

test('a chain of fragments too long for the stack is refused', () => {
  const chain = many(20_000, (each) => `fragment F${each} on A { ...F${each + 1} }`);
  const query = `{ ...F0 } ${chain.join(' ')} fragment F20000 on A { a }`;
  const open = { MAX_TOKENS: 1_000_000, MAX_QUERY_BYTES: 10_000_000, MAX_FIELDS: 1_000_000 };
  expect(ask(query, {}, open)).toBe('TOO_DEEP');
});

test('another operation of the document is measured too, since validation looks at it', () => {
  expect(ask('query A { a } query B { b { c { d { e { f { g } } } } } }')).toBe('TOO_DEEP');
});

test('the schema is not shown in production, nor in a fragment, unless it is opened', () => {
  expect(ask('{ __schema { types { name } } }')).toBe('INTROSPECTION_DISABLED');
  expect(ask('{ ...S } fragment S on Query { t: __type(name: "A") { name } }')).toBe(
    'INTROSPECTION_DISABLED',
  );
  expect(ask('{ a { __typename } __typename }')).toBe('passes');
  expect(ask('{ __schema { types { name } } }', {}, { NODE_ENV: 'development' })).toBe('passes');
  expect(ask('{ __schema { types { name } } }', {}, { INTROSPECTION: 'open' })).toBe('passes');
  expect(
    ask('{ __schema { types { name } } }', {}, { NODE_ENV: 'development', INTROSPECTION: 'closed' }),
  ).toBe('INTROSPECTION_DISABLED');
});

test("a client's full introspection query passes the default limits where the schema is open", () => {
  const standard = {
    MAX_QUERY_BYTES: 65_536,
    MAX_TOKENS: 4_000,
    MAX_DEPTH: 16,
    MAX_FIELDS: 2_000,
    INTROSPECTION: 'open',
  } as const;
  expect(ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }), {}, standard)).toBe(
    'passes',
  );
});

test('a page that is too large is refused, written or as text', () => {
  expect(ask('{ products(first: 50) { name } }')).toBe('passes');
  expect(ask('{ products(first: 51) { name } }')).toBe('PAGE_TOO_LARGE');
  expect(ask('{ products(last: 99999999999999999999) { name } }')).toBe('PAGE_TOO_LARGE');
  expect(ask('{ products(last: 5.1e1) { name } }')).toBe('PAGE_TOO_LARGE');
  expect(ask('{ products(first: "51") { name } }')).toBe('PAGE_TOO_LARGE');
  expect(ask('{ ...P } fragment P on Query { products(first: 51) { name } }')).toBe('PAGE_TOO_LARGE');
});

test('a variable that makes a page too large is refused, also by its default', () => {
  const query =
    'query ($n: Int = 20, $m: Int = 60) { a(first: $n) { b } ...L } fragment L on Q { c(last: $m) { d } }';
  expect(ask(query, { m: 1 })).toBe('passes');
  expect(ask(query, { n: 51, m: 1 })).toBe('PAGE_TOO_LARGE');
  expect(ask(query, { n: 1 })).toBe('PAGE_TOO_LARGE');
  expect(ask(query, { n: 1, m: null })).toBe('passes');
  expect(ask('query ($n: Int) { a(size: $n) { b } }', { n: 10_000 })).toBe('passes');
});

test('a variable too deep for the stack is refused', () => {
  const nested = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level++) value = { and: [value] };
    return value;
  };
  const query = 'query ($where: Where) { a(where: $where) { b } }';
  expect(ask(query, { where: nested(50) })).toBe('passes');
  expect(ask(query, { where: nested(50_000) })).toBe('VARIABLES_TOO_DEEP');
});

test('an operation without variables has nothing to check in a request', () => {
  const document = parse('{ products(first: 10) { name } }');
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  expect(prepareLimits(document, operation, limits)).toBeUndefined();
});

test('a refusal says what is allowed', () => {
  expect(() => checkText('{ a '.repeat(200), limits)).toThrow('A query may have 100 brackets open at once.');
  expect(() => checkText('a '.repeat(400), limits)).toThrow('A query may have 300 tokens.');
});
