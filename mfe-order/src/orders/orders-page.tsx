import type { PageContext, PageProps } from '@arcade/mfe-kit/contract';
import { formatMoment } from '@arcade/mfe-kit/dates';
import { PageHead } from '@arcade/mfe-kit/head';
import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { EmptyState } from '@arcade/ui/empty-state';
import { Page } from '@arcade/ui/page';
import { LineImage } from '../cart/line-image.tsx';
import type { OrdersPage_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './orders.module.css';
import { StateBadge } from './state-badge.tsx';

export const OrdersPage_Query = graphql(`
  query OrdersPage_Query($after: String, $locale: Locale!) {
    orders(first: 10, after: $after) {
      edges {
        node {
          id
          number
          state
          placedAt
          quantity
          total {
            amount
            currency
          }
          lines {
            id
            name(locale: $locale)
            variant {
              sku
              image {
                url
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ordersVariables = ({ search, graphLocale }: PageContext) => ({
  after: search.get('after'),
  locale: graphLocale,
});

export function OrdersPage({ data: { orders } }: PageProps<OrdersPage_QueryQuery>) {
  const { locale } = useSession();
  const t = useOrderMessages();
  return (
    <Page className={css.page}>
      <PageHead title={t.orders} description={t.orders} noindex />
      <h1>{t.orders}</h1>
      {orders.edges.length === 0 ? (
        <EmptyState
          title={t.ordersEmpty}
          text={t.ordersEmptyText}
          action={<Link to="/">{t.keepBrowsing}</Link>}
        />
      ) : (
        <ul className={css.orders}>
          {orders.edges.map(({ node: order }) => (
            <li key={order.id} className={css.card}>
              <div className={css.pictures}>
                {order.lines.slice(0, 3).map((line) => (
                  <LineImage key={line.id} url={line.variant?.image.url} size="small" />
                ))}
              </div>
              <div className={css.what}>
                <h2>
                  <Link to={`/orders/${order.id}`}>{t.order(order.number)}</Link>
                </h2>
                <p className={css.hint}>
                  {t.placedOn(formatMoment(order.placedAt, locale))} · {t.articles(order.quantity)}
                </p>
              </div>
              <p>
                <StateBadge state={order.state} />
              </p>
              <p className={css.amount}>{formatMoney(order.total, locale)}</p>
            </li>
          ))}
        </ul>
      )}
      {orders.pageInfo.hasNextPage && (
        <p>
          <Link to={`/orders?after=${encodeURIComponent(orders.pageInfo.endCursor ?? '')}`}>{t.more}</Link>
        </p>
      )}
    </Page>
  );
}
