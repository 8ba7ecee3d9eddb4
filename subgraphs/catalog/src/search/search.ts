/** One pass over the found products: filters, counts every facet and keeps the first page. */
import { type PriceRange, priceBands } from '../domain/price-band.ts';
import type { Currency } from '../domain/product.ts';
import { correct, matchText, type TextMatch } from './match-text.ts';
import { Page, type SortKey } from './page.ts';
import type { SearchIndex } from './search-index.ts';
import { facet, type Standing } from './standing.ts';
import { variantChoice } from './variant-choice.ts';

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

export function search(index: SearchIndex, request: SearchRequest): SearchResult {
  const asked = request.query ? matchText(index, request.query) : null;
  if (!request.query || !asked || asked.count > 0) return collect(index, request, asked);
  const correctedQuery = correct(index, request.query);
  if (correctedQuery === undefined) return collect(index, request, asked);
  return { ...collect(index, request, matchText(index, correctedQuery)), correctedQuery };
}

function collect(index: SearchIndex, request: SearchRequest, text: TextMatch | null): SearchResult {
  const { filter, currency } = request;
  const choice = {
    categories: index.categories.chosen(filter.category),
    materials: index.materials.chosen(filter.material),
  };
  const variants = variantChoice(index, filter, currency);
  const { category, material, facts, ids, popularity, createdAt } = index;
  const counts: FacetCounts = {
    category: index.categories.terms.map(() => 0),
    material: index.materials.terms.map(() => 0),
    colour: index.colours.terms.map(() => 0),
    price: priceBands(currency).map(() => 0),
    inStock: 0,
  };
  let totalCount = 0;
  const page = new Page(request.first, request.after);
  const standing: Standing = { colours: 0, bands: 0, met: 0, lowest: 0, highest: 0 };

  for (let row = 0; row < index.rows; row++) {
    const score = text ? (text.scores[row] ?? Number.NaN) : 0;
    if (Number.isNaN(score)) continue;
    const ofCategory = category[row] ?? 0;
    const ofMaterial = material[row] ?? 0;
    const failed =
      (choice.categories && !choice.categories[ofCategory] ? facet.category : 0) |
      (choice.materials && !choice.materials[ofMaterial] ? facet.material : 0);
    // Two choices unmet: no facet counts it.
    if (failed === (facet.category | facet.material)) continue;
    if (variants) variants(row, failed, standing);
    else facts[currency].standing(row, failed, standing);

    const { met } = standing;
    if (met & facet.category) count(counts.category, ofCategory);
    if (met & facet.material) count(counts.material, ofMaterial);
    if (met & facet.available) counts.inStock++;
    countAll(counts.colour, standing.colours);
    countAll(counts.price, standing.bands);
    if (!(met & facet.all)) continue;
    totalCount++;
    const rank = rankOf(request.sort, score, standing, createdAt[row] ?? 0);
    page.offer(rank, popularity[row] ?? 0, ids[row] ?? '');
  }
  return { ...page.result(), totalCount, counts };
}

function count(counts: number[], value: number): void {
  counts[value] = (counts[value] ?? 0) + 1;
}

/** One for each member of a set of bits. */
function countAll(counts: number[], set: number): void {
  for (let rest = set; rest !== 0; rest &= rest - 1) count(counts, 31 - Math.clz32(rest & -rest));
}

/** Higher comes first; equals are in the order of demand. */
function rankOf(sort: SearchSort, score: number, { lowest, highest }: Standing, createdAt: number): number {
  switch (sort) {
    case 'RELEVANCE':
      return score;
    case 'POPULAR':
      return 0;
    case 'NEWEST':
      return createdAt;
    case 'PRICE_ASC':
      return -lowest;
    case 'PRICE_DESC':
      return highest;
  }
}
