import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { buttonClass } from '@arcade/ui/button';
import { useQuery } from 'urql';
import { CartSummary_cart } from '../cart/cart-summary.ts';
import { LineImage } from '../cart/line-image.tsx';
import { graphql, readFragment } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './header-cart.module.css';

const CartFlyout_Query = graphql(`
  query CartFlyout_Query($locale: Locale!, $currency: Currency!) {
    cart {
      id
      ...CartSummary_cart
    }
  }
`);

/** What is in the cart, asked when the flyout is opened. */
export default function CartFlyout() {
  const { locale, graphLocale, currency } = useSession();
  const t = useOrderMessages();
  const [{ data, error }] = useQuery({
    query: CartFlyout_Query,
    variables: { locale: graphLocale, currency },
  });
  if (!data)
    return (
      <div className={css.loading} role={error ? 'alert' : undefined}>
        {error && t.wentWrong}
      </div>
    );
  const cart = readFragment(CartSummary_cart, data.cart);
  if (cart.lines.length === 0) return <p className={css.empty}>{t.cartEmpty}</p>;
  return (
    <>
      <ul className={css.lines}>
        {cart.lines.map((line) => (
          <li key={line.id} className={css.line}>
            <LineImage url={line.variant?.image.url} size="small" />
            <span className={css.name}>{line.name}</span>
            <span className={css.quantity}>× {line.quantity}</span>
            <span className={css.total}>{formatMoney(line.total, locale)}</span>
          </li>
        ))}
      </ul>
      <p className={css.subtotal}>
        <span>{t.subtotal}</span>
        <span>{formatMoney(cart.subtotal, locale)}</span>
      </p>
      <Link to="/checkout" className={`${buttonClass('primary')} ${css.wide}`}>
        {t.checkout}
      </Link>
    </>
  );
}
