import { JsonLd, PublicUrlContext } from '@arcade/mfe-kit/head';
import { useHref } from '@arcade/mfe-kit/navigation';
import { use } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';

const ListJsonLd_page = graphql(`
  fragment ListJsonLd_page on SearchConnection {
    edges {
      node {
        id
        handle
        name(locale: $locale)
      }
    }
  }
`);

export function ListJsonLd({ page }: { readonly page: FragmentType<typeof ListJsonLd_page> }) {
  const { edges } = readFragment(ListJsonLd_page, page);
  const origin = use(PublicUrlContext);
  const href = useHref();
  return (
    <JsonLd
      data={{
        '@type': 'ItemList',
        itemListElement: edges.map(({ node }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: node.name,
          url: origin + href(`/p/${node.handle}`),
        })),
      }}
    />
  );
}
