import { Page } from '@arcade/ui/page';
import { Skeleton } from '@arcade/ui/skeleton';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './cart-page.module.css';

export function CartSkeleton() {
  const t = useOrderMessages();
  return (
    <Page className={css.page} aria-busy="true">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <Skeleton width="14rem" height="2.75rem" />
      <div className={css.columns}>
        <Skeleton height="20rem" />
        <Skeleton height="11rem" />
      </div>
    </Page>
  );
}
