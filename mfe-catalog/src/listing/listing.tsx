import { Link, useLocation } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { buttonClass } from '@arcade/ui/button';
import { EmptyState } from '@arcade/ui/empty-state';
import { Notice } from '@arcade/ui/notice';
import type { FacetKind } from '../generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { Filters } from './filters.tsx';
import { ListJsonLd } from './list-json-ld.tsx';
import css from './listing.module.css';
import { pathOf, queryOf } from './listing-address.ts';
import { listingVariables } from './listing-variables.ts';
import { ProductList } from './product-list.tsx';

const Listing_search = graphql(`
  fragment Listing_search on Query {
    search(
      query: $query
      filter: $filter
      sort: $sort
      locale: $locale
      currency: $currency
      first: $first
      after: $after
    ) {
      totalCount
      correctedQuery
      facets {
        kind
        ...Filters_facet
      }
      ...ProductList_page
      ...ListJsonLd_page
    }
  }
`);

interface ListingProps {
  readonly data: FragmentType<typeof Listing_search>;
  /** The category's handle, where the page is one's. */
  readonly category?: string;
}

/** Filters, count and products of whatever the address asks for. */
export function Listing({ data, category }: ListingProps) {
  const { search: results } = readFragment(Listing_search, data);
  const session = useSession();
  const { path, search } = useLocation();
  const t = useCatalogMessages();
  const query = queryOf(search);
  const variables = listingVariables({ ...session, search }, category);
  const filtered = Object.entries(variables.filter).some(
    ([name, value]) => value && !(category && name === 'category'),
  );
  const ofItsCategory: { without?: FacetKind } = category ? { without: 'CATEGORY' } : {};
  return (
    <>
      <ListJsonLd page={results} />
      {query && results.correctedQuery && <Notice>{t.corrected(query, results.correctedQuery)}</Notice>}
      {(results.totalCount > 0 || filtered) && (
        <Filters facets={results.facets} sort={variables.sort} {...ofItsCategory} />
      )}
      <p className={css.count} role="status">
        {t.products(results.totalCount)}
      </p>
      {results.totalCount > 0 ? (
        <ProductList page={results} variables={variables} />
      ) : (
        <EmptyState
          title={filtered ? t.nothingInFilter : t.nothingFound}
          text={t.nothingFoundText}
          action={
            <Link
              to={filtered ? pathOf(path, new URLSearchParams(query ? { q: query } : {})) : '/search'}
              className={buttonClass()}
            >
              {filtered ? t.clear : t.lookAround}
            </Link>
          }
        />
      )}
    </>
  );
}
