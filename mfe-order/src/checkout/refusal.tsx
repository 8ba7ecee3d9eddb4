import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Notice } from '@arcade/ui/notice';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import type { Refused } from './place-order.ts';

/** Why the order was not taken, and the way on. */
export function Refusal({ refused }: { refused: Refused }) {
  const { locale } = useSession();
  const t = useOrderMessages();
  switch (refused.__typename) {
    case 'PriceChanged':
      return <Notice kind="warning">{t.priceChanged(formatMoney(refused.total, locale))}</Notice>;
    case 'OutOfStock':
      return (
        <Notice kind="warning">
          {t.outOfStock}
          <ul>
            {refused.lines.map((line) => (
              <li key={line.sku}>{t.shortLine(line.name, line.requested, line.available)}</li>
            ))}
          </ul>
          <Link to="/cart">{t.toCart}</Link>
        </Notice>
      );
    case 'PaymentDeclined':
      return <Notice kind="warning">{declined(refused.reason, t)}</Notice>;
    case 'PaymentUnavailable':
      return <Notice kind="warning">{t.paymentUnavailable}</Notice>;
    case 'InvalidInput':
      return <Notice kind="warning">{t.checkFields}</Notice>;
    case 'CartEmpty':
      return <Notice kind="warning">{t.cartEmpty}</Notice>;
    case 'LostAnswer':
      return <Notice kind="warning">{t.unknownOutcome}</Notice>;
  }
}

function declined(
  reason: Extract<Refused, { __typename: 'PaymentDeclined' }>['reason'],
  t: ReturnType<typeof useOrderMessages>,
): string {
  switch (reason) {
    case 'DECLINED':
      return t.declined;
    case 'INSUFFICIENT_FUNDS':
      return t.insufficientFunds;
    case 'EXPIRED_CARD':
      return t.expiredCard;
  }
}
