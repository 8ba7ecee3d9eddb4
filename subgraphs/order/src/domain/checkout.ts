/** From a cart to a placed order: what is asked of the input, and whether the visitor agreed to the price. */
import { type Cart, type CartLine, cartWeight, currentPrices, priceChanged, subtotal } from './cart.ts';
import type { Instant, OrderId } from './ids.ts';
import type { Currency, Money } from './money.ts';
import type { OrderEvent, ShortLine } from './order.ts';
import { type Address, type ShippingMethod, shippingPrice } from './shipping.ts';

export interface Checkout {
  idempotencyKey: string;
  email: string;
  currency: Currency;
  shipping: Address & { method: string };
  paymentToken: string;
  /** Minor units, shipping included. */
  expectedTotal: number;
}

export type InvalidFieldCode = 'REQUIRED' | 'TOO_LONG' | 'MALFORMED' | 'UNKNOWN';

/** `field` is the path in the input, such as shipping.postcode. */
export interface InvalidField {
  field: string;
  code: InvalidFieldCode;
}

export type PlaceRefusal =
  | { refused: 'INVALID_INPUT'; fields: InvalidField[] }
  | { refused: 'CART_EMPTY' }
  | { refused: 'PRICE_CHANGED'; cart: Cart; total: Money }
  | { refused: 'OUT_OF_STOCK'; cart: Cart; lines: ShortLine[] };

interface Rule {
  max: number;
  pattern?: RegExp;
  optional?: true;
}

const postcodes = { KR: /^\d{5}$/, US: /^\d{5}(-\d{4})?$/ };

const rules: Record<string, Rule> = {
  idempotencyKey: { max: 64, pattern: /^[A-Za-z0-9_-]{16,64}$/ },
  // Whether an address exists only a letter to it can tell; this catches slips.
  email: { max: 254, pattern: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/ },
  'shipping.recipient': { max: 100 },
  'shipping.phone': { max: 32, pattern: /^\+?[\d ()-]{5,}$/, optional: true },
  'shipping.region': { max: 100, optional: true },
  'shipping.city': { max: 100 },
  'shipping.line1': { max: 200 },
  'shipping.line2': { max: 200, optional: true },
  'payment.token': { max: 200 },
};

/** Expects texts trimmed. Empty: nothing is wrong. */
export function invalidFields(checkout: Checkout): InvalidField[] {
  const { shipping, idempotencyKey, email, paymentToken } = checkout;
  const values: Record<string, string | undefined> = { idempotencyKey, email, 'payment.token': paymentToken };
  for (const [name, value] of Object.entries(shipping)) values[`shipping.${name}`] = value;

  const postcode = { max: 10, pattern: postcodes[shipping.country] };
  const invalid: InvalidField[] = [];
  for (const [field, rule] of Object.entries({ ...rules, 'shipping.postcode': postcode })) {
    const code = brokenBy(rule, values[field]);
    if (code) invalid.push({ field, code });
  }
  return invalid;
}

function brokenBy(rule: Rule, value: string | undefined): InvalidFieldCode | undefined {
  if (value === undefined || value === '') return rule.optional ? undefined : 'REQUIRED';
  if (value.length > rule.max) return 'TOO_LONG';
  return rule.pattern && !rule.pattern.test(value) ? 'MALFORMED' : undefined;
}

/** Places an order for all that is in the cart, at the total that the visitor agreed to and no other. */
export function place(
  cart: Cart,
  checkout: Checkout,
  method: ShippingMethod | undefined,
  ids: { orderId: OrderId; number: string },
  at: Instant,
): [OrderEvent] | PlaceRefusal {
  const { currency, shipping } = checkout;
  const price = method && shippingPrice(method, shipping.country, currency, cartWeight(cart));
  const fields = invalidFields(checkout);
  if (price === undefined) fields.push({ field: 'shipping.method', code: 'UNKNOWN' });
  if (price === undefined || fields.length > 0) return { refused: 'INVALID_INPUT', fields };
  if (cart.lines.length === 0) return { refused: 'CART_EMPTY' };

  const withdrawn = cart.lines.filter((line) => !line.offer);
  if (withdrawn.length > 0) {
    return { refused: 'OUT_OF_STOCK', cart, lines: withdrawn.map((line) => shortOf(line)) };
  }

  const total = subtotal(cart, currency, currentPrices) + price;
  if (cart.lines.some(priceChanged) || total !== checkout.expectedTotal) {
    return { refused: 'PRICE_CHANGED', cart, total: { amount: total, currency } };
  }

  const lines = cart.lines.map(({ sku, name, quantity, seen, offer }) => {
    return { sku, name, quantity, prices: seen, weight: offer?.weight ?? 0 };
  });
  const { idempotencyKey, email, paymentToken } = checkout;
  const placement = {
    idempotencyKey,
    email,
    currency,
    lines,
    shipping: { ...shipping, price },
    paymentToken,
  };
  return [{ type: 'OrderPlaced', ...ids, customerId: cart.visitor, ...placement, at }];
}

const shortOf = ({ sku, quantity }: CartLine): ShortLine => ({ sku, requested: quantity, available: 0 });
