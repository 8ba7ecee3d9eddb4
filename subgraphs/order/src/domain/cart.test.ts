import { expect, test } from 'vitest';
import {
  acceptPrices,
  add,
  type Cart,
  cartQuantity,
  cartWeight,
  priceChanged,
  putBack,
  setQuantity,
  subtotal,
} from './cart.ts';
import { sku } from './ids.ts';
import { customer } from './testing.ts';

const clock = sku('CLOCK-OAK');
const offer = { name: { en: 'Clock', ko: '시계' }, prices: { KRW: 26_000, USD: 1_900 }, weight: 800 };
const dearer = { ...offer, prices: { KRW: 28_000, USD: 2_100 } };
const empty: Cart = { visitor: customer, version: 0, lines: [] };

const cartWith = (quantity: number, now: typeof offer | undefined = offer): Cart => ({
  ...empty,
  lines: [{ sku: clock, name: offer.name, quantity, seen: offer.prices, offer: now }],
});

test('what is added is frozen at the price that the visitor saw', () => {
  expect(add(empty, clock, 2, offer)).toEqual(cartWith(2));
});

test('adding again adds up', () => {
  expect(add(cartWith(2), clock, 3, offer)).toEqual(cartWith(5));
});

test('what catalog does not offer cannot be added', () => {
  expect(add(empty, clock, 1, undefined)).toEqual({ refused: 'UNKNOWN_VARIANT', sku: clock });
});

test.each([0, -1, 100])('a quantity of %i is not allowed', (quantity) => {
  expect(add(empty, clock, quantity, offer)).toMatchObject({ refused: 'QUANTITY_NOT_ALLOWED', max: 99 });
});

test('a line holds 99 at most, however often it is added to', () => {
  expect(add(cartWith(98), clock, 2, offer)).toMatchObject({ refused: 'QUANTITY_NOT_ALLOWED' });
});

test('a cart holds 50 different things at most', () => {
  let cart = empty;
  for (let n = 0; n < 50; n++) cart = changed(add(cart, sku(`S-${n}`), 1, offer));
  expect(add(cart, clock, 1, offer)).toEqual({ refused: 'QUANTITY_NOT_ALLOWED', min: 0, max: 0 });
});

test('a cart whose sum could not be told any more takes no more', () => {
  const dear = { ...offer, prices: { KRW: 400_000_000, USD: 30_000_000 } };
  const cart = changed(add(empty, clock, 2, dear));
  expect(add(cart, clock, 1, dear)).toEqual({ refused: 'QUANTITY_NOT_ALLOWED', min: 0, max: 2 });
  expect(changed(setQuantity(cart, clock, 1, dear)).lines).toMatchObject([{ quantity: 1 }]);
});

test('a quantity of 0 removes the line, and a removed line can be set again', () => {
  const removed = changed(setQuantity(cartWith(2), clock, 0, offer));
  expect(removed.lines).toEqual([]);
  expect(setQuantity(removed, clock, 2, offer)).toEqual(cartWith(2));
});

test('what is no longer sold can still be removed', () => {
  expect(changed(setQuantity(cartWith(2, undefined), clock, 0, undefined)).lines).toEqual([]);
});

test('a changed price shows until it is accepted', () => {
  const cart = cartWith(2, dearer);
  expect(cart.lines.some(priceChanged)).toBe(true);
  expect(subtotal(cart, 'USD')).toBe(3_800);
  const accepted = acceptPrices(cart);
  expect(accepted.lines.some(priceChanged)).toBe(false);
  expect(subtotal(accepted, 'USD')).toBe(4_200);
});

test('lines go back into a cart that was filled again meanwhile, 99 of each at most', () => {
  const line = { sku: clock, name: offer.name, quantity: 60, prices: offer.prices };
  expect(putBack(cartWith(50), [line]).lines).toMatchObject([{ sku: clock, quantity: 99 }]);
  expect(putBack(empty, [line]).lines).toMatchObject([{ sku: clock, quantity: 60, seen: offer.prices }]);
});

test('a cart adds up pieces and grams', () => {
  expect([cartQuantity(cartWith(3)), cartWeight(cartWith(3))]).toEqual([3, 2_400]);
});

function changed(result: ReturnType<typeof add>): Cart {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}
