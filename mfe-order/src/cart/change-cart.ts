// The ways in which a cart changes. The screen answers at once (optimistic) and is corrected by what the server says.
import { useAnnounce, useToast } from '@arcade/mfe-kit/feedback';
import { answerAtOnce } from '@arcade/mfe-kit/optimistic';
import { useSession } from '@arcade/mfe-kit/session';
import type { Cache } from '@urql/exchange-graphcache';
import { useMutation } from 'urql';
import type { AddToCart_MutationMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';

/** Everything a cart shows that a change of the cart can change. */
graphql(`
  fragment CartChanged_result on CartChanged {
    cart {
      id
      quantity
      weight
      pricesChanged
      subtotal(currency: $currency) {
        amount
        currency
      }
      lines {
        id
        sku
        name(locale: $locale)
        quantity
        priceChanged
        total(currency: $currency) {
          amount
          currency
        }
        ...CartLine_line
      }
    }
    variant {
      sku
      inCart
    }
  }
`);

const AddToCart_Mutation = graphql(`
  mutation AddToCart_Mutation($sku: ID!, $quantity: Int!, $locale: Locale!, $currency: Currency!) {
    addToCart(sku: $sku, quantity: $quantity) {
      ...CartChanged_result
      ... on QuantityNotAllowed {
        min
        max
      }
    }
  }
`);

const SetCartQuantity_Mutation = graphql(`
  mutation SetCartQuantity_Mutation($sku: ID!, $quantity: Int!, $locale: Locale!, $currency: Currency!) {
    setCartQuantity(sku: $sku, quantity: $quantity) {
      ...CartChanged_result
      ... on QuantityNotAllowed {
        min
        max
      }
    }
  }
`);

export const changeCartDocuments = { add: AddToCart_Mutation, set: SetCartQuantity_Mutation };

type Change = AddToCart_MutationMutation['addToCart'];

answerAtOnce({
  addToCart: ({ sku, quantity }, cache) => {
    const cart = cartIn(cache);
    const before = numberAt(cache, cache.keyOfEntity({ __typename: 'Variant', sku: String(sku) }), 'inCart');
    return changed(cart, String(sku), before + Number(quantity), Number(quantity), cache);
  },
  setCartQuantity: ({ sku, quantity }, cache) => {
    const cart = cartIn(cache);
    const line = cart && linesOf(cache, cart).find((each) => cache.resolve(each, 'sku') === sku);
    const before = numberAt(cache, line ?? null, 'quantity');
    return changed(cart, String(sku), Number(quantity), Number(quantity) - before, cache);
  },
});

function changed(cart: string | null, sku: string, inCart: number, difference: number, cache: Cache) {
  return {
    __typename: 'CartChanged',
    cart: cart && {
      __typename: 'Cart',
      id: cache.resolve(cart, 'id') as string,
      quantity: numberAt(cache, cart, 'quantity') + difference,
      lines: linesOf(cache, cart)
        .filter((line) => cache.resolve(line, 'sku') !== sku || inCart > 0)
        .map((line) => ({
          __typename: 'CartLine',
          id: cache.resolve(line, 'id') as string,
          quantity: cache.resolve(line, 'sku') === sku ? inCart : numberAt(cache, line, 'quantity'),
        })),
    },
    variant: { __typename: 'Variant', sku, inCart },
  };
}

const cartIn = (cache: Cache) => cache.resolve('Query', 'cart') as string | null;
const linesOf = (cache: Cache, cart: string) => (cache.resolve(cart, 'lines') as string[] | undefined) ?? [];
const numberAt = (cache: Cache, entity: string | null, field: string) =>
  Number((entity && cache.resolve(entity, field)) ?? 0);

/** `add` and `set` tell the visitor what went wrong by themselves; they resolve to true when the cart was changed. */
export function useChangeCart() {
  const { graphLocale: locale, currency } = useSession();
  const t = useOrderMessages();
  const toast = useToast();
  const announce = useAnnounce();
  const [, runAdd] = useMutation(AddToCart_Mutation);
  const [, runSet] = useMutation(SetCartQuantity_Mutation);

  const settle = (change: Change | undefined, done: string | undefined) => {
    if (change?.__typename === 'CartChanged') {
      if (done) announce(done);
      return true;
    }
    const text =
      change?.__typename === 'QuantityNotAllowed'
        ? t.quantityNotAllowed(change.min, change.max)
        : change?.__typename === 'UnknownVariant'
          ? t.unknownVariant
          : t.wentWrong;
    toast({ kind: 'refused', text });
    return false;
  };

  return {
    add: async (sku: string, quantity: number, done?: string) =>
      settle((await runAdd({ sku, quantity, locale, currency })).data?.addToCart, done),
    set: async (sku: string, quantity: number, done?: string) =>
      settle((await runSet({ sku, quantity, locale, currency })).data?.setCartQuantity, done),
  };
}
