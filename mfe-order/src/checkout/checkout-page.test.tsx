import type { SlotPlace } from '@arcade/mfe-kit/slot';
import { TestShop, type TestShopProps } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CheckoutPage_QueryQuery } from '../generated/graphql.ts';
import { CheckoutPage } from './checkout-page.tsx';
import type { ShippingChoice } from './draft.ts';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const usd = (amount: number) => ({ __typename: 'Money', amount, currency: 'USD' });
const cart = {
  __typename: 'Cart',
  id: 'c1',
  quantity: 1,
  weight: 4000,
  subtotal: usd(12000),
  lines: [
    {
      __typename: 'CartLine',
      id: 'l1',
      sku: 'HARU',
      name: 'Haru chair',
      quantity: 1,
      total: usd(12000),
      variant: null,
    },
  ],
};
// The page's fragment is masked in its type; the data is what the router would send.
const data = { cart } as unknown as CheckoutPage_QueryQuery;

const address: ShippingChoice = {
  method: 'standard',
  recipient: 'Mina Kim',
  country: 'KR',
  postcode: '04524',
  city: 'Seoul',
  line1: 'Sejong-daero 110',
};

function FilledShipping({ onOutput }: { onOutput: ((output: unknown) => void) | undefined }) {
  useEffect(() => onOutput?.(address), [onOutput]);
  return <p>delivery’s form</p>;
}

const filledShipping = (place: SlotPlace) => <FilledShipping onOutput={place.onOutput} />;

function checkout(
  placeOrder: (variables: unknown) => Record<string, unknown>,
  props: Partial<TestShopProps> = {},
) {
  const answer = (variables: unknown) => ({ placeOrder: placeOrder(variables) });
  render(
    <TestShop
      answers={{
        ReviewStep_Query: { cart: { __typename: 'Cart', id: 'c1', shippingPrice: usd(500) } },
        CartAfterOrder_Query: { cart: { ...cart, quantity: 0, lines: [] } },
        PlaceOrder_Mutation: answer,
      }}
      fill={filledShipping}
      {...props}
    >
      <CheckoutPage data={data} params={{}} search={new URLSearchParams()} />
    </TestShop>,
  );
}

const continueFrom = (index: number) => {
  const button = screen.getAllByRole('button', { name: 'Continue', hidden: true })[index];
  if (!button) throw new Error(`There are fewer than ${index + 1} steps.`);
  fireEvent.click(button);
};

async function toReview(testCard = '4242 4242 4242 4242') {
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'mina@example.com' } });
  continueFrom(0);
  continueFrom(1);
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`Use ${testCard}`) }));
  continueFrom(2);
  return screen.findByRole('button', { name: 'Place order for $125.00' });
}

test('sends what was entered, with the total that was shown, and leads to the order', async () => {
  const place = vi.fn((_variables: unknown) => ({ __typename: 'Order', id: 'o1', state: 'CONFIRMED' }));
  const onNavigate = vi.fn();
  checkout(place, { onNavigate });
  fireEvent.click(await toReview());
  await waitFor(() => expect(onNavigate).toHaveBeenCalledWith('/orders/o1?placed=1'));
  expect(place.mock.calls[0]?.[0]).toMatchObject({
    input: {
      email: 'mina@example.com',
      expectedTotal: 12500,
      payment: { token: 'tok_visa_success' },
      shipping: { method: 'standard', postcode: '04524' },
    },
  });
});

test('pressing twice places one order', async () => {
  const place = vi.fn((_variables: unknown) => ({ __typename: 'Order', id: 'o1', state: 'CONFIRMED' }));
  const onNavigate = vi.fn();
  checkout(place, { onNavigate });
  const button = await toReview();
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(onNavigate).toHaveBeenCalled());
  expect(place).toHaveBeenCalledTimes(1);
});

test('after a lost answer the next press names the same order', async () => {
  const keys: unknown[] = [];
  checkout((variables) => {
    keys.push((variables as { input: { idempotencyKey: string } }).input.idempotencyKey);
    if (keys.length === 1) throw new TypeError('The connection broke.');
    return { __typename: 'Order', id: 'o1', state: 'PLACED' };
  });
  fireEvent.click(await toReview());
  await screen.findByText(/never taken twice/);
  fireEvent.click(await screen.findByRole('button', { name: 'Place order for $125.00' }));
  await waitFor(() => expect(keys).toHaveLength(2));
  expect(keys[1]).toBe(keys[0]);
});

test('a declined card leads back to the payment step, and the next try is a new order', async () => {
  checkout(() => ({ __typename: 'PaymentDeclined', reason: 'DECLINED', cart }));
  fireEvent.click(await toReview('4000 0000 0000 0002'));
  expect(await screen.findByText(/The card was declined/)).toBeTruthy();
  await waitFor(() => expect(screen.getByLabelText('Card number').closest('[hidden]')).toBeNull());
  expect(screen.queryByRole('button', { name: 'Change: Review' })).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test('an address field that the server refuses is told to the slot', async () => {
  const errors: unknown[] = [];
  checkout(
    () => ({ __typename: 'InvalidInput', fields: [{ field: 'shipping.postcode', code: 'MALFORMED' }] }),
    {
      fill: (place) => {
        errors.push(place.input.errors);
        return filledShipping(place);
      },
    },
  );
  fireEvent.click(await toReview());
  await screen.findByText('Please check the marked fields.');
  expect(errors.at(-1)).toEqual([{ field: 'postcode', code: 'MALFORMED' }]);
});

test('while nobody fills the shipping slot, order asks for the address itself', async () => {
  const place = vi.fn((_variables: unknown) => ({ __typename: 'Order', id: 'o1', state: 'PLACED' }));
  checkout(place, { fill: (slot) => slot.fallback });
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'mina@example.com' } });
  continueFrom(0);
  for (const [label, value] of Object.entries({
    Name: 'Mina',
    Postcode: '10001',
    City: 'New York',
    Address: '1 Main St',
  })) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  continueFrom(1);
  fireEvent.click(screen.getByRole('button', { name: /Use 4242/ }));
  continueFrom(2);
  fireEvent.click(await screen.findByRole('button', { name: 'Place order for $125.00' }));
  await waitFor(() => expect(place).toHaveBeenCalled());
  expect(place.mock.calls[0]?.[0]).toMatchObject({
    input: { shipping: { method: 'standard', country: 'US', recipient: 'Mina', line1: '1 Main St' } },
  });
});
