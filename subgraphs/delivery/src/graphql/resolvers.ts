import { createHash } from 'node:crypto';
import { requireVisitor } from '@arcade/subgraph-kit/graphql-errors';
import { type AddressBook, type BookRefusal, maxAddresses, remove, save } from '../domain/address-book.ts';
import { offersFor, type Shipping } from '../domain/shipping.ts';
import type { Resolvers, ResolversTypes } from '../generated/graphql.ts';
import type { AddressBooks } from '../use-cases/ports.ts';
import { inLocale, money, offeredMethod, scheduledMethod } from './shipping-method.ts';

export interface Ports {
  shipping: Shipping;
  addressBooks: AddressBooks;
  now: () => Temporal.Instant;
  newId: () => string;
}

export function resolvers({ shipping, addressBooks, now, newId }: Ports): Resolvers {
  return {
    Query: {
      shippingMethods: (_, { country, postcode, weight }) =>
        offersFor(shipping, { country, postcode: postcode ?? undefined, grams: weight }, now()).map(
          offeredMethod,
        ),
      addressBook: async (_, _args, context) => {
        const visitor = requireVisitor(context);
        return asBook(visitor, await addressBooks.of(visitor));
      },
      delivery: (_, { id }, { deliveryById }) => (isUuid(id) ? deliveryById.load(id) : null),
    },

    Mutation: {
      saveAddress: async (_, { input: { id, makeDefault = false, ...address } }, context) => {
        const visitor = requireVisitor(context);
        const change = { id, newId: newId(), makeDefault, address };
        return bookOrRefusal(visitor, await addressBooks.update(visitor, (book) => save(book, change)));
      },
      removeAddress: async (_, { id }, context) => {
        const visitor = requireVisitor(context);
        const changed = await addressBooks.update(visitor, (book) => remove(book, id));
        return 'refused' in changed ? unknownAddress : asBook(visitor, changed);
      },
    },

    Product: {
      deliveryPromise: ({ weight }, { postcode, country }) =>
        offersFor(shipping, { country, postcode, grams: weight }, now())[0] ?? null,
    },

    DeliveryPromise: {
      earliest: ({ earliest }) => earliest.toString(),
      latest: ({ latest }) => latest.toString(),
      method: offeredMethod,
      orderBy: ({ orderBy }) => orderBy.toString(),
    },

    ShippingMethod: {
      name: ({ name }, { locale }) => inLocale(name, locale),
      price: ({ prices }, { currency }) => money(prices, currency),
    },

    Order: {
      delivery: ({ id }, _, { deliveryByOrder }) => deliveryByOrder.load(id),
    },

    Delivery: {
      __resolveReference: ({ id }, { deliveryById }) => (isUuid(id) ? deliveryById.load(id) : null),
      order: ({ orderId }) => ({ __typename: 'Order', id: orderId }),
      method: scheduledMethod,
      carrier: ({ tracking }) => tracking?.carrier ?? null,
      trackingNumber: ({ tracking }) => tracking?.number ?? null,
    },

    DeliveryMoment: {
      place: ({ place }, { locale }) => (place ? inLocale(place, locale) : null),
    },

    Address: {
      __resolveReference: async ({ id }, { visitor }) => {
        if (visitor === undefined) return null;
        return (
          asBook(visitor, await addressBooks.of(visitor)).addresses.find((address) => address.id === id) ??
          null
        );
      },
    },

    AddressBook: {
      __resolveReference: async ({ id }, { visitor }) => {
        if (visitor === undefined || id !== bookId(visitor)) return null;
        return asBook(visitor, await addressBooks.of(visitor));
      },
    },
  };
}

/** Tells books apart in a client's cache without telling it the visitor's id. */
const bookId = (visitor: string): string =>
  createHash('sha256').update(visitor).digest('base64url').slice(0, 16);

function asBook(visitor: string, book: AddressBook) {
  const addresses = book.map((address, index) => ({ ...address, isDefault: index === 0 }));
  return { __typename: 'AddressBook' as const, id: bookId(visitor), addresses, max: maxAddresses };
}

const unknownAddress = {
  __typename: 'UnknownAddress' as const,
  message: 'The address book has no such address.',
};

function bookOrRefusal(
  visitor: string,
  result: AddressBook | BookRefusal,
): ResolversTypes['SaveAddressResult'] {
  if (!('refused' in result)) return asBook(visitor, result);
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

/** PostgreSQL refuses to compare anything else with a uuid. */
const isUuid = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
