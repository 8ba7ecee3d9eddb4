import type { Checkout, PlaceRefusal } from '../domain/checkout.ts';
import type { Order, ShortLine } from '../domain/order.ts';
import type { Text } from '../domain/text.ts';
import type { PlaceOrderInput, Resolvers, ResolversTypes } from '../generated/graphql.ts';
import type { Context } from './context.ts';
import { inLocale } from './text.ts';

export type NamedShortLine = ShortLine & { name: Text };

export const placeOrderResolvers: Pick<Resolvers, 'Mutation' | 'PlaceOrderResult' | 'ShortLine'> = {
  Mutation: {
    async placeOrder(_root, { input }, context) {
      const result = await context.app.placeOrder(context.requireVisitor(), toCheckout(input));
      context.cartChanged();
      return 'refused' in result ? toRefusal(result) : toOutcome(result, context);
    },
  },
  PlaceOrderResult: {
    __resolveType: (result) => ('state' in result ? 'Order' : (result.__typename ?? null)),
  },
  ShortLine: {
    name: ({ name }, { locale }) => inLocale(name, locale),
    variant: ({ sku }) => ({ sku }),
  },
};

type PlaceOrderResult = ResolversTypes['PlaceOrderResult'];

/** An order that was rejected is told as what stopped it, with the cart as it is after the lines went back. */
async function toOutcome(order: Order, { cart }: Context): Promise<Awaited<PlaceOrderResult>> {
  if (order.state !== 'rejected') return order;
  const { rejection } = order;
  switch (rejection.reason) {
    case 'OUT_OF_STOCK': {
      const lines = named(rejection.lines, order.lines);
      return { __typename: 'OutOfStock', message: 'Not all of it is in stock.', cart: await cart(), lines };
    }
    case 'PAYMENT_DECLINED': {
      const reason = rejection.decline;
      return { __typename: 'PaymentDeclined', message: 'The card was declined.', cart: await cart(), reason };
    }
    case 'PAYMENT_UNAVAILABLE':
      return {
        __typename: 'PaymentUnavailable',
        message: 'The payment was not answered.',
        cart: await cart(),
      };
    case 'TIMED_OUT':
      return order;
  }
}

function toRefusal(refusal: PlaceRefusal): Awaited<PlaceOrderResult> {
  switch (refusal.refused) {
    case 'INVALID_INPUT': {
      const message = `Wrong: ${refusal.fields.map(({ field }) => field).join(', ')}.`;
      return { __typename: 'InvalidInput', message, fields: refusal.fields };
    }
    case 'CART_EMPTY':
      return { __typename: 'CartEmpty', message: 'There is nothing in the cart.' };
    case 'PRICE_CHANGED': {
      const { cart, total } = refusal;
      return { __typename: 'PriceChanged', message: 'The total is not the expected one.', cart, total };
    }
    case 'OUT_OF_STOCK': {
      const { cart } = refusal;
      const lines = named(refusal.lines, cart.lines);
      return { __typename: 'OutOfStock', message: 'Some of it is not sold any more.', cart, lines };
    }
  }
}

function named(short: ShortLine[], lines: readonly { sku: string; name: Text }[]): NamedShortLine[] {
  const names = new Map(lines.map(({ sku, name }) => [sku, name]));
  return short.map((line) => ({ ...line, name: names.get(line.sku) ?? { en: line.sku, ko: line.sku } }));
}

function toCheckout({
  idempotencyKey,
  email,
  currency,
  shipping,
  payment,
  expectedTotal,
}: PlaceOrderInput): Checkout {
  const { method, country } = shipping;
  return {
    idempotencyKey,
    email: email.trim(),
    currency,
    shipping: {
      method,
      country,
      recipient: shipping.recipient.trim(),
      postcode: shipping.postcode.trim(),
      city: shipping.city.trim(),
      line1: shipping.line1.trim(),
      ...given('phone', shipping.phone),
      ...given('region', shipping.region),
      ...given('line2', shipping.line2),
    },
    paymentToken: payment.token.trim(),
    expectedTotal,
  };
}

/** An optional text that was left empty is absent. */
function given<Name extends string>(
  name: Name,
  value: string | null | undefined,
): Partial<Record<Name, string>> {
  const text = value?.trim();
  return text ? ({ [name]: text } as Record<Name, string>) : {};
}
