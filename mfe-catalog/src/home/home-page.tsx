import type { PageContext } from '@arcade/mfe-kit/contract';
import { JsonLd, PageHead, PublicUrlContext } from '@arcade/mfe-kit/head';
import { Link, useHref } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Page } from '@arcade/ui/page';
import { use } from 'react';
import type { HomePage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { ProductCard } from '../product-card/product-card.tsx';
import { Shelf } from '../product-card/shelf.tsx';
import { CategoryArches } from './category-arches.tsx';
import css from './home-page.module.css';
import { LeadStory } from './lead-story.tsx';

export const HomePage_Query = graphql(`
  query HomePage_Query($locale: Locale!, $currency: Currency!) {
    home {
      lead {
        ...LeadStory_lead
      }
      newest(first: 8) {
        id
        ...ProductCard_product
      }
      popular(first: 8) {
        id
        ...ProductCard_product
      }
    }
    categories {
      ...CategoryArches_category
    }
  }
`);

export const homeVariables = ({ graphLocale, currency }: PageContext) => ({ locale: graphLocale, currency });

export function HomePage({ data: { home, categories } }: { readonly data: HomePage_QueryQuery }) {
  const t = useCatalogMessages();
  const { locale } = useSession();
  const href = useHref();
  const origin = use(PublicUrlContext);
  return (
    <Page className={css.page}>
      <PageHead title={t.homeTitle} description={t.homeDescription} />
      <JsonLd
        data={{
          '@type': 'WebSite',
          name: 'Arcade',
          url: origin + href('/'),
          inLanguage: locale,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${origin}${href('/search')}?q={query}`,
            'query-input': 'required name=query',
          },
        }}
      />
      <LeadStory lead={home.lead} />
      <section aria-labelledby="home-categories" className={css.section}>
        <h2 id="home-categories">{t.categories}</h2>
        <CategoryArches categories={categories} />
      </section>
      <section aria-labelledby="home-newest" className={css.section}>
        <header className={css.head}>
          <h2 id="home-newest">{t.newest}</h2>
          <Link to="/search?sort=NEWEST">{t.seeAllNewest}</Link>
        </header>
        <Shelf>
          {home.newest.map((product) => (
            <li key={product.id}>
              <ProductCard product={product} level={3} />
            </li>
          ))}
        </Shelf>
      </section>
      <section aria-labelledby="home-popular" className={css.section}>
        <header className={css.head}>
          <h2 id="home-popular">{t.popular}</h2>
          <Link to="/search?sort=POPULAR">{t.seeAllPopular}</Link>
        </header>
        <Shelf>
          {home.popular.map((product) => (
            <li key={product.id}>
              <ProductCard product={product} level={3} />
            </li>
          ))}
        </Shelf>
      </section>
    </Page>
  );
}
