import { Skeleton } from '@arcade/ui/skeleton';
import css from './product-purchase.module.css';

/** As tall as what comes. */
export function PurchaseLoading() {
  return (
    <div className={css.loading}>
      <Skeleton height="2.75rem" />
    </div>
  );
}
