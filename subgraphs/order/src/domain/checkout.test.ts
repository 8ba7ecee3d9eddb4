import { expect, test } from 'vitest';
import type { Cart } from './cart.ts';
import { type Checkout, place } from './checkout.ts';
import { orderId, orderNumber, sku } from './ids.ts';
import type { ShippingMethod } from './shipping.ts';
import { customer, noon } from './testing.ts';

const prices = { KRW: 26_000, USD: 1_900 };
const name = { en: 'Clock', ko: '시계' };
const line = { sku: sku('CLOCK-OAK'), name, quantity: 2, seen: prices, offer: { name, prices, weight: 800 } };
const cart: Cart = { visitor: customer, version: 3, lines: [line] };
const method: ShippingMethod = {
  code: 'standard',
  prices: { KR: { KRW: 3_000, USD: 250 } },
  grams: { min: 0, max: 30_000 },
  surcharge: { aboveGrams: 1_500, prices: { KR: { KRW: 1_000, USD: 100 } } },
};
const shipping = {
  method: 'standard',
  recipient: 'Mina Park',
  country: 'KR' as const,
  postcode: '04524',
  city: 'Seoul',
  line1: '110 Sejong-daero',
};
const checkout: Checkout = {
  idempotencyKey: 'key-0000000000000001',
  email: 'mina@example.com',
  currency: 'KRW',
  shipping,
  paymentToken: 'tok_visa_success',
  expectedTotal: 52_000 + 3_000 + 1_000,
};
const ids = { orderId: orderId('order-1'), number: 'A-2026-7KQ4MX' };

const placing = (changes: Partial<Checkout>, from: Cart = cart) =>
  place(from, { ...checkout, ...changes }, method, ids, noon);

test('a cart becomes an order at the prices that were seen, with shipping by weight', () => {
  expect(placing({})).toMatchObject([
    { type: 'OrderPlaced', lines: [{ quantity: 2, prices, weight: 800 }], shipping: { price: 4_000 } },
  ]);
});

test('another total than the expected one is told, not charged', () => {
  expect(placing({ expectedTotal: 55_000 })).toMatchObject({
    refused: 'PRICE_CHANGED',
    total: { amount: 56_000, currency: 'KRW' },
  });
});

test('a changed price must be seen first, even when the expected total happens to fit', () => {
  const dearer = { ...line, offer: { ...line.offer, prices: { KRW: 27_000, USD: 1_900 } } };
  expect(placing({ expectedTotal: 58_000 }, { ...cart, lines: [dearer] })).toMatchObject({
    refused: 'PRICE_CHANGED',
    total: { amount: 58_000 },
  });
});

test('what is no longer sold is out of stock', () => {
  expect(placing({}, { ...cart, lines: [{ ...line, offer: undefined }] })).toMatchObject({
    refused: 'OUT_OF_STOCK',
    lines: [{ sku: 'CLOCK-OAK', requested: 2, available: 0 }],
  });
});

test('an empty cart places nothing', () => {
  expect(placing({}, { ...cart, lines: [] })).toEqual({ refused: 'CART_EMPTY' });
});

const us = { ...shipping, country: 'US' as const, postcode: '94103' };

test.each([
  ['email', 'MALFORMED', { email: 'mina@' }],
  ['email', 'REQUIRED', { email: '' }],
  ['email', 'TOO_LONG', { email: `${'m'.repeat(250)}@example.com` }],
  ['idempotencyKey', 'MALFORMED', { idempotencyKey: 'short' }],
  ['shipping.postcode', 'MALFORMED', { shipping: { ...shipping, postcode: '4524' } }],
  ['shipping.postcode', 'MALFORMED', { shipping: { ...us, postcode: '9410' } }],
  ['shipping.recipient', 'REQUIRED', { shipping: { ...shipping, recipient: '' } }],
  ['shipping.line1', 'TOO_LONG', { shipping: { ...shipping, line1: 'x'.repeat(201) } }],
  ['shipping.phone', 'MALFORMED', { shipping: { ...shipping, phone: 'call me' } }],
  ['shipping.method', 'UNKNOWN', { shipping: us }],
  ['payment.token', 'REQUIRED', { paymentToken: '' }],
])('%s is %s', (field, code, changes) => {
  const refused = placing(changes);
  expect(refused).toMatchObject({
    refused: 'INVALID_INPUT',
    fields: expect.arrayContaining([{ field, code }]),
  });
});

test('a method that does not take the weight is unknown', () => {
  const heavy = { ...line, quantity: 99 };
  expect(placing({}, { ...cart, lines: [heavy] })).toMatchObject({
    refused: 'INVALID_INPUT',
    fields: [{ field: 'shipping.method', code: 'UNKNOWN' }],
  });
});

test('an order’s number carries its year and no letter that is misread', () => {
  expect(orderNumber(new Uint8Array([0, 31, 18, 20, 255, 7]), noon)).toBe('A-2026-0ZJM' + 'Z7');
});
