import { TestShop } from '@arcade/mfe-kit/testing';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useQuery } from 'urql';
import { afterEach, expect, test, vi } from 'vitest';
import type { DeliveryState } from '../generated/graphql.ts';
import { OrderTracking, OrderTracking_Query } from './order-tracking.tsx';

afterEach(cleanup);

const order = { __typename: 'Order', id: 'o1' };

function deliveryIn(...states: DeliveryState[]) {
  const isUnderWay = states.length > 1;
  return {
    __typename: 'Delivery',
    id: 'd1',
    state: states.at(-1),
    promised: '2026-11-26',
    carrier: isUnderWay ? 'Passage Post' : null,
    trackingNumber: isUnderWay ? '123456789012' : null,
    history: states.map((state, n) => ({
      __typename: 'DeliveryMoment',
      state,
      at: `2026-11-2${n}T01:00:00Z`,
      place: state === 'CALLED_OFF' ? null : 'Icheon',
    })),
  };
}

/** As the shell fills the slot: with what the graph cache holds. */
function Filled() {
  const [{ data }] = useQuery({ query: OrderTracking_Query, variables: { orderId: 'o1', locale: 'EN' } });
  return data ? <OrderTracking input={{ orderId: 'o1' }} data={data} onOutput={() => {}} /> : null;
}

/** The slot after its query was answered, and what the graph tells whoever follows the parcel. */
async function follow(...states: DeliveryState[]) {
  const delivery = states.length > 0 ? deliveryIn(...states) : null;
  const begun = vi.fn();
  const ended = vi.fn();
  let tell = (_data: Record<string, unknown>) => {};
  render(
    <TestShop
      answers={{ OrderTracking_Query: { order: { ...order, delivery } } }}
      events={{
        DeliveryChanged_Subscription(next, variables) {
          begun(variables);
          tell = next;
          return ended;
        },
      }}
    >
      <Filled />
    </TestShop>,
  );
  await screen.findByRole('heading', { name: 'Parcel' });
  return {
    begun,
    ended,
    isFollowed: () => waitFor(() => expect(begun).toHaveBeenCalledWith({ orderId: 'o1', locale: 'EN' })),
    tell: (...later: DeliveryState[]) =>
      act(async () => {
        const changed = deliveryIn(...later);
        tell({
          deliveryChanged: {
            ...changed,
            order: { ...order, delivery: { __typename: 'Delivery', id: changed.id } },
          },
        });
      }),
  };
}

const steps = () => screen.getAllByRole('listitem').map((step) => step.textContent);

test('the parcel moves on while one looks, and nobody follows it once it has arrived', async () => {
  const { isFollowed, tell, ended } = await follow('SCHEDULED');
  expect(screen.getByText('Expected by Thu, Nov 26')).toBeTruthy();
  expect(steps()[0]).toContain('Being packed (now)');
  expect(steps()[4]).toContain('Delivered (to come)');
  await isFollowed();
  await tell('SCHEDULED', 'DISPATCHED');
  expect(steps()[1]).toContain('Handed to the carrier (now)');
  expect(screen.getByText('123456789012')).toBeTruthy();
  expect(ended).not.toHaveBeenCalled();
  await tell('SCHEDULED', 'DISPATCHED', 'DELIVERED');
  expect(steps().at(-1)).toContain('Delivered (done)');
  expect(screen.queryByText(/Expected/)).toBeNull();
  expect(ended).toHaveBeenCalledTimes(1);
});

test('what changes is told politely', async () => {
  await follow('SCHEDULED');
  const state = screen.getAllByText('Being packed')[0];
  expect(state?.closest('[aria-live="polite"]')).not.toBeNull();
});

test('before there is a parcel it waits for one', async () => {
  const { isFollowed, tell } = await follow();
  expect(screen.getByText(/shows up here/)).toBeTruthy();
  await isFollowed();
  await tell('SCHEDULED');
  expect(steps()[0]).toContain('Being packed');
});

test('a parcel that was called off ends there', async () => {
  const { begun } = await follow('SCHEDULED', 'CALLED_OFF');
  expect(steps()).toHaveLength(2);
  expect(steps()[1]).toContain('Called off (ended here)');
  expect(begun).not.toHaveBeenCalled();
});
