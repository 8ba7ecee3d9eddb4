import { requireVisitor } from '@arcade/subgraph-kit/graphql-errors';
import { remove, save } from '../domain/address-book.ts';
import { offersFor, promiseFor, type Shipping } from '../domain/shipping.ts';
import type { Resolvers } from '../generated/graphql.ts';
import type { AddressBooks } from '../use-cases/ports.ts';
import { bookId, bookOrRefusal, shownBook, unknownAddress } from './book.ts';
import type { Context } from './context.ts';
import { inLocale, money, offeredMethod, scheduledMethod } from './shipping-method.ts';

export interface Ports {
  shipping: Shipping;
  addressBooks: AddressBooks;
  now: () => Temporal.Instant;
  newId: () => string;
  /** Of the order's delivery: yields at once, and after each change; GraphQLError TOO_MANY_SUBSCRIPTIONS. */
  changesOf(orderId: string, over: AbortSignal | undefined): AsyncGenerator<void, void>;
}

export function resolvers({ shipping, addressBooks, now, newId, changesOf }: Ports): Resolvers {
  return {
    Query: {
      shippingMethods: (_, { country, postcode, weight }) =>
        offersFor(shipping, { country, postcode: postcode ?? undefined, grams: weight }, now()).map(
          offeredMethod,
        ),
      addressBook: async (_, _args, context) => {
        const visitor = requireVisitor(context);
        return shownBook(visitor, await addressBooks.of(visitor));
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
        return 'refused' in changed ? unknownAddress : shownBook(visitor, changed);
      },
    },

    Subscription: {
      deliveryChanged: {
        async subscribe(_, { orderId }, context) {
          requireVisitor(context);
          return changedDeliveries(orderId, changesOf(orderId, context.over), context);
        },
      },
    },

    Product: {
      deliveryPromise: ({ weight }, { postcode, country }) => {
        const promise = promiseFor(shipping, { country, postcode, grams: weight }, now());
        if (typeof promise === 'object') return { __typename: 'DeliveryPromise', ...promise };
        return {
          __typename: 'NotDelivered',
          reason: promise,
          message: `Nothing goes to ${country} ${postcode}.`,
        };
      },
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
      shippingMethods: ({ country, postcode }, { weight }) =>
        offersFor(shipping, { country, postcode, grams: weight }, now()).map(offeredMethod),
      __resolveReference: async ({ id }, { visitor }) => {
        if (visitor === undefined) return null;
        return (
          shownBook(visitor, await addressBooks.of(visitor)).addresses.find((address) => address.id === id) ??
          null
        );
      },
    },

    AddressBook: {
      __resolveReference: async ({ id }, { visitor }) => {
        if (visitor === undefined || id !== bookId(visitor)) return null;
        return shownBook(visitor, await addressBooks.of(visitor));
      },
    },
  };
}

/** What becomes of another visitor's delivery is not even to be seen by when an event comes. */
async function* changedDeliveries(
  orderId: string,
  changes: AsyncGenerator<void>,
  { deliveryById, deliveryByOrder }: Context,
) {
  let first = true;
  for await (const _ of changes) {
    deliveryById.clearAll();
    const delivery = await deliveryByOrder.clearAll().load(orderId);
    if (delivery || first) yield { deliveryChanged: delivery };
    first = false;
  }
}

/** PostgreSQL refuses to compare anything else with a uuid. */
const isUuid = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
