import { formatMoney } from '@arcade/mfe-kit/money';
import { useSession } from '@arcade/mfe-kit/session';
import { Button } from '@arcade/ui/button';
import { Notice } from '@arcade/ui/notice';
import { useQuery } from 'urql';
import { LineImage } from '../cart/line-image.tsx';
import type { CartSummary_CartFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import { Sums } from '../sums/sums.tsx';
import css from './checkout-page.module.css';
import { countryOf, type ShippingChoice } from './draft.ts';

/** What order will charge for shipping; the price that the method was chosen by is delivery's, and may be newer. */
const ReviewStep_Query = graphql(`
  query ReviewStep_Query($method: ID!, $country: Country!, $currency: Currency!) {
    cart {
      id
      shippingPrice(method: $method, country: $country, currency: $currency) {
        amount
        currency
      }
    }
  }
`);

interface ReviewStepProps {
  cart: CartSummary_CartFragment;
  shipping: ShippingChoice;
  placing: boolean;
  /** Minor units. */
  onPlace: (expectedTotal: number) => void;
}

export function ReviewStep({ cart, shipping, placing, onPlace }: ReviewStepProps) {
  const { locale, currency } = useSession();
  const t = useOrderMessages();
  const [{ data, error }, ask] = useQuery({
    query: ReviewStep_Query,
    variables: { method: shipping.method, country: countryOf(shipping.country), currency },
    requestPolicy: 'cache-and-network',
  });
  const price = data?.cart.shippingPrice;
  const total = price && { currency, amount: cart.subtotal.amount + price.amount };

  return (
    <div className={css.review}>
      <ul className={css.lines}>
        {cart.lines.map((line) => (
          <li key={line.id}>
            <LineImage url={line.variant?.image.url} size="small" />
            <span>
              {line.name} × {line.quantity}
            </span>
            <span className={css.amount}>{formatMoney(line.total, locale)}</span>
          </li>
        ))}
      </ul>
      <Sums subtotal={cart.subtotal} shipping={price ?? undefined} total={total ?? undefined} />
      {error && (
        <Notice kind="warning">
          {t.wentWrong} <Button onClick={() => ask({ requestPolicy: 'network-only' })}>{t.retry}</Button>
        </Notice>
      )}
      <Button
        variant="primary"
        disabled={!total}
        busy={placing}
        onClick={() => total && onPlace(total.amount)}
      >
        {placing ? t.placing : total ? t.placeOrderFor(formatMoney(total, locale)) : t.placeOrder}
      </Button>
    </div>
  );
}
