import type { PageContext } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { Slot } from '@arcade/mfe-kit/slot';
import { Page } from '@arcade/ui/page';
import type { ProductPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { ProductCard } from '../product-card/product-card.tsx';
import { Shelf } from '../product-card/shelf.tsx';
import { Trail } from '../trail/trail.tsx';
import { Gallery } from './gallery.tsx';
import { Offer } from './offer.tsx';
import { ProductJsonLd } from './product-json-ld.tsx';
import css from './product-page.module.css';
import { DeliveryPlace, PurchasePlace } from './slot-places.tsx';
import { VariantChoice } from './variant-choice.tsx';

export const ProductPage_Query = graphql(`
  query ProductPage_Query($handle: String!, $sku: ID, $locale: Locale!, $currency: Currency!) {
    product(handle: $handle) {
      id
      handle
      name(locale: $locale)
      summary(locale: $locale)
      description(locale: $locale)
      details(locale: $locale) {
        label
        value
      }
      category {
        id
        handle
        name(locale: $locale)
      }
      variant(sku: $sku) {
        sku
        image {
          url
        }
        ...Gallery_variant
        ...Offer_variant
      }
      ...VariantChoice_product
      ...ProductJsonLd_product
      related(first: 4) {
        id
        ...ProductCard_product
      }
    }
  }
`);

type ProductContext = PageContext<'handle'>;

export const productVariables = ({ params, search, graphLocale, currency }: ProductContext) => ({
  handle: params.handle,
  sku: search.get('sku'),
  locale: graphLocale,
  currency,
});

/** What the slots of other teams are given; the page names them with the same. */
export const productSlots = ({ params: { handle }, search }: Pick<ProductContext, 'params' | 'search'>) => {
  const sku = search.get('sku');
  return {
    'product.purchase': sku ? { handle, sku } : { handle },
    'product.delivery': { handle },
  };
};

interface ProductPageProps {
  readonly data: ProductPage_QueryQuery;
  readonly params: ProductContext['params'];
  readonly search: URLSearchParams;
}

export function ProductPage({ data: { product }, params, search }: ProductPageProps) {
  const t = useCatalogMessages();
  if (!product) return null;
  const { handle, name, summary, description, details, category, variant, related } = product;
  const slots = productSlots({ params, search });
  return (
    <Page className={css.page}>
      <PageHead title={name} description={summary} image={variant.image.url} type="product" />
      <ProductJsonLd product={product} />
      <Trail
        through={[{ to: `/c/${category.handle}`, name: category.name }]}
        here={{ to: `/p/${handle}`, name }}
      />
      <div className={css.columns}>
        <Gallery key={variant.sku} variant={variant} />
        <div className={css.words}>
          <header className={css.head}>
            <h1>{name}</h1>
            <p className={css.summary}>{summary}</p>
          </header>
          <Offer variant={variant} />
          <VariantChoice product={product} chosen={variant.sku} />
          <PurchasePlace>
            <Slot name="product.purchase" input={slots['product.purchase']} />
          </PurchasePlace>
          <DeliveryPlace>
            <Slot name="product.delivery" input={slots['product.delivery']} />
          </DeliveryPlace>
        </div>
      </div>
      <div className={css.story}>
        <section aria-labelledby="product-about" className={css.about}>
          <h2 id="product-about">{t.about(name)}</h2>
          {description.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
        <section aria-labelledby="product-details">
          <h2 id="product-details">{t.details}</h2>
          <dl className={css.details}>
            {details.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {related.length > 0 && (
        <section aria-labelledby="product-related" className={css.related}>
          <h2 id="product-related">{t.related}</h2>
          <Shelf>
            {related.map((one) => (
              <li key={one.id}>
                <ProductCard product={one} level={3} />
              </li>
            ))}
          </Shelf>
        </section>
      )}
    </Page>
  );
}
