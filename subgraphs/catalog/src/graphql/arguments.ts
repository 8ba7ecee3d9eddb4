import { GraphQLError } from 'graphql';
import type { Currency, Language, Text } from '../domain/product.ts';

export type Locale = 'EN' | 'KO';

export const languageOf = (locale: Locale): Language => (locale === 'KO' ? 'ko' : 'en');
export const inLocale = (text: Text, locale: Locale): string => text[languageOf(locale)];
export const money = (amount: number, currency: Currency) => ({ amount, currency });

/** Refuses a page size out of range rather than cutting it: a silent cut looks like the end of a list. */
export function pageSize(first: number, most: number): number {
  if (first >= 1 && first <= most) return first;
  throw badInput(`first is ${first}: expected 1 to ${most}.`, 'first');
}

/** Cursors are opaque to clients; what is in them is checked when they come back. */
export const encodeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

export function decodeCursor<Value>(cursor: string, isValue: (value: unknown) => value is Value): Value {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    value = undefined;
  }
  if (isValue(value)) return value;
  throw badInput('after is not a cursor of this list.', 'after');
}

const badInput = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
