import { useSubscription } from 'urql';
import type { OrderMomentKind, OrderProgress_OrderFragment } from '../generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';

const OrderProgress_order = graphql(`
  fragment OrderProgress_order on Order {
    id
    state
    rejection
    cancellable
    history {
      kind
      at
    }
  }
`);

const OrderChanged_Subscription = graphql(`
  subscription OrderChanged_Subscription($id: ID!) {
    orderChanged(id: $id) {
      id
      ...OrderProgress_order
    }
  }
`);

/**
 * How far the order is. Followed while it still moves: events update it in the graph cache, from where the page reads it. The answer to a change
 * may come after the event that tells more, and take its place there; what happened only ever grows, so the longer history is the later one.
 */
export function useFollowOrder(
  order: ({ id: string } & FragmentType<typeof OrderProgress_order>) | null | undefined,
): OrderProgress_OrderFragment | null | undefined {
  const progress = readFragment(OrderProgress_order, order);
  const [{ data }] = useSubscription({
    query: OrderChanged_Subscription,
    variables: { id: order?.id ?? '' },
    pause: !progress || !stillMoves(progress),
  });
  const told = readFragment(OrderProgress_order, data?.orderChanged);
  return told && told.id === progress?.id && told.history.length > progress.history.length ? told : progress;
}

/** A cancelled order that had been paid for moves until its money is returned. */
function stillMoves({ state, history }: OrderProgress_OrderFragment): boolean {
  const happened = (kind: OrderMomentKind) => history.some((moment) => moment.kind === kind);
  switch (state) {
    case 'PLACED':
    case 'CONFIRMED':
    case 'DISPATCHED':
      return true;
    case 'CANCELLED':
      return happened('CONFIRMED') && !happened('REFUNDED');
    case 'DELIVERED':
    case 'REJECTED':
      return false;
  }
}
