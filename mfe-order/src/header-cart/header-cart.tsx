import type { SlotProps } from '@arcade/mfe-kit/contract';
import { Link } from '@arcade/mfe-kit/navigation';
import { Icon } from '@arcade/ui/icon';
import { lazy, Suspense, type ToggleEvent, useId, useState } from 'react';
import type { HeaderCart_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './header-cart.module.css';

/** Only the number: what is in the cart is asked when the flyout is opened. */
export const HeaderCart_Query = graphql(`
  query HeaderCart_Query {
    cart {
      id
      quantity
    }
  }
`);

const CartFlyout = lazy(() => import('./cart-flyout.tsx'));

/** The bag in the header. Its popover opens without JavaScript too, then with links only. */
export function HeaderCart({ data }: SlotProps<unknown, HeaderCart_QueryQuery | undefined>) {
  const t = useOrderMessages();
  const popover = useId();
  const [opened, setOpened] = useState(false);
  const count = data?.cart.quantity ?? 0;
  const close = () => document.getElementById(popover)?.hidePopover();
  return (
    <div className={css.cart}>
      <button
        type="button"
        className={css.button}
        popoverTarget={popover}
        aria-label={t.cartWithCount(count)}
        data-cart-count={count}
      >
        <Icon name="cart" size={24} />
        <span className={css.count} aria-hidden="true" data-empty={count === 0}>
          {count}
        </span>
      </button>
      <section
        id={popover}
        popover="auto"
        aria-label={t.cart}
        className={css.flyout}
        onToggle={(event: ToggleEvent) => setOpened(event.newState === 'open')}
      >
        {opened && (
          <Suspense fallback={<div className={css.loading} />}>
            <CartFlyout onLeave={close} />
          </Suspense>
        )}
        <p className={css.links}>
          <Link to="/cart" onClick={close}>
            {t.viewCart}
          </Link>
          <Link to="/orders" onClick={close}>
            {t.orders}
          </Link>
        </p>
      </section>
    </div>
  );
}
