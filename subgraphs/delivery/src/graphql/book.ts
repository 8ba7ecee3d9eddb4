import { createHash } from 'node:crypto';
import { type Address, type AddressBook, type BookRefusal, maxAddresses } from '../domain/address-book.ts';
import type { ResolversTypes } from '../generated/graphql.ts';

export interface ShownAddress extends Address {
  isDefault: boolean;
}

/** Tells books apart in a client's cache without telling it the visitor's id. */
export const bookId = (visitor: string): string =>
  createHash('sha256').update(visitor).digest('base64url').slice(0, 16);

export function shownBook(visitor: string, book: AddressBook) {
  const addresses = book.map((address, index): ShownAddress => ({ ...address, isDefault: index === 0 }));
  return { __typename: 'AddressBook' as const, id: bookId(visitor), addresses, max: maxAddresses };
}

export const unknownAddress = {
  __typename: 'UnknownAddress' as const,
  message: 'The address book has no such address.',
};

export function bookOrRefusal(
  visitor: string,
  result: AddressBook | BookRefusal,
): ResolversTypes['SaveAddressResult'] {
  if (!('refused' in result)) return shownBook(visitor, result);
  switch (result.refused) {
    case 'UNKNOWN_ADDRESS':
      return unknownAddress;
    case 'BOOK_FULL': {
      const message = `An address book holds at most ${maxAddresses} addresses.`;
      return { __typename: 'AddressBookFull', message, max: maxAddresses };
    }
    case 'INVALID_INPUT': {
      const message = `Not valid: ${result.fields.map(({ field }) => field).join(', ')}.`;
      return { __typename: 'InvalidInput', message, fields: result.fields };
    }
  }
}
