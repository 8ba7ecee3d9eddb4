import { Link, useLocation } from '@arcade/mfe-kit/navigation';
import { buttonClass } from '@arcade/ui/button';
import { ShowMore } from '@arcade/ui/show-more';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { ProductCard } from '../product-card/product-card.tsx';
import { Shelf } from '../product-card/shelf.tsx';
import { listOf, pageSize, pathOf, placeOf } from './listing-address.ts';
import type { ListingVariables } from './listing-variables.ts';
import { openedPages, openNext } from './opened-pages.ts';

const ProductList_page = graphql(`
  fragment ProductList_page on SearchConnection {
    totalCount
    edges {
      node {
        id
        ...ProductCard_product
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const ProductListPage_Query = graphql(`
  query ProductListPage_Query(
    $query: String
    $filter: SearchFilter!
    $sort: SearchSort!
    $locale: Locale!
    $currency: Currency!
    $first: Int!
    $after: String
  ) {
    search(
      query: $query
      filter: $filter
      sort: $sort
      locale: $locale
      currency: $currency
      first: $first
      after: $after
    ) {
      ...ProductList_page
    }
  }
`);

type ListPage = FragmentType<typeof ProductList_page>;

interface ProductListProps {
  /** The page that the address names. */
  readonly page: ListPage;
  readonly variables: ListingVariables;
}

export function ProductList({ page: masked, variables }: ProductListProps) {
  const { totalCount, edges, pageInfo } = readFragment(ProductList_page, masked);
  const { path, search, pending } = useLocation();
  const t = useCatalogMessages();
  const list = listOf(search);
  const key = pathOf(path, list);
  const { after, from } = placeOf(search);
  const pages = openedPages(key, after);
  const fromTheStart = pages[0] === null;
  const shown = Math.min(from + edges.length, totalCount);

  const next = new URLSearchParams(list);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  next.set('from', String(from + pageSize));
  const remember = () => {
    if (pageInfo.endCursor) openNext(key, pages, pageInfo.endCursor);
  };

  return (
    <>
      {!fromTheStart && (
        <p>
          <Link to={key}>{t.fromTheStart}</Link>
        </p>
      )}
      <Shelf busy={pending}>
        {pages.map((cursor, index) => (
          <PageOfList
            key={cursor ?? 'first'}
            variables={{ ...variables, after: cursor }}
            known={cursor === after ? masked : undefined}
            first={index === 0}
          />
        ))}
      </Shelf>
      <ShowMore
        progress={t.shown(fromTheStart ? 1 : from + 1, shown, totalCount)}
        shown={shown}
        total={totalCount}
      >
        {pageInfo.hasNextPage && (
          <Link to={pathOf(path, next)} replace keepScroll className={buttonClass()} onClick={remember}>
            {t.showMore}
          </Link>
        )}
      </ShowMore>
    </>
  );
}

interface PageOfListProps {
  readonly variables: ListingVariables;
  /** Earlier pages are read from the graph cache, where they have been since they were opened. */
  readonly known: ListPage | undefined;
  readonly first: boolean;
}

function PageOfList({ variables, known, first }: PageOfListProps) {
  const [{ data }] = useQuery({ query: ProductListPage_Query, variables, pause: known !== undefined });
  const page = readFragment(ProductList_page, known ?? data?.search);
  return page?.edges.map(({ node }, index) => (
    <li key={node.id}>
      <ProductCard product={node} level={2} priority={first && index < 4} />
    </li>
  ));
}
