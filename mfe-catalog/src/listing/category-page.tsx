import type { PageContext } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { Page } from '@arcade/ui/page';
import type { CategoryPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Trail } from '../trail/trail.tsx';
import css from './listing.module.css';
import { Listing } from './listing.tsx';
import { listingVariables } from './listing-variables.ts';

export const CategoryPage_Query = graphql(`
  query CategoryPage_Query(
    $handle: String!
    $query: String
    $filter: SearchFilter!
    $sort: SearchSort!
    $locale: Locale!
    $currency: Currency!
    $first: Int!
    $after: String
  ) {
    category(handle: $handle) {
      id
      handle
      name(locale: $locale)
      description(locale: $locale)
      image {
        url
      }
    }
    ...Listing_search
  }
`);

export const categoryVariables = (context: PageContext<'handle'>) => ({
  handle: context.params.handle,
  ...listingVariables(context, context.params.handle),
});

export function CategoryPage({ data }: { readonly data: CategoryPage_QueryQuery }) {
  if (!data.category) return null;
  const { handle, name, description, image } = data.category;
  return (
    <Page className={css.page}>
      <PageHead title={name} description={description} image={image.url} />
      <Trail here={{ to: `/c/${handle}`, name }} />
      <header className={css.head}>
        <h1>{name}</h1>
        <p className={css.text}>{description}</p>
      </header>
      <Listing data={data} category={handle} />
    </Page>
  );
}
