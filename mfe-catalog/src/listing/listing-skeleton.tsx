import { Page } from '@arcade/ui/page';
import { Skeleton } from '@arcade/ui/skeleton';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { ProductCardSkeleton } from '../product-card/product-card.tsx';
import { Shelf } from '../product-card/shelf.tsx';
import css from './listing.module.css';

const cards = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function ListingSkeleton() {
  const t = useCatalogMessages();
  return (
    <Page className={css.page} aria-busy="true">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <header className={css.head}>
        <Skeleton width="20rem" height="3rem" />
      </header>
      <Skeleton height="3.75rem" />
      <Shelf>
        {cards.map((card) => (
          <li key={card}>
            <ProductCardSkeleton />
          </li>
        ))}
      </Shelf>
    </Page>
  );
}
