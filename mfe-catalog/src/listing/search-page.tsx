import type { PageContext } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { useLocation } from '@arcade/mfe-kit/navigation';
import { Page } from '@arcade/ui/page';
import type { SearchPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './listing.module.css';
import { Listing } from './listing.tsx';
import { queryOf } from './listing-address.ts';
import { listingVariables } from './listing-variables.ts';

export const SearchPage_Query = graphql(`
  query SearchPage_Query(
    $query: String
    $filter: SearchFilter!
    $sort: SearchSort!
    $locale: Locale!
    $currency: Currency!
    $first: Int!
    $after: String
  ) {
    ...Listing_search
  }
`);

export const searchVariables = (context: PageContext) => listingVariables(context);

export function SearchPage({ data }: { readonly data: SearchPage_QueryQuery }) {
  const t = useCatalogMessages();
  const query = queryOf(useLocation().search);
  const title = query ? t.searchTitle(query) : t.allProducts;
  return (
    <Page className={css.page}>
      <PageHead
        title={title}
        description={query ? t.searchDescription(query) : t.allDescription}
        canonical={query ? `/search?q=${encodeURIComponent(query)}` : '/search'}
      />
      <header className={css.head}>
        <h1>{title}</h1>
      </header>
      <Listing data={data} />
    </Page>
  );
}
