import type { Currency } from './product.ts';

/** Both ends included, in minor units; an absent end is open. */
export interface PriceRange {
  min?: number;
  max?: number;
}

const steps: Record<Currency, number[]> = {
  KRW: [20_000, 50_000, 100_000, 200_000, 500_000],
  USD: [20_00, 50_00, 100_00, 200_00, 500_00],
};

/** The bands that prices are counted in, from cheap to dear; each price is in exactly one. */
export const priceBands = (currency: Currency): PriceRange[] =>
  [undefined, ...steps[currency]].map((min, index) => {
    const next = steps[currency][index];
    return { ...(min !== undefined && { min }), ...(next !== undefined && { max: next - 1 }) };
  });

export const bandOf = (amount: number, currency: Currency): number => {
  const band = steps[currency].findIndex((step) => amount < step);
  return band === -1 ? steps[currency].length : band;
};

/** '2000-4999', '-1999', '50000-': what a filter is made of. */
export const bandValue = ({ min, max }: PriceRange): string => `${min ?? ''}-${max ?? ''}`;
