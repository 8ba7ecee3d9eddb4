/**
 * A visitor's cart. A line freezes the prices that the visitor saw; beside them stands the offer as catalog
 * tells it now, so that a difference is shown before it is paid.
 */
import type { CustomerId, Sku } from './ids.ts';
import { type Currency, type Prices, samePrices } from './money.ts';
import type { OrderLine } from './order.ts';
import type { Text } from './text.ts';

export const maxQuantity = 99;
export const maxLines = 50;
/** Minor units. GraphQL's Int ends at 2,147,483,647: leaves room for shipping, and for lines of a rejected order that come back. */
export const maxSubtotal = 1_000_000_000;

/** What catalog offers under a SKU now. Weight in grams, packed. */
export interface Offer {
  name: Text;
  prices: Prices;
  weight: number;
}

/** A product's offers as catalog tells them, all at once. */
export interface OfferedProduct {
  productId: string;
  variants: ({ sku: string } & Offer)[];
}

export interface CartLine {
  sku: Sku;
  name: Text;
  quantity: number;
  seen: Prices;
  /** Undefined when it is no longer sold. */
  offer: Offer | undefined;
}

export interface Cart {
  visitor: CustomerId;
  /** Counts changes; two writers cannot both save from the same one. 0: never saved. */
  version: number;
  lines: readonly CartLine[];
}

export type CartRefusal =
  | { refused: 'UNKNOWN_VARIANT'; sku: Sku }
  | { refused: 'QUANTITY_NOT_ALLOWED'; min: number; max: number };

/** Adds to what is there already. */
export function add(cart: Cart, sku: Sku, quantity: number, offer: Offer | undefined): Cart | CartRefusal {
  if (!offer) return { refused: 'UNKNOWN_VARIANT', sku };
  if (quantity < 1) return { refused: 'QUANTITY_NOT_ALLOWED', min: 1, max: maxQuantity };
  const line = cart.lines.find((line) => line.sku === sku);
  return setQuantity(cart, sku, (line?.quantity ?? 0) + quantity, offer);
}

/** Sets a line's quantity; 0 removes it, and a line that was removed can be set again. */
export function setQuantity(
  cart: Cart,
  sku: Sku,
  quantity: number,
  offer: Offer | undefined,
): Cart | CartRefusal {
  const line = cart.lines.find((line) => line.sku === sku);
  if (!line && !offer) return { refused: 'UNKNOWN_VARIANT', sku };
  if (!line && quantity > 0 && cart.lines.length >= maxLines) return notAllowed(0);
  if (quantity < 0 || quantity > maxQuantity) return notAllowed(maxQuantity);

  const others = cart.lines.filter((each) => each !== line);
  if (quantity === 0) return line ? { ...cart, lines: others } : cart;
  const set = line
    ? { ...line, quantity }
    : offer && { sku, name: offer.name, quantity, seen: offer.prices, offer };
  if (!set) return { refused: 'UNKNOWN_VARIANT', sku };
  const lines = line ? cart.lines.map((each) => (each === line ? set : each)) : [...cart.lines, set];
  const changed = { ...cart, lines };
  const grown = quantity > (line?.quantity ?? 0);
  return grown && isTooDear(changed) ? notAllowed(line?.quantity ?? 0) : changed;
}

const notAllowed = (max: number): CartRefusal => ({ refused: 'QUANTITY_NOT_ALLOWED', min: 0, max });

const isTooDear = (cart: Cart) => subtotal(cart, 'KRW') > maxSubtotal || subtotal(cart, 'USD') > maxSubtotal;

/** The visitor has seen the prices of today and goes on with them. */
export function acceptPrices(cart: Cart): Cart {
  return { ...cart, lines: cart.lines.map((line) => ({ ...line, seen: line.offer?.prices ?? line.seen })) };
}

/** Puts back what a rejected order had taken. Beyond the limits of a cart it is dropped: better a full cart than none. */
export function putBack(cart: Cart, lines: readonly Omit<OrderLine, 'weight'>[]): Cart {
  const merged = new Map(cart.lines.map((line) => [line.sku, line]));
  for (const { sku, name, quantity, prices } of lines) {
    const line = merged.get(sku) ?? { sku, name, quantity: 0, seen: prices, offer: undefined };
    if (!merged.has(sku) && merged.size >= maxLines) continue;
    merged.set(sku, { ...line, quantity: Math.min(line.quantity + quantity, maxQuantity) });
  }
  return { ...cart, lines: [...merged.values()] };
}

export const priceChanged = (line: CartLine) =>
  line.offer !== undefined && !samePrices(line.seen, line.offer.prices);

export const currentPrices = (line: CartLine) => line.offer?.prices ?? line.seen;

export const cartQuantity = (cart: Cart) => cart.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Grams; what is no longer sold weighs nothing. */
export const cartWeight = (cart: Cart) =>
  cart.lines.reduce((sum, line) => sum + line.quantity * (line.offer?.weight ?? 0), 0);

/** Minor units, at the prices that the visitor saw or, with `currentPrices`, at today's. */
export const subtotal = (cart: Cart, currency: Currency, pricesOf = (line: CartLine) => line.seen) =>
  cart.lines.reduce((sum, line) => sum + line.quantity * pricesOf(line)[currency], 0);
