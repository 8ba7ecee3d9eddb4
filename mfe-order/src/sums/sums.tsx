import { formatMoney, type Money } from '@arcade/mfe-kit/money';
import { useSession } from '@arcade/mfe-kit/session';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './sums.module.css';

interface SumsProps {
  subtotal: Money;
  /** Undefined while it is being asked for. */
  shipping: Money | undefined;
  total: Money | undefined;
}

export function Sums({ subtotal, shipping, total }: SumsProps) {
  const { locale } = useSession();
  const t = useOrderMessages();
  const amount = (money: Money | undefined) => (money ? formatMoney(money, locale) : '…');
  return (
    <dl className={css.sums}>
      <dt>{t.subtotal}</dt>
      <dd>{amount(subtotal)}</dd>
      <dt>{t.shipping}</dt>
      <dd>{amount(shipping)}</dd>
      <dt className={css.total}>{t.total}</dt>
      <dd className={css.total}>{amount(total)}</dd>
    </dl>
  );
}
