declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type OrderId = Branded<string, 'OrderId'>;
/** The visitor's name from the signed cookie; becomes the customer of an order. */
export type CustomerId = Branded<string, 'CustomerId'>;
export type Sku = Branded<string, 'Sku'>;
/** RFC 3339 in UTC, as `Date.prototype.toISOString` writes it; compares as text. */
export type Instant = Branded<string, 'Instant'>;

export const orderId = (value: string) => value as OrderId;
export const customerId = (value: string) => value as CustomerId;
export const sku = (value: string) => value as Sku;
export const instant = (value: Date) => value.toISOString() as Instant;

/** Crockford's base 32: no I, L, O or U, so that a number survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The order's number for people, such as A-2026-7KQ4MX, from six random bytes. */
export function orderNumber(random: Uint8Array, at: Instant): string {
  const suffix = Array.from(random.subarray(0, 6), (byte) => alphabet.charAt(byte % 32)).join('');
  return `A-${at.slice(0, 4)}-${suffix}`;
}
