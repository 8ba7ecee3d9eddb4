/** Sizes, prices and weights: how a design grows, and what it then costs. */
import type { Scale } from '../art/picture.ts';
import type { Prices, Term } from '../domain/product.ts';
import type { Random } from './random.ts';
import type { SizeRun } from './range.ts';

export interface Size extends Term {
  readonly scale: Scale;
  /** Of a middling one's length, price and weight. */
  readonly length: number;
  readonly price: number;
  readonly weight: number;
}

const size = (
  code: string,
  en: string,
  ko: string,
  scale: Scale,
  factors: [number, number, number],
): Size => ({
  code,
  name: { en, ko },
  scale,
  length: factors[0],
  price: factors[1],
  weight: factors[2],
});

/** From small to large. */
export const sizeRuns: Record<SizeRun, readonly Size[]> = {
  sheets: [
    size('a6', 'A6', 'A6', 's', [0.71, 0.72, 0.55]),
    size('a5', 'A5', 'A5', 'm', [1, 1, 1]),
    size('a4', 'A4', 'A4', 'l', [1.41, 1.45, 1.9]),
  ],
  threefold: [
    size('small', 'Small', '소형', 's', [0.82, 0.8, 0.66]),
    size('medium', 'Medium', '중형', 'm', [1, 1, 1]),
    size('large', 'Large', '대형', 'l', [1.2, 1.28, 1.46]),
  ],
  beds: [
    size('single', 'Single', '싱글', 's', [0.73, 0.82, 0.8]),
    size('queen', 'Queen', '퀸', 'm', [1.05, 1, 1]),
    size('king', 'King', '킹', 'l', [1.18, 1.14, 1.12]),
  ],
};

export const sizes: readonly Size[] = Object.values(sizeRuns).flat();

/** Beds grow in width only; the rest in all directions. */
export const grown = (dimensions: readonly number[], run: SizeRun | undefined, length: number): number[] =>
  dimensions.map((centimetres, at) =>
    Math.max(1, Math.round(run === 'beds' && at > 0 ? centimetres : centimetres * length)),
  );

const toStep = (amount: number, step: number) => Math.max(step, Math.round(amount / step) * step);

/** Priced for each country as a shop would, not by the day's rate. */
export function pricesFor(won: number, random: Random): Prices {
  const KRW = toStep(won, won < 30_000 ? 500 : won < 300_000 ? 1_000 : 10_000);
  const dollars = (KRW / 1290) * (0.94 + random.next() * 0.14);
  if (dollars >= 400) return { KRW, USD: toStep(dollars, 5) * 100 };
  if (dollars >= 80) return { KRW, USD: Math.round(dollars) * 100 };
  const endings = [0, 50, 90];
  return { KRW, USD: Math.max(3, Math.floor(dollars)) * 100 + (endings[random.between(0, 2)] ?? 0) };
}

export const packedWeight = (grams: number): number =>
  toStep(grams, grams < 1_000 ? 10 : grams < 10_000 ? 50 : 500);

export const weightText = (grams: number): string =>
  grams < 1_000
    ? `${grams} g`
    : `${(grams / 1_000).toFixed(grams < 10_000 && grams % 1_000 ? 2 : 1).replace(/\.?0+$/, '')} kg`;
