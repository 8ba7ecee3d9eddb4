import type { SlotProps } from '@arcade/mfe-kit/contract';
import { Link } from '@arcade/mfe-kit/navigation';
import { Flyout } from '@arcade/ui/flyout';
import { Icon } from '@arcade/ui/icon';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { lazy, type MouseEvent, Suspense, useState } from 'react';
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

/** The bag in the header. Its flyout opens without JavaScript too, then with links only. */
export function HeaderCart({ data }: SlotProps<unknown, HeaderCart_QueryQuery | undefined>) {
  const t = useOrderMessages();
  const [open, setOpen] = useState(false);
  const count = data?.cart.quantity ?? 0;
  const close = (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (link) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
  };
  return (
    <Flyout
      label={t.cart}
      onToggle={setOpen}
      className={css.flyout}
      buttonClassName={css.button}
      button={
        <>
          <VisuallyHidden>{t.cartWithCount(count)}</VisuallyHidden>
          <Icon name="cart" size={24} />
          <span className={css.count} aria-hidden="true" data-cart-count={count}>
            {count}
          </span>
        </>
      }
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: follows clicks on links, which the keyboard makes too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed */}
      <div onClick={close}>
        {open && (
          <Suspense fallback={<div className={css.loading} />}>
            <CartFlyout />
          </Suspense>
        )}
        <p className={css.links}>
          <Link to="/cart">{t.viewCart}</Link>
          <Link to="/orders">{t.orders}</Link>
        </p>
      </div>
    </Flyout>
  );
}
