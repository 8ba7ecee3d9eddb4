import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
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

const FollowOrder_Query = graphql(`
  query FollowOrder_Query($id: ID!) {
    order(id: $id) {
      id
      ...OrderProgress_order
    }
  }
`);

const pauseBetweenLooks = 2000;

/** How far the order is, asked again every two seconds while the page is looked at and the order still moves. */
export function useFollowOrder(
  order: ({ id: string } & FragmentType<typeof OrderProgress_order>) | null | undefined,
): OrderProgress_OrderFragment | null | undefined {
  const progress = readFragment(OrderProgress_order, order);
  const moves = progress ? stillMoves(progress) : false;
  const [looks, setLooks] = useState(0);
  const [, look] = useQuery({ query: FollowOrder_Query, variables: { id: order?.id ?? '' }, pause: true });

  useEffect(() => {
    if (!moves) return;
    const timer = setTimeout(() => {
      // The answer updates the order in the graph cache, from where the page reads it.
      if (document.visibilityState === 'visible') look({ requestPolicy: 'network-only' });
      setLooks(looks + 1);
    }, pauseBetweenLooks);
    return () => clearTimeout(timer);
  }, [moves, looks, look]);

  return progress;
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
