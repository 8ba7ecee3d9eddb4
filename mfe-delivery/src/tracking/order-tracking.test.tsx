import { TestShop } from '@arcade/mfe-kit/testing';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeliveryState, OrderTracking_QueryQuery } from '../generated/graphql.ts';
import { OrderTracking } from './order-tracking.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function answer(...states: DeliveryState[]): OrderTracking_QueryQuery {
  const delivery = states.length > 0 && {
    __typename: 'Delivery',
    id: 'd1',
    state: states.at(-1),
    promised: '2026-11-26',
    carrier: states.length > 1 ? 'Passage Post' : null,
    trackingNumber: states.length > 1 ? '123456789012' : null,
    history: states.map((state, n) => ({
      __typename: 'DeliveryMoment',
      state,
      at: `2026-11-2${n}T01:00:00Z`,
      place: state === 'CALLED_OFF' ? null : 'Icheon',
    })),
  };
  // What the router sends; the fragment is masked in its type.
  return { order: { __typename: 'Order', id: 'o1', delivery: delivery || null } } as OrderTracking_QueryQuery;
}

function follow(first: OrderTracking_QueryQuery, next: () => OrderTracking_QueryQuery) {
  const asked = vi.fn(next);
  render(
    <TestShop answers={{ OrderTracking_Query: asked }}>
      <OrderTracking input={{ orderId: 'o1' }} data={first} onOutput={() => {}} />
    </TestShop>,
  );
  return asked;
}
const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));
const steps = () => screen.getAllByRole('listitem').map((step) => step.textContent);

test('the parcel moves on while one looks, and nobody asks once it has arrived', async () => {
  const asked = follow(answer('SCHEDULED'), () => answer('SCHEDULED', 'DISPATCHED', 'DELIVERED'));
  expect(screen.getByText('Expected by Thu, Nov 26')).toBeTruthy();
  expect(steps()[0]).toContain('Being packed (now)');
  expect(steps()[4]).toContain('Delivered (to come)');
  await seconds(4);
  expect(steps().at(-1)).toContain('Delivered (done)');
  expect(screen.getByText('123456789012')).toBeTruthy();
  expect(screen.queryByText(/Expected/)).toBeNull();
  await seconds(30);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('what changes is told politely', () => {
  follow(answer('SCHEDULED'), () => answer('SCHEDULED'));
  const state = screen.getAllByText('Being packed')[0];
  expect(state?.closest('[aria-live="polite"]')).not.toBeNull();
});

test('before there is a parcel it waits for one', async () => {
  follow(answer(), () => answer('SCHEDULED'));
  expect(screen.getByText(/shows up here/)).toBeTruthy();
  await seconds(4);
  expect(steps()[0]).toContain('Being packed');
});

test('nobody asks while the page is not seen', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const asked = follow(answer('SCHEDULED'), () => answer('SCHEDULED'));
  await seconds(30);
  expect(asked).not.toHaveBeenCalled();
  visibility.mockReturnValue('visible');
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a parcel that was called off ends there', async () => {
  const asked = follow(answer('SCHEDULED', 'CALLED_OFF'), () => answer());
  expect(steps()).toHaveLength(2);
  expect(steps()[1]).toContain('Called off (ended here)');
  await seconds(30);
  expect(asked).not.toHaveBeenCalled();
});
