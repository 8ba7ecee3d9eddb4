import type { Toast } from '@arcade/mfe-kit/feedback';
import { optimisticResults } from '@arcade/mfe-kit/optimistic';
import { TestShop } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Provider, useQuery } from 'urql';
import { afterEach, expect, test } from 'vitest';
import { AddressBookPage, AddressBookPage_Query } from './address-book-page.tsx';

afterEach(cleanup);

interface Address {
  id: string;
  recipient: string;
  [field: string]: unknown;
}
const address = (id: string, recipient: string): Address => ({
  __typename: 'Address',
  id,
  recipient,
  phone: null,
  country: 'KR',
  postcode: '04524',
  region: null,
  city: '서울 중구',
  line1: '세종대로 110',
  line2: null,
});

/** The server: an address book that answers when it is let. */
function server(addresses: Address[], refuse = false) {
  const gate: (() => void)[] = [];
  let made = 0;
  const book = () => ({
    __typename: 'AddressBook',
    id: 'b1',
    max: 20,
    addresses: addresses.map((entry, index) => ({ ...entry, isDefault: index === 0 })),
  });
  const data = (
    operation: string,
    { input, id }: { input?: Address & { makeDefault: boolean }; id?: string },
  ) => {
    if (operation === 'RemoveAddress_Mutation') {
      addresses = addresses.filter((entry) => entry.id !== id);
      return { __typename: 'Mutation', removeAddress: book() };
    }
    if (input) {
      const { makeDefault, ...fields } = input;
      const saved = { ...address('', ''), ...fields, id: fields.id ?? `new-${++made}` };
      const rest = addresses.filter((entry) => entry.id !== saved.id);
      addresses = makeDefault ? [saved, ...rest] : [...rest, saved];
      return { __typename: 'Mutation', saveAddress: book() };
    }
    return { __typename: 'Query', addressBook: book() };
  };
  const client = new Client({
    url: 'http://shop.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange({ optimistic: optimisticResults }), fetchExchange],
    fetch: async (_url, init) => {
      const { operationName, variables = {} } = JSON.parse(String(init?.body));
      const changes = operationName.endsWith('_Mutation');
      if (changes) await new Promise<void>((go) => gate.push(go));
      if (changes && refuse) return Response.json({ errors: [{ message: 'out of order' }] });
      return Response.json({ data: data(operationName, variables) });
    },
  });
  /** Lets the server answer the mutation that waits longest. */
  const answer = async () => {
    await waitFor(() => expect(gate).not.toHaveLength(0));
    gate.shift()?.();
  };
  return { client, answer };
}

function Book() {
  const [{ data }] = useQuery({ query: AddressBookPage_Query });
  return data ? <AddressBookPage data={data} params={{}} search={new URLSearchParams()} /> : null;
}

async function open(addresses: Address[], { refuse = false } = {}) {
  const toasts: Toast[] = [];
  const shop = server(addresses, refuse);
  render(
    <TestShop session={{ currency: 'KRW' }} feedback={{ toast: (toast) => toasts.push(toast) }}>
      <Provider value={shop.client}>
        <Book />
      </Provider>
    </TestShop>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...shop, toasts };
}

const names = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('an empty book says what it is for, and the first address becomes the default', async () => {
  const { answer } = await open([]);
  expect(screen.getByText('No address yet')).toBeTruthy();
  press('Add an address');
  expect(document.activeElement).toBe(screen.getByLabelText('Country'));
  fill('Name', '김민아');
  fill('Postcode', '04524');
  fill('City and district', '서울 중구');
  fill('Street address', '세종대로 110');
  press('Save');
  await answer();
  await waitFor(() => expect(names()).toEqual(['김민아']));
  expect(screen.getByText('Default')).toBeTruthy();
});

test('what is missing is said beside each field, and the first one has the focus', async () => {
  await open([]);
  press('Add an address');
  fill('Postcode', '4524');
  fireEvent.blur(screen.getByLabelText('Postcode'));
  expect(screen.getByText('Five digits, such as 04524.')).toBeTruthy();
  press('Save');
  expect(screen.getAllByText('Please fill this in.')).toHaveLength(3);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Postcode')));
});

test('an American address has a state and a ZIP code', async () => {
  await open([]);
  press('Add an address');
  fill('Country', 'US');
  expect(screen.getByLabelText('State')).toBeTruthy();
  expect(screen.getByLabelText('ZIP code')).toBeTruthy();
});

test('a removed address is gone at once, and comes back with undo', async () => {
  const { answer, toasts } = await open([address('a1', '김민아'), address('a2', '이서준')]);
  press('Remove the address of 김민아');
  await waitFor(() => expect(names()).toEqual(['이서준']));
  await answer();
  await waitFor(() => expect(toasts[0]?.text).toBe('The address of 김민아 was removed.'));
  toasts[0]?.action?.run();
  await answer();
  await waitFor(() => expect(names()).toEqual(['김민아', '이서준']));
});

test('another default stands first at once', async () => {
  const { answer } = await open([address('a1', '김민아'), address('a2', '이서준')]);
  press('Use the address of 이서준 by default');
  await waitFor(() => expect(names()).toEqual(['이서준', '김민아']));
  await answer();
  await waitFor(() => expect(names()).toEqual(['이서준', '김민아']));
});

test('when the server fails, the screen is put right and says so', async () => {
  const { answer, toasts } = await open([address('a1', '김민아'), address('a2', '이서준')], { refuse: true });
  press('Remove the address of 김민아');
  await waitFor(() => expect(names()).toEqual(['이서준']));
  await answer();
  await waitFor(() => expect(names()).toEqual(['김민아', '이서준']));
  expect(toasts).toEqual([expect.objectContaining({ kind: 'refused' })]);
});
