import { type Currency, currencies, type Prices } from './product.ts';
import type { InvalidPrice } from './refusal.ts';

/** Integers of PostgreSQL and of GraphQL end here; no product of this shop costs as much. */
const highest = 2_000_000_000;

/** A price is a positive whole number of minor units in each currency. */
export function checkPrices(prices: Prices): Prices | InvalidPrice {
  const wrong = currencies.find((currency) => !isPrice(prices[currency]));
  if (!wrong) return prices;
  return { refused: 'INVALID_PRICE', reason: `${wrong} must be 1 to ${highest} minor units.` };
}

const isPrice = (amount: number) => Number.isInteger(amount) && amount >= 1 && amount <= highest;

export const lowestPrice = (variants: { prices: Prices }[], currency: Currency): number =>
  Math.min(...variants.map(({ prices }) => prices[currency]));

export const highestPrice = (variants: { prices: Prices }[], currency: Currency): number =>
  Math.max(...variants.map(({ prices }) => prices[currency]));
