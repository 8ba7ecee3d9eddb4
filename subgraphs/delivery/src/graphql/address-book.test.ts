import type { Service } from '@arcade/subgraph-kit/service';
import { statementHeaders, type TestDatabase, testDatabase, testEnv } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDelivery } from '../start.ts';

let db: TestDatabase<Record<string, never>>;
let service: Service;
beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('../../migrations/', import.meta.url), schema: {} });
  service = await startDelivery({
    ...(await testEnv()),
    DATABASE_URL: db.url,
    // Nobody there: the address book needs nobody.
    FEED_ORDER: 'http://127.0.0.1:9/events',
    MAX_SUBSCRIPTIONS: 100,
    CARRIER_PACE_SECONDS: 3600,
  });
});
afterAll(async () => {
  await service.stop();
  await db.drop();
});

interface Book {
  __typename?: string;
  id: string;
  addresses: { id: string; isDefault: boolean; recipient: string; line2: string | null }[];
}
interface Answer {
  addressBook: Book;
  saveAddress: Book;
  removeAddress: Book;
  _entities: object[];
  shippingMethods: object[];
}

async function ask(visitor: string | undefined, query: string, variables: object = {}) {
  const identity = visitor === undefined ? {} : { visitor };
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await statementHeaders('delivery', identity)) },
    body: JSON.stringify({ query, variables }),
  });
  // Of the fields only those that the query asks for are there.
  return (await response.json()) as { data: Answer; errors?: { extensions: { code: string } }[] };
}

const book = 'id max addresses { id isDefault recipient postcode line2 }';
const refusals = `... on UnknownAddress { message } ... on AddressBookFull { max }
  ... on InvalidInput { fields { field code } }`;
const read = `{ addressBook { ${book} } }`;
const write = `mutation ($input: AddressInput!) { saveAddress(input: $input) { __typename ... on AddressBook { ${book} } ${refusals} } }`;
const erase = `mutation ($id: ID!) { removeAddress(id: $id) { __typename ... on AddressBook { ${book} } } }`;
const address = {
  recipient: '김민아',
  country: 'KR',
  postcode: '04524',
  city: '서울',
  line1: '세종대로 110',
};
const recipients = (answer: { addresses: { recipient: string }[] }) =>
  answer.addresses.map(({ recipient }) => recipient);

test('a visitor keeps, changes and removes addresses; the answer is the same book', async () => {
  const { data: empty } = await ask('ann', read);
  expect(empty.addressBook).toMatchObject({ max: 20, addresses: [] });
  await ask('ann', write, { input: address });
  const { data: second } = await ask('ann', write, {
    input: { ...address, recipient: '이서준', makeDefault: true },
  });
  expect(second.saveAddress.id).toBe(empty.addressBook.id);
  expect(recipients(second.saveAddress)).toEqual(['이서준', '김민아']);
  const [first, older] = second.saveAddress.addresses;
  expect(first?.isDefault).toBe(true);

  const id = older?.id;
  const { data: changed } = await ask('ann', write, { input: { ...address, id, line2: '3층' } });
  expect(changed.saveAddress.addresses[1]).toMatchObject({ id, line2: '3층' });

  const { data: removed } = await ask('ann', erase, { id: first?.id });
  expect(recipients(removed.removeAddress)).toEqual(['김민아']);
  expect(removed.removeAddress.addresses[0]?.isDefault).toBe(true);
});

test('nobody sees or changes another visitor’s book', async () => {
  const { data } = await ask('bea', write, { input: address });
  const id = data.saveAddress.addresses[0]?.id;
  expect((await ask('cleo', read)).data.addressBook.addresses).toEqual([]);
  expect((await ask('cleo', erase, { id })).data.removeAddress.__typename).toBe('UnknownAddress');
  expect((await ask('cleo', write, { input: { ...address, id } })).data.saveAddress.__typename).toBe(
    'UnknownAddress',
  );
  const entity = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Address { recipient } } }';
  const of = [{ __typename: 'Address', id }];
  expect((await ask('bea', entity, { of })).data._entities).toEqual([{ recipient: '김민아' }]);
  expect((await ask('cleo', entity, { of })).data._entities).toEqual([null]);
  expect((await ask(undefined, read)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('what is wrong comes back beside its field', async () => {
  const { data } = await ask('dora', write, { input: { ...address, postcode: '4524', recipient: '' } });
  expect(data.saveAddress).toEqual({
    __typename: 'InvalidInput',
    fields: [
      { field: 'recipient', code: 'REQUIRED' },
      { field: 'postcode', code: 'MALFORMED' },
    ],
  });
});

test('thirty addresses saved at once: twenty are kept, ten are told that the book is full', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask('eve', write, { input: address })));
  const kinds = answers.map(({ data }) => data.saveAddress.__typename).sort();
  expect(kinds).toEqual([...Array(20).fill('AddressBook'), ...Array(10).fill('AddressBookFull')]);
  expect((await ask('eve', read)).data.addressBook.addresses).toHaveLength(20);
});

test('methods for a parcel, cheapest first, in the asked language and currency', async () => {
  const query = `{ shippingMethods(country: US, postcode: "10001", weight: 900) { code name(locale: EN) price(currency: USD) { amount currency } } }`;
  expect((await ask(undefined, query)).data.shippingMethods).toEqual([
    { code: 'standard', name: 'Standard', price: { amount: 690, currency: 'USD' } },
    { code: 'express', name: 'Express', price: { amount: 1990, currency: 'USD' } },
  ]);
});
