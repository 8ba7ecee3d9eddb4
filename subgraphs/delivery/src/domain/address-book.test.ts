import { expect, test } from 'vitest';
import { type AddressBook, type BookRefusal, remove, save, type TypedAddress } from './address-book.ts';

const seoul: TypedAddress = {
  recipient: '김민아',
  phone: '010-1234-5678',
  country: 'KR',
  postcode: '04524',
  city: '서울 중구',
  line1: '세종대로 110',
};
const brooklyn: TypedAddress = {
  recipient: 'Mina Kim',
  country: 'US',
  postcode: '11201-1234',
  region: 'NY',
  city: 'Brooklyn',
  line1: '1 Water St',
};

function saved(result: AddressBook | BookRefusal): AddressBook {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const add = (book: AddressBook, id: string, address: TypedAddress = seoul, makeDefault = false) =>
  saved(save(book, { newId: id, makeDefault, address }));

const ids = (book: AddressBook) => book.map(({ id }) => id);

test('the first address is the default, the next comes after it', () => {
  expect(ids(add(add([], 'a'), 'b'))).toEqual(['a', 'b']);
});

test('an address becomes the default when asked', () => {
  const book = add(add([], 'a'), 'b', brooklyn, true);
  expect(ids(book)).toEqual(['b', 'a']);
  expect(ids(saved(save(book, { id: 'a', newId: 'x', makeDefault: true, address: seoul })))).toEqual([
    'a',
    'b',
  ]);
});

test('a change keeps the place and the id', () => {
  const book = add(add([], 'a'), 'b');
  const changed = saved(save(book, { id: 'b', newId: 'x', makeDefault: false, address: brooklyn }));
  expect(changed[1]).toEqual({ id: 'b', ...brooklyn });
});

test('blank fields are left out, the rest is trimmed', () => {
  const [kept] = add([], 'a', { ...seoul, recipient: ' 김민아 ', phone: ' ', line2: '' });
  expect(kept).toEqual({
    id: 'a',
    recipient: '김민아',
    country: 'KR',
    postcode: '04524',
    city: '서울 중구',
    line1: '세종대로 110',
  });
});

test('the book holds twenty; changing one still works then', () => {
  let book: AddressBook = [];
  for (let n = 0; n < 20; n++) book = add(book, `a${n}`);
  expect(save(book, { newId: 'one-more', makeDefault: false, address: seoul })).toEqual({
    refused: 'BOOK_FULL',
  });
  expect(saved(save(book, { id: 'a3', newId: 'x', makeDefault: false, address: brooklyn }))).toHaveLength(20);
});

test('removing the default makes the next one the default', () => {
  expect(ids(saved(remove(add(add([], 'a'), 'b'), 'a')))).toEqual(['b']);
});

test('what is not in the book is neither changed nor removed', () => {
  expect(remove([], 'a')).toEqual({ refused: 'UNKNOWN_ADDRESS' });
  expect(save([], { id: 'a', newId: 'x', makeDefault: false, address: seoul })).toEqual({
    refused: 'UNKNOWN_ADDRESS',
  });
});

test.each<[string, TypedAddress, { field: string; code: string }]>([
  ['a short Korean postcode', { ...seoul, postcode: '4524' }, { field: 'postcode', code: 'MALFORMED' }],
  ['an unassigned one', { ...seoul, postcode: '99999' }, { field: 'postcode', code: 'UNKNOWN' }],
  ['no postcode', { ...seoul, postcode: ' ' }, { field: 'postcode', code: 'REQUIRED' }],
  [
    'a ZIP code with half a +4',
    { ...brooklyn, postcode: '11201-12' },
    { field: 'postcode', code: 'MALFORMED' },
  ],
  ['military post', { ...brooklyn, postcode: '09012' }, { field: 'postcode', code: 'UNKNOWN' }],
  ['no state', { ...brooklyn, region: undefined }, { field: 'region', code: 'REQUIRED' }],
  ['a state that is none', { ...brooklyn, region: 'ZZ' }, { field: 'region', code: 'UNKNOWN' }],
  ['no recipient', { ...seoul, recipient: '  ' }, { field: 'recipient', code: 'REQUIRED' }],
  ['an endless line', { ...seoul, line1: 'x'.repeat(121) }, { field: 'line1', code: 'TOO_LONG' }],
  ['words for a phone', { ...seoul, phone: 'call me' }, { field: 'phone', code: 'MALFORMED' }],
])('%s is refused beside its field', (_, address, error) => {
  expect(save([], { newId: 'a', makeDefault: false, address })).toEqual({
    refused: 'INVALID_INPUT',
    fields: [error],
  });
});
