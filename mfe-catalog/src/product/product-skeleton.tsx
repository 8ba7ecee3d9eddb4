import { Page } from '@arcade/ui/page';
import { Skeleton } from '@arcade/ui/skeleton';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './product-page.module.css';

export function ProductSkeleton() {
  const t = useCatalogMessages();
  return (
    <Page className={css.page} aria-busy="true">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <Skeleton width="12rem" height="2rem" />
      <div className={css.columns}>
        <Skeleton ratio={4 / 5} />
        <div className={css.words}>
          <Skeleton height="5rem" />
          <Skeleton width="8rem" height="2rem" />
          <Skeleton height="9rem" />
          <Skeleton height="12rem" />
        </div>
      </div>
    </Page>
  );
}
