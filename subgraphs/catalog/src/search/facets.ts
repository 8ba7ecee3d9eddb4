import { bandValue, type PriceRange, priceBands } from '../domain/price-band.ts';
import type { Currency, Language, Term } from '../domain/product.ts';
import type { FacetCounts } from './search.ts';
import type { SearchIndex } from './search-index.ts';

export interface Facet {
  kind: 'CATEGORY' | 'PRICE' | 'COLOUR' | 'MATERIAL' | 'AVAILABILITY';
  values: { value: string; label: string; count: number; swatch?: string }[];
}

/** The counts in words. Values without a product are left out; prices go from cheap to dear, the rest by how many there are. */
export function facetsOf(
  index: SearchIndex,
  counts: FacetCounts,
  currency: Currency,
  language: Language,
): Facet[] {
  const ofTerms = <T extends Term>(terms: T[], numbers: number[]) =>
    terms
      .map((term, number) => ({ term, count: numbers[number] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.term.code < b.term.code ? -1 : 1))
      .map(({ term, count }) => ({ value: term.code, label: term.name[language], count, term }));
  const plain = (term: Term[], numbers: number[]) =>
    ofTerms(term, numbers).map(({ term: _, ...value }) => value);
  return [
    { kind: 'CATEGORY', values: plain(index.categories.terms, counts.category) },
    {
      kind: 'PRICE',
      values: priceBands(currency)
        .map((band, number) => ({
          value: bandValue(band),
          label: bandLabel(band, currency, language),
          count: counts.price[number] ?? 0,
        }))
        .filter(({ count }) => count > 0),
    },
    {
      kind: 'COLOUR',
      values: ofTerms(index.colours.terms, counts.colour).map(({ term: { swatch }, ...value }) => ({
        ...value,
        swatch,
      })),
    },
    { kind: 'MATERIAL', values: plain(index.materials.terms, counts.material) },
    {
      kind: 'AVAILABILITY',
      values: [{ value: 'in-stock', label: inStock[language], count: counts.inStock }].filter(
        ({ count }) => count > 0,
      ),
    },
  ];
}

const inStock = { en: 'In stock', ko: '재고 있음' };

function bandLabel({ min, max }: PriceRange, currency: Currency, language: Language): string {
  const format = new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const { maximumFractionDigits: decimals = 0 } = format.resolvedOptions();
  // A band ends one minor unit before the next begins; people read round figures.
  const from = min === undefined ? undefined : format.format(min / 10 ** decimals);
  const below = max === undefined ? undefined : format.format((max + 1) / 10 ** decimals);
  if (from === undefined) return language === 'ko' ? `${below} 미만` : `Under ${below}`;
  if (below === undefined) return language === 'ko' ? `${from} 이상` : `${from} and over`;
  return `${from} – ${below}`;
}
