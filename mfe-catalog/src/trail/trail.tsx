import { JsonLd, PublicUrlContext } from '@arcade/mfe-kit/head';
import { Link, useHref } from '@arcade/mfe-kit/navigation';
import { Breadcrumb } from '@arcade/ui/breadcrumb';
import { use } from 'react';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';

interface Place {
  /** A path below the locale. */
  readonly to: string;
  readonly name: string;
}

/** Where the page stands, for people and for search engines. */
export function Trail({ through = [], here }: { readonly through?: readonly Place[]; readonly here: Place }) {
  const t = useCatalogMessages();
  const href = useHref();
  const origin = use(PublicUrlContext);
  const above = [{ to: '/', name: t.home }, ...through];
  return (
    <>
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: [...above, here].map(({ to, name }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name,
            item: origin + href(to),
          })),
        }}
      />
      <Breadcrumb label={t.breadcrumb}>
        {above.map(({ to, name }) => (
          <Link key={to} to={to}>
            {name}
          </Link>
        ))}
        <span aria-current="page">{here.name}</span>
      </Breadcrumb>
    </>
  );
}
