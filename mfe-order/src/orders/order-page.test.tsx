import { TestShop } from '@arcade/mfe-kit/testing';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useQuery } from 'urql';
import { afterEach, expect, test, vi } from 'vitest';
import type { OrderMomentKind, OrderState } from '../generated/graphql.ts';
import { OrderPage, OrderPage_Query } from './order-page.tsx';

// jsdom has no dialogs.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

afterEach(cleanup);

const money = { __typename: 'Money', amount: 4500, currency: 'USD' };

function progress(state: OrderState, ...kinds: OrderMomentKind[]) {
  return {
    __typename: 'Order',
    id: 'o1',
    state,
    rejection: null,
    cancellable: state === 'PLACED' || state === 'CONFIRMED',
    history: kinds.map((kind, n) => ({
      __typename: 'OrderMoment',
      kind,
      at: `2026-11-2${n}T01:00:00Z`,
    })),
  };
}

const order = {
  number: 'A-2026-7KQ4MX',
  placedAt: '2026-11-20T01:00:00Z',
  email: 'mina@example.com',
  subtotal: money,
  total: money,
  lines: [],
  shipping: {
    __typename: 'OrderShipping',
    recipient: 'Mina Kim',
    country: 'US',
    postcode: '10001',
    region: 'NY',
    city: 'New York',
    line1: '1 Main Street',
    line2: null,
    price: money,
  },
};

/** As the shell shows the page: with what the graph cache holds. */
function Shown() {
  const [{ data }] = useQuery({ query: OrderPage_Query, variables: { id: 'o1', locale: 'EN' } });
  return data ? <OrderPage data={data} params={{ id: 'o1' }} search={new URLSearchParams()} /> : null;
}

/** The page after its query was answered, and what the graph tells whoever follows the order. */
async function follow(state: OrderState, ...kinds: OrderMomentKind[]) {
  const begun = vi.fn();
  const ended = vi.fn();
  const cancelled = vi.fn<() => Record<string, unknown>>();
  let tell = (_data: Record<string, unknown>) => {};
  render(
    <TestShop
      answers={{
        OrderPage_Query: { order: { ...order, ...progress(state, ...kinds) } },
        CancelOrder_Mutation: cancelled,
      }}
      events={{
        OrderChanged_Subscription(next, variables) {
          begun(variables);
          tell = next;
          return ended;
        },
      }}
    >
      <Shown />
    </TestShop>,
  );
  await screen.findByRole('heading', { name: 'Order A-2026-7KQ4MX' });
  const say = (...changed: Parameters<typeof progress>) => tell({ orderChanged: progress(...changed) });
  return {
    begun,
    ended,
    cancelled,
    isFollowed: () => waitFor(() => expect(begun).toHaveBeenCalledWith({ id: 'o1' })),
    tell: (...changed: Parameters<typeof progress>) => act(async () => say(...changed)),
    say,
  };
}

const badge = () => screen.getByRole('banner').querySelector('[aria-live="polite"]')?.textContent;
const steps = () => screen.getAllByRole('listitem').map((step) => step.textContent);

test('an order moves on while one looks, and nobody follows it once it has arrived', async () => {
  const { isFollowed, tell, ended } = await follow('PLACED', 'PLACED');
  await isFollowed();
  await tell('CONFIRMED', 'PLACED', 'STOCK_ALLOCATED', 'CONFIRMED');
  expect(badge()).toBe('Confirmed');
  expect(steps()[2]).toContain('Paid and confirmed (done)');
  expect(screen.getByRole('button', { name: 'Cancel order' })).toBeTruthy();
  await tell('DISPATCHED', 'PLACED', 'STOCK_ALLOCATED', 'CONFIRMED', 'DISPATCHED');
  expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
  expect(ended).not.toHaveBeenCalled();
  await tell('DELIVERED', 'PLACED', 'STOCK_ALLOCATED', 'CONFIRMED', 'DISPATCHED', 'DELIVERED');
  expect(badge()).toBe('Delivered');
  expect(ended).toHaveBeenCalledTimes(1);
});

test('a cancelled order is followed until its money is returned', async () => {
  const { isFollowed, tell, ended } = await follow('CANCELLED', 'PLACED', 'CONFIRMED', 'CANCELLED');
  await isFollowed();
  await tell('CANCELLED', 'PLACED', 'CONFIRMED', 'CANCELLED', 'REFUNDED');
  expect(steps().at(-1)).toContain('Money returned');
  expect(ended).toHaveBeenCalledTimes(1);
});

test('what an event told before the answer to the cancelling came is not lost', async () => {
  const { isFollowed, say, cancelled } = await follow('CONFIRMED', 'PLACED', 'CONFIRMED');
  await isFollowed();
  cancelled.mockImplementation(() => {
    say('CANCELLED', 'PLACED', 'CONFIRMED', 'CANCELLED', 'REFUNDED');
    return { cancelOrder: progress('CANCELLED', 'PLACED', 'CONFIRMED', 'CANCELLED') };
  });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel order' }));
  fireEvent.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
  await waitFor(() => expect(cancelled).toHaveBeenCalled());
  await waitFor(() => expect(badge()).toBe('Cancelled'));
  expect(steps().at(-1)).toContain('Money returned');
});

test('nobody follows an order that is settled', async () => {
  const { begun } = await follow('REJECTED', 'PLACED', 'REJECTED');
  expect(begun).not.toHaveBeenCalled();
});
