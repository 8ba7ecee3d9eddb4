import type { Category } from '../domain/product.ts';
import type {
  QuerySearchArgs,
  QuerySuggestionsArgs,
  RequireFields,
  ResolversTypes,
} from '../generated/graphql.ts';
import { facetsOf } from '../search/facets.ts';
import type { SortKey } from '../search/page.ts';
import { type SearchFilter, search } from '../search/search.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { type Suggested, suggest } from '../search/suggest.ts';
import { decodeCursor, encodeCursor, languageOf, pageSize } from './arguments.ts';
import type { Context } from './context.ts';

export type SuggestedTerm = { term: string };

const largestPage = 60;
/** Longer than anything that a visitor types. */
const longestQuery = 200;

export async function searchProducts(
  index: SearchIndex,
  args: RequireFields<QuerySearchArgs, 'first' | 'sort'>,
  context: Context,
): Promise<ResolversTypes['SearchConnection']> {
  const { currency, sort } = args;
  const found = search(index, {
    query: args.query?.slice(0, longestQuery) ?? '',
    filter: filterOf(args.filter),
    sort,
    currency,
    first: pageSize(args.first, largestPage),
    ...(args.after && { after: decodeCursor(args.after, isSortKey) }),
  });
  const products = await context.productById.loadMany(found.hits.map(([, , id]) => id));
  const edges = found.hits.flatMap((hit, at) => {
    const node = products[at];
    if (node instanceof Error) throw node;
    return node ? [{ cursor: encodeCursor(hit), node }] : [];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: found.hasNextPage,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: found.totalCount,
    facets: facetsOf(index, found.counts, currency, languageOf(args.locale)),
    correctedQuery: found.correctedQuery ?? null,
  };
}

export async function suggestions(
  index: SearchIndex,
  { query, locale, first }: RequireFields<QuerySuggestionsArgs, 'first'>,
  categories: () => Promise<Category[]>,
  context: Context,
): Promise<ResolversTypes['Suggestion'][]> {
  const found = suggest(index, query.slice(0, longestQuery), languageOf(locale), pageSize(first, 10));
  const shown = await Promise.all(
    found.map(async (suggested: Suggested) => {
      if ('term' in suggested) return suggested;
      if ('product' in suggested) return context.productById.load(suggested.product);
      return (await categories()).find(({ handle }) => handle === suggested.category) ?? null;
    }),
  );
  return shown.filter((suggestion) => suggestion !== null);
}

function filterOf(filter: QuerySearchArgs['filter']): SearchFilter {
  const { category, colour, material, price, available } = filter ?? {};
  return {
    ...(category && { category }),
    ...(colour && { colour }),
    ...(material && { material }),
    ...(price && {
      price: { ...(price.min != null && { min: price.min }), ...(price.max != null && { max: price.max }) },
    }),
    ...(available && { available }),
  };
}

const isSortKey = (value: unknown): value is SortKey =>
  Array.isArray(value) &&
  value.length === 3 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  typeof value[2] === 'string';
