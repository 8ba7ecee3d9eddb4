import type { PageContext, PageProps } from '@arcade/mfe-kit/contract';
import { formatMoment } from '@arcade/mfe-kit/dates';
import { PageHead } from '@arcade/mfe-kit/head';
import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Slot } from '@arcade/mfe-kit/slot';
import { Card } from '@arcade/ui/card';
import { Notice } from '@arcade/ui/notice';
import { Page } from '@arcade/ui/page';
import { LineImage } from '../cart/line-image.tsx';
import type { OrderPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import { Sums } from '../sums/sums.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { useFollowOrder } from './follow-order.ts';
import { OrderTimeline } from './order-timeline.tsx';
import css from './orders.module.css';
import { StateBadge } from './state-badge.tsx';

export const OrderPage_Query = graphql(`
  query OrderPage_Query($id: ID!, $locale: Locale!) {
    order(id: $id) {
      id
      number
      placedAt
      email
      subtotal {
        amount
        currency
      }
      total {
        amount
        currency
      }
      lines {
        id
        sku
        name(locale: $locale)
        quantity
        total {
          amount
          currency
        }
        variant {
          sku
          image {
            url
          }
          product {
            id
            handle
          }
        }
      }
      shipping {
        recipient
        country
        postcode
        region
        city
        line1
        line2
        price {
          amount
          currency
        }
      }
      ...OrderProgress_order
    }
  }
`);

export const orderVariables = ({ params, graphLocale }: PageContext<'id'>) => ({
  id: params.id,
  locale: graphLocale,
});

export function OrderPage({ data, search }: PageProps<OrderPage_QueryQuery, 'id'>) {
  const { locale } = useSession();
  const t = useOrderMessages();
  const { order } = data;
  const progress = useFollowOrder(order);
  if (!order || !progress) return null;
  const { shipping } = order;
  return (
    <Page className={css.order}>
      <PageHead title={t.order(order.number)} description={t.order(order.number)} noindex />
      <header className={css.head}>
        {search.has('placed') && !['REJECTED', 'CANCELLED'].includes(progress.state) && (
          <p className={css.thanks}>{t.orderThanks}</p>
        )}
        <h1>{t.order(order.number)}</h1>
        <p className={css.hint}>
          {t.placedOn(formatMoment(order.placedAt, locale))} · {order.email}
        </p>
        <p aria-live="polite">
          <StateBadge state={progress.state} />
        </p>
        {progress.rejection && <Notice kind="warning">{t.rejection(progress.rejection)}</Notice>}
        {progress.state === 'PLACED' && <Notice>{t.waiting}</Notice>}
      </header>
      <div className={css.columns}>
        <div className={css.progress}>
          <section aria-labelledby="progress" className={css.course}>
            <h2 id="progress">{t.progress}</h2>
            <OrderTimeline progress={progress} />
            {progress.cancellable && <CancelOrder id={order.id} />}
          </section>
          {progress.state !== 'REJECTED' && (
            <Slot
              name="order.tracking"
              input={{ orderId: order.id }}
              fallback={<Notice>{t.trackingAway}</Notice>}
            />
          )}
        </div>
        <Card as="aside" className={css.summary} aria-label={t.summary}>
          <ul className={css.lines}>
            {order.lines.map((line) => (
              <li key={line.id}>
                <LineImage url={line.variant?.image.url} size="small" />
                <span>
                  {line.variant ? (
                    <Link to={`/p/${line.variant.product.handle}?sku=${line.sku}`}>{line.name}</Link>
                  ) : (
                    line.name
                  )}{' '}
                  × {line.quantity}
                </span>
                <span className={css.amount}>{formatMoney(line.total, locale)}</span>
              </li>
            ))}
          </ul>
          <Sums subtotal={order.subtotal} shipping={shipping.price} total={order.total} />
          <h2>{t.shipTo}</h2>
          <address className={css.address}>
            {[
              shipping.recipient,
              shipping.line1,
              shipping.line2,
              [shipping.postcode, shipping.city, shipping.region].filter(Boolean).join(' '),
              shipping.country === 'KR' ? t.countryKR : t.countryUS,
            ]
              .filter(Boolean)
              .map((line) => (
                <span key={line}>{line}</span>
              ))}
          </address>
        </Card>
      </div>
    </Page>
  );
}
