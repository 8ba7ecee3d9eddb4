// A list of products is told by its address alone: query, filters, sorting and place. Facets are repeated parameters, as a plain
// form sends them: ?q=lamp&colour=red&colour=black&price=0-5000&availability=in-stock&sort=PRICE_ASC&after=…&from=24
import type { FacetKind, SearchFilter, SearchSort } from '../generated/graphql.ts';

export const pageSize = 24;

/** What a form sends for each facet; a category page leaves out its own. */
export const facetParams = {
  CATEGORY: 'category',
  PRICE: 'price',
  COLOUR: 'colour',
  MATERIAL: 'material',
  AVAILABILITY: 'availability',
} as const satisfies Record<FacetKind, string>;

export const sorts = ['RELEVANCE', 'POPULAR', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC'] as const;

const isSort = (value: string | null): value is SearchSort => sorts.some((sort) => sort === value);

/** Without words to match, "best match" means nothing: what is loved comes first. */
export function sortOf(search: URLSearchParams): SearchSort {
  const asked = search.get('sort');
  if (isSort(asked)) return asked;
  return queryOf(search) ? 'RELEVANCE' : 'POPULAR';
}

export function queryOf(search: URLSearchParams): string | null {
  return search.get('q')?.trim() || null;
}

export function filterOf(search: URLSearchParams, category?: string): SearchFilter {
  const many = (name: string) => {
    const values = search.getAll(name).filter(Boolean);
    return values.length > 0 ? values : null;
  };
  return {
    category: category ? [category] : many(facetParams.CATEGORY),
    colour: many(facetParams.COLOUR),
    material: many(facetParams.MATERIAL),
    price: priceOf(search.get(facetParams.PRICE)),
    available: search.get(facetParams.AVAILABILITY) === 'in-stock' ? true : null,
  };
}

/** "min-max" in minor units, either end may be missing. */
function priceOf(band: string | null): SearchFilter['price'] {
  const [, min, max] = /^(\d{0,9})-(\d{0,9})$/.exec(band ?? '') ?? [];
  if (!min && !max) return null;
  return { min: min ? Number(min) : null, max: max ? Number(max) : null };
}

/** How many products come before the first one shown. */
export function placeOf(search: URLSearchParams): { readonly after: string | null; readonly from: number } {
  const after = search.get('after');
  const from = Number(search.get('from'));
  return { after, from: after && Number.isInteger(from) && from > 0 ? from : 0 };
}

/** The same list from its start: what identifies it, whatever page of it is open. */
export function listOf(search: URLSearchParams): URLSearchParams {
  const list = new URLSearchParams(search);
  list.delete('after');
  list.delete('from');
  return list;
}

/** What a filter form holds, without what it left empty or as it is anyway: one list, one address. */
export function addressOf(form: FormData): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string' && value) search.append(name, value);
  const sort = search.get('sort');
  search.delete('sort');
  if (sort && sort !== sortOf(search)) search.append('sort', sort);
  return search;
}

export function without(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const list = listOf(search);
  list.delete(name, value);
  return list;
}

export function pathOf(path: string, search: URLSearchParams): string {
  return search.size > 0 ? `${path}?${search}` : path;
}
