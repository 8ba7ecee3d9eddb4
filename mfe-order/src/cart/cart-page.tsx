import type { PageContext, PageProps } from '@arcade/mfe-kit/contract';
import { useToast } from '@arcade/mfe-kit/feedback';
import { ActionForm } from '@arcade/mfe-kit/form';
import { PageHead } from '@arcade/mfe-kit/head';
import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Button, buttonClass } from '@arcade/ui/button';
import { Card } from '@arcade/ui/card';
import { EmptyState } from '@arcade/ui/empty-state';
import { Notice } from '@arcade/ui/notice';
import { Page } from '@arcade/ui/page';
import { useMutation } from 'urql';
import type { CartPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import { acceptPricesDocument } from './accept-prices.ts';
import { CartLine } from './cart-line.tsx';
import css from './cart-page.module.css';

export const CartPage_Query = graphql(`
  query CartPage_Query($locale: Locale!, $currency: Currency!) {
    cart {
      id
      quantity
      pricesChanged
      subtotal(currency: $currency) {
        amount
        currency
      }
      lines {
        id
        ...CartLine_line
      }
    }
  }
`);

export const cartVariables = ({ graphLocale, currency }: PageContext) => ({ locale: graphLocale, currency });

export function CartPage({ data: { cart } }: PageProps<CartPage_QueryQuery>) {
  const { locale, graphLocale, currency } = useSession();
  const t = useOrderMessages();
  const toast = useToast();
  const [, acceptPrices] = useMutation(acceptPricesDocument);

  const accept = async () => {
    const { error } = await acceptPrices({ locale: graphLocale, currency });
    if (error) toast({ kind: 'refused', text: t.wentWrong });
  };

  return (
    <Page className={css.page}>
      <PageHead title={t.cart} description={t.cart} noindex />
      <h1>{t.cart}</h1>
      {cart.lines.length === 0 ? (
        <EmptyState
          title={t.cartEmpty}
          text={t.cartEmptyText}
          action={<Link to="/">{t.keepBrowsing}</Link>}
        />
      ) : (
        <div className={css.columns}>
          <ul className={css.lines} aria-label={t.cart}>
            {cart.lines.map((line) => (
              <CartLine key={line.id} line={line} />
            ))}
          </ul>
          <Card as="aside" className={css.summary} aria-label={t.summary}>
            {cart.pricesChanged && (
              <Notice kind="warning">
                {t.pricesChanged}
                <ActionForm action="cart.acceptPrices" onSubmit={() => void accept()} className={css.accept}>
                  <Button type="submit">{t.acceptPrices}</Button>
                </ActionForm>
              </Notice>
            )}
            <p className={css.subtotal}>
              <span>{t.subtotal}</span>
              <strong>{formatMoney(cart.subtotal, locale)}</strong>
            </p>
            <p className={css.hint}>{t.shippingAtCheckout}</p>
            <Link to="/checkout" className={buttonClass('primary')}>
              {t.checkout}
            </Link>
          </Card>
        </div>
      )}
    </Page>
  );
}
