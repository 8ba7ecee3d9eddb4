import type { PageContext } from '@arcade/mfe-kit/contract';
import type { Currency, Locale, SearchFilter, SearchSort } from '../generated/graphql.ts';
import { filterOf, pageSize, placeOf, queryOf, sortOf } from './listing-address.ts';

export interface ListingVariables {
  readonly query: string | null;
  readonly filter: SearchFilter;
  readonly sort: SearchSort;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly first: number;
  readonly after: string | null;
}

type ListingContext = Pick<PageContext, 'search' | 'graphLocale' | 'currency'>;

export function listingVariables(
  { search, graphLocale, currency }: ListingContext,
  category?: string,
): ListingVariables {
  return {
    query: queryOf(search),
    filter: filterOf(search, category),
    sort: sortOf(search),
    locale: graphLocale,
    currency,
    first: pageSize,
    after: placeOf(search).after,
  };
}
