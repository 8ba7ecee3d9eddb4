import type { PageContext, PageProps } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { Link } from '@arcade/mfe-kit/navigation';
import { Card } from '@arcade/ui/card';
import { Page } from '@arcade/ui/page';
import { Skeleton } from '@arcade/ui/skeleton';
import type { TrackingPage_QueryQuery } from '../generated/graphql.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { useFollowParcel } from './follow-parcel.ts';
import css from './parcel.module.css';
import { isFinal, Parcel, Parcel_delivery } from './parcel.tsx';

export const TrackingPage_Query = graphql(`
  query TrackingPage_Query($id: ID!, $locale: Locale!) {
    delivery(id: $id) {
      id
      order {
        id
      }
      method {
        code
        name(locale: $locale)
      }
      ...Parcel_delivery
    }
  }
`);

export const trackingVariables = ({ params, graphLocale }: PageContext<'id'>) => ({
  id: params.id,
  locale: graphLocale,
});

export function TrackingPage({ data: { delivery } }: PageProps<TrackingPage_QueryQuery, 'id'>) {
  const t = useDeliveryMessages();
  const parcel = readFragment(Parcel_delivery, delivery);
  useFollowParcel(delivery?.order.id, parcel != null && !isFinal(parcel.state));
  if (!delivery || !parcel) return null;
  return (
    <Page width="narrow">
      <PageHead title={t.trackingTitle} description={t.trackingTitle} noindex />
      <header className={css.head}>
        <h1>{t.trackingTitle}</h1>
        <p className={css.soft}>
          {t.method}: {delivery.method.name}
        </p>
      </header>
      <Card as="section" aria-label={t.parcel}>
        <Parcel delivery={parcel} />
      </Card>
      <p className={css.links}>
        <Link to={`/orders/${delivery.order.id}`}>{t.toOrder}</Link>
      </p>
    </Page>
  );
}

export function TrackingLoading() {
  const t = useDeliveryMessages();
  return (
    <Page width="narrow">
      <header className={css.head}>
        <h1>{t.trackingTitle}</h1>
        <Skeleton width="10rem" />
      </header>
      <Skeleton height="24rem" />
    </Page>
  );
}
