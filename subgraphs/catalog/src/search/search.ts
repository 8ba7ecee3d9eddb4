/** One pass over the found products: filters, counts every facet and keeps the first page. */
import { type PriceRange, priceBands } from '../domain/price-band.ts';
import type { Currency } from '../domain/product.ts';
import { correct, matchText, type TextMatch } from './match-text.ts';
import { Page, type SortKey } from './page.ts';
import type { SearchIndex } from './search-index.ts';

export type SearchSort = 'RELEVANCE' | 'POPULAR' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC';

export interface SearchFilter {
  category?: readonly string[];
  colour?: readonly string[];
  material?: readonly string[];
  price?: PriceRange;
  available?: boolean;
}

export interface SearchRequest {
  query?: string;
  filter: SearchFilter;
  sort: SearchSort;
  currency: Currency;
  first: number;
  after?: SortKey;
}

export interface SearchResult {
  /** The key of a hit is where the next page goes on. */
  hits: SortKey[];
  hasNextPage: boolean;
  totalCount: number;
  counts: FacetCounts;
  correctedQuery?: string;
}

/** By number of the value in the index's tables, or of the price band: how many products. */
export interface FacetCounts {
  category: number[];
  material: number[];
  colour: number[];
  price: number[];
  inStock: number;
}

/** A bit for each facet whose choice a row does not meet. */
const fails = { category: 1, material: 2, colour: 4, price: 8, available: 16 };

export function search(index: SearchIndex, request: SearchRequest): SearchResult {
  const asked = request.query ? matchText(index, request.query) : null;
  if (!request.query || !asked || asked.count > 0) return collect(index, request, asked);
  const correctedQuery = correct(index, request.query);
  if (correctedQuery === undefined) return collect(index, request, asked);
  return { ...collect(index, request, matchText(index, correctedQuery)), correctedQuery };
}

function collect(index: SearchIndex, request: SearchRequest, text: TextMatch | null): SearchResult {
  const { filter, currency } = request;
  const categories = index.categories.chosen(filter.category);
  const materials = index.materials.chosen(filter.material);
  const colours = index.colours.chosen(filter.colour);
  const { min = 0, max = Number.POSITIVE_INFINITY } = filter.price ?? {};
  const prices = index.price[currency];
  const bands = index.band[currency];

  const category = index.categories.terms.map(() => 0);
  const material = index.materials.terms.map(() => 0);
  const colour = new ProductCounter(index.colours.terms.length);
  const price = new ProductCounter(priceBands(currency).length);
  let inStock = 0;
  let totalCount = 0;
  const page = new Page(request.first, request.after);

  for (let row = 0; row < index.rows; row++) {
    const score = text ? (text.scores[row] ?? Number.NaN) : 0;
    if (Number.isNaN(score)) continue;
    const ofCategory = index.category[row] ?? 0;
    const ofMaterial = index.material[row] ?? 0;
    const productFails =
      (categories && !categories[ofCategory] ? fails.category : 0) |
      (materials && !materials[ofMaterial] ? fails.material : 0);

    // A choice is met by one variant that meets all of them: red and in stock is a red one in stock.
    let meetsAll = false;
    let meetsOthers = 0;
    let lowest = Number.POSITIVE_INFINITY;
    let highest = 0;
    const end = index.firstVariant[row + 1] ?? 0;
    for (let variant = index.firstVariant[row] ?? 0; variant < end; variant++) {
      const ofColour = index.colour[variant] ?? 0;
      const amount = prices[variant] ?? 0;
      const available = index.available[variant];
      const failed =
        productFails |
        (colours && !colours[ofColour] ? fails.colour : 0) |
        (amount < min || amount > max ? fails.price : 0) |
        (filter.available && !available ? fails.available : 0);
      if (failed === 0) {
        meetsAll = true;
        lowest = Math.min(lowest, amount);
        highest = Math.max(highest, amount);
      }
      if ((failed & ~fails.category) === 0) meetsOthers |= fails.category;
      if ((failed & ~fails.material) === 0) meetsOthers |= fails.material;
      if ((failed & ~fails.colour) === 0) colour.count(ofColour, row);
      if ((failed & ~fails.price) === 0) price.count(bands[variant] ?? 0, row);
      if (available && (failed & ~fails.available) === 0) meetsOthers |= fails.available;
    }
    if (meetsOthers & fails.category) category[ofCategory] = (category[ofCategory] ?? 0) + 1;
    if (meetsOthers & fails.material) material[ofMaterial] = (material[ofMaterial] ?? 0) + 1;
    if (meetsOthers & fails.available) inStock++;
    if (!meetsAll) continue;
    totalCount++;
    page.offer(
      rank(request.sort, { score, lowest, highest, createdAt: index.createdAt[row] ?? 0 }),
      index.popularity[row] ?? 0,
      index.ids[row] ?? '',
    );
  }
  return {
    ...page.result(),
    totalCount,
    counts: { category, material, colour: colour.counts, price: price.counts, inStock },
  };
}

/** Higher comes first; equals are in the order of demand. */
function rank(
  sort: SearchSort,
  by: { score: number; lowest: number; highest: number; createdAt: number },
): number {
  switch (sort) {
    case 'RELEVANCE':
      return by.score;
    case 'POPULAR':
      return 0;
    case 'NEWEST':
      return by.createdAt;
    case 'PRICE_ASC':
      return -by.lowest;
    case 'PRICE_DESC':
      return by.highest;
  }
}

/** Counts a product once for a value, however many of its variants have it. Rows come in ascending order. */
class ProductCounter {
  readonly counts: number[];
  readonly #lastRow: number[];

  constructor(values: number) {
    this.counts = new Array<number>(values).fill(0);
    this.#lastRow = new Array<number>(values).fill(-1);
  }

  count(value: number, row: number): void {
    if (this.#lastRow[value] === row) return;
    this.#lastRow[value] = row;
    this.counts[value] = (this.counts[value] ?? 0) + 1;
  }
}
