import { JsonLd, PublicUrlContext } from '@arcade/mfe-kit/head';
import { decimalAmount } from '@arcade/mfe-kit/money';
import { useHref } from '@arcade/mfe-kit/navigation';
import { use } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';

const ProductJsonLd_product = graphql(`
  fragment ProductJsonLd_product on Product {
    id
    handle
    name(locale: $locale)
    summary(locale: $locale)
    material {
      code
      name(locale: $locale)
    }
    variant(sku: $sku) {
      sku
      availability
      colour {
        code
        name(locale: $locale)
      }
      images {
        url
      }
      price(currency: $currency) {
        amount
        currency
      }
    }
  }
`);

const availabilities = {
  IN_STOCK: 'https://schema.org/InStock',
  LOW_STOCK: 'https://schema.org/LimitedAvailability',
  OUT_OF_STOCK: 'https://schema.org/OutOfStock',
} as const;

export function ProductJsonLd({
  product: masked,
}: {
  readonly product: FragmentType<typeof ProductJsonLd_product>;
}) {
  const { handle, name, summary, material, variant } = readFragment(ProductJsonLd_product, masked);
  const origin = use(PublicUrlContext);
  const href = useHref();
  return (
    <JsonLd
      data={{
        '@type': 'Product',
        name,
        description: summary,
        sku: variant.sku,
        color: variant.colour.name,
        material: material.name,
        image: variant.images.map(({ url }) => new URL(url, origin).href),
        offers: {
          '@type': 'Offer',
          url: `${origin}${href(`/p/${handle}`)}?sku=${encodeURIComponent(variant.sku)}`,
          price: decimalAmount(variant.price),
          priceCurrency: variant.price.currency,
          availability: availabilities[variant.availability],
        },
      }}
    />
  );
}
