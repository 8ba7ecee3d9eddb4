import { useSession } from '@arcade/mfe-kit/session';
import { useSubscription } from 'urql';
import { graphql } from '../generated/index.ts';

// By the order's own link to it, a parcel that was not there before is found too.
const DeliveryChanged_Subscription = graphql(`
  subscription DeliveryChanged_Subscription($orderId: ID!, $locale: Locale!) {
    deliveryChanged(orderId: $orderId) {
      id
      order {
        id
        delivery {
          id
        }
      }
      ...Parcel_delivery
    }
  }
`);

/** Follows an order's parcel while it moves: events update it in the graph cache, from where the page reads it. */
export function useFollowParcel(orderId: string | undefined, moves: boolean): void {
  const { graphLocale } = useSession();
  useSubscription({
    query: DeliveryChanged_Subscription,
    variables: { orderId: orderId ?? '', locale: graphLocale },
    pause: orderId === undefined || !moves,
  });
}
