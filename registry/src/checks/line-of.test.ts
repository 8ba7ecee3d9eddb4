import { expect, test } from 'vitest';
import { lineOf } from './line-of.ts';

const sdl = `type Product @key(fields: "id") {
  id: ID!
  name(
    locale: String!
  ): String! @deprecated(reason: "x")
}
enum Currency {
  KRW
}
extend type Query {
  product: Product
}
`;

test('a coordinate is found where it is defined', () => {
  expect(lineOf('Product', sdl)).toBe(1);
  expect(lineOf('Product.name', sdl)).toBe(3);
  expect(lineOf('Product.name(locale:)', sdl)).toBe(4);
  expect(lineOf('Currency.KRW', sdl)).toBe(8);
  expect(lineOf('Query.product', sdl)).toBe(11);
});

test('what is gone is looked for where its field or type is', () => {
  expect(lineOf('Product.name(currency:)', sdl)).toBe(3);
  expect(lineOf('Product.key', sdl)).toBe(1);
  expect(lineOf('Gone.field', sdl)).toBeUndefined();
});
