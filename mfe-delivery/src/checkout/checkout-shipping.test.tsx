import { TestShop, type TestShopProps } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { CheckoutShipping_QueryQuery } from '../generated/graphql.ts';
import { CheckoutShipping } from './checkout-shipping.tsx';
import { kept } from './kept-choice.ts';

afterEach(() => {
  cleanup();
  for (const key of Object.keys(kept) as (keyof typeof kept)[]) delete kept[key];
});

const method = (code: string, name: string, amount: number) => ({
  __typename: 'ShippingMethod',
  code,
  name,
  earliest: '2026-11-25',
  latest: '2026-11-26',
  price: { __typename: 'Money', amount, currency: 'KRW' },
});
const methods = [method('standard', 'Standard', 3000), method('next-day', 'Next day', 6000)];
const saved = (id: string, recipient: string) => ({
  __typename: 'Address',
  id,
  isDefault: id === 'a1',
  recipient,
  phone: null,
  country: 'KR',
  postcode: '04524',
  region: null,
  city: '서울 중구',
  line1: '세종대로 110',
  line2: null,
  shippingMethods: methods,
});

/** Nothing goes to 99999. */
const methodsTo = (variables: unknown) => ({
  shippingMethods: (variables as { postcode: string | null }).postcode === '99999' ? [] : methods,
});

function choose(
  addresses: ReturnType<typeof saved>[],
  props: Partial<TestShopProps> & { errors?: { field: string; code: string }[] } = {},
) {
  const onOutput = vi.fn();
  const book = { __typename: 'AddressBook', id: 'b1', addresses };
  // What the router sends; fragments are masked in its type.
  const data = { addressBook: book, shippingMethods: methods } as unknown as CheckoutShipping_QueryQuery;
  const input = { currency: 'KRW', weight: 800, errors: props.errors ?? [] };
  render(
    <TestShop session={{ currency: 'KRW' }} answers={{ NewAddress_Query: methodsTo }} {...props}>
      <CheckoutShipping input={input} data={data} onOutput={onOutput} />
    </TestShop>,
  );
  return { last: () => onOutput.mock.lastCall?.[0] };
}
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

function fillSeoul() {
  fill('Name', '김민아');
  fill('Postcode', '04524');
  fill('City and district', '서울 중구');
  fill('Street address', '세종대로 110');
}

test('the default address and the cheapest method are chosen from the start', () => {
  const { last } = choose([saved('a1', '김민아'), saved('a2', '이서준')]);
  expect(last()).toMatchObject({ recipient: '김민아', postcode: '04524', method: 'standard' });
  expect(
    screen.getByRole('radio', { name: /Standard.*Arrives Wed, Nov 25 – Thu, Nov 26.*₩3,000/ }),
  ).toBeTruthy();
});

test('another address and another method are told to the page', () => {
  const { last } = choose([saved('a1', '김민아'), saved('a2', '이서준')]);
  fireEvent.click(screen.getByRole('radio', { name: /이서준/ }));
  fireEvent.click(screen.getByRole('radio', { name: /Next day/ }));
  expect(last()).toMatchObject({ recipient: '이서준', method: 'next-day' });
});

test('a new address counts once it is complete', async () => {
  const { last } = choose([]);
  expect(last()).toBeUndefined();
  await screen.findByRole('radio', { name: /Standard/ });
  fillSeoul();
  await waitFor(() =>
    expect(last()).toEqual({
      recipient: '김민아',
      country: 'KR',
      postcode: '04524',
      city: '서울 중구',
      line1: '세종대로 110',
      method: 'standard',
    }),
  );
  fill('Name', ' ');
  expect(last()).toBeUndefined();
});

test('the remembered postcode is filled in', async () => {
  choose([], { preferences: { postcode: 'KR 63122' } });
  expect(screen.getByLabelText<HTMLInputElement>('Postcode').value).toBe('63122');
  await screen.findByRole('radio', { name: /Standard/ });
});

test('where nothing goes it says so, and the choice is not complete', async () => {
  const { last } = choose([]);
  fillSeoul();
  fill('Postcode', '99999');
  await screen.findByText(/Nothing we have carries this parcel there/);
  expect(last()).toBeUndefined();
});

test('what the server refuses stands beside its field until that is changed', async () => {
  choose([], { errors: [{ field: 'postcode', code: 'UNKNOWN' }] });
  await screen.findByRole('radio', { name: /Standard/ });
  expect(screen.getByText('We do not deliver to this postcode.')).toBeTruthy();
  fill('Postcode', '04524');
  expect(screen.queryByText('We do not deliver to this postcode.')).toBeNull();
});

test('a new address can be kept for next time', async () => {
  const keep = vi.fn((_: unknown) => ({
    saveAddress: { __typename: 'AddressBook', id: 'b1', max: 20, addresses: [saved('a1', '김민아')] },
  }));
  const announce = vi.fn();
  choose([], {
    answers: { NewAddress_Query: { shippingMethods: methods }, KeepAddress_Mutation: keep },
    feedback: { announce },
  });
  await screen.findByRole('radio', { name: /Standard/ });
  fillSeoul();
  fireEvent.click(screen.getByRole('button', { name: 'Save this address for next time' }));
  await waitFor(() => expect(announce).toHaveBeenCalledWith('The address is saved.'));
  expect(keep.mock.lastCall?.[0]).toMatchObject({
    input: { recipient: '김민아', postcode: '04524' },
    weight: 800,
  });
});

test('who comes back to the step finds what was entered, and what was refused beside it', async () => {
  choose([]);
  fillSeoul();
  await screen.findByRole('radio', { name: /Standard/ });
  fireEvent.click(screen.getByRole('radio', { name: /Next day/ }));
  cleanup();
  const { last } = choose([], { errors: [{ field: 'recipient', code: 'TOO_LONG' }] });
  await screen.findByRole('radio', { name: /Standard/ });
  expect(screen.getByLabelText<HTMLInputElement>('Street address').value).toBe('세종대로 110');
  expect(screen.getByText('This is too long.')).toBeTruthy();
  expect(last()).toMatchObject({ recipient: '김민아', method: 'next-day' });
});
