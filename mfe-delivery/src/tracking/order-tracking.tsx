import type { SlotInput } from '@arcade/mfe-kit/config';
import type { SlotContext, SlotProps } from '@arcade/mfe-kit/contract';
import { Link } from '@arcade/mfe-kit/navigation';
import { Skeleton } from '@arcade/ui/skeleton';
import { useId } from 'react';
import type config from '../../mfe.config.ts';
import type { OrderTracking_QueryQuery } from '../generated/graphql.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { useFollowParcel } from './follow-parcel.ts';
import css from './parcel.module.css';
import { isFinal, Parcel, Parcel_delivery } from './parcel.tsx';

export const OrderTracking_Query = graphql(`
  query OrderTracking_Query($orderId: ID!, $locale: Locale!) {
    order(id: $orderId) {
      id
      delivery {
        ...Parcel_delivery
      }
    }
  }
`);

type Input = SlotInput<typeof config, 'order.tracking'>;

export const orderTrackingVariables = ({ input, graphLocale }: SlotContext<Input>) => ({
  orderId: input.orderId,
  locale: graphLocale,
});

export function OrderTracking({ input, data }: SlotProps<Input, OrderTracking_QueryQuery | undefined>) {
  const t = useDeliveryMessages();
  const titleId = useId();
  const delivery = readFragment(Parcel_delivery, data?.order?.delivery);
  useFollowParcel(input.orderId, !delivery || !isFinal(delivery.state));
  return (
    <section className={css.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t.parcel}</h2>
      {delivery ? (
        <>
          <Parcel delivery={delivery} />
          <p>
            <Link to={`/tracking/${delivery.id}`}>{t.followParcel}</Link>
          </p>
        </>
      ) : (
        <p className={css.soft}>{t.noParcelYet}</p>
      )}
    </section>
  );
}

export function OrderTrackingLoading() {
  const t = useDeliveryMessages();
  return (
    <section className={css.section} aria-busy="true">
      <h2>{t.parcel}</h2>
      <Skeleton width="12rem" height="1.75rem" />
      <Skeleton height="15rem" />
    </section>
  );
}
