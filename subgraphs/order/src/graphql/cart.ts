import { createHash } from 'node:crypto';
import {
  type Cart,
  type CartLine,
  type CartRefusal,
  cartQuantity,
  cartWeight,
  currentPrices,
  priceChanged,
  subtotal,
} from '../domain/cart.ts';
import { type CustomerId, type Sku, sku as toSku } from '../domain/ids.ts';
import { shippingPrice } from '../domain/shipping.ts';
import type { Resolvers } from '../generated/graphql.ts';
import type { Context } from './context.ts';
import { inLocale } from './text.ts';
import { toCartRefusal } from './variant.ts';

export type LineOfCart = CartLine & { cartId: string };

/** A name for the visitor's cart that does not tell the visitor's own. */
const cartId = (visitor: CustomerId) =>
  createHash('sha256').update(`cart ${visitor}`).digest('base64url').slice(0, 22);

const linesOf = (cart: Cart): LineOfCart[] =>
  cart.lines.map((line) => ({ ...line, cartId: cartId(cart.visitor) }));

export const cartResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Cart' | 'CartLine'> = {
  Query: {
    cart: (_root, _args, { cart }) => cart(),
  },
  Mutation: {
    addToCart: async (_root, { sku, quantity }, context) =>
      changed(
        context,
        toSku(sku),
        await context.app.addToCart(context.requireVisitor(), toSku(sku), quantity),
      ),
    setCartQuantity: async (_root, { sku, quantity }, context) =>
      changed(
        context,
        toSku(sku),
        await context.app.setCartQuantity(context.requireVisitor(), toSku(sku), quantity),
      ),
    async acceptCartPrices(_root, _args, { app, requireVisitor, cartChanged }) {
      const cart = await app.acceptCartPrices(requireVisitor());
      cartChanged(cart);
      return cart;
    },
  },
  Cart: {
    async __resolveReference({ id }, { visitor, cart }) {
      return visitor && id === cartId(visitor) ? cart() : null;
    },
    id: ({ visitor }) => cartId(visitor),
    quantity: cartQuantity,
    lines: linesOf,
    subtotal: (cart, { currency }) => ({ amount: subtotal(cart, currency), currency }),
    weight: cartWeight,
    async shippingPrice(cart, { method: code, country, currency }, { shippingMethods }) {
      const method = (await shippingMethods()).find((method) => method.code === code);
      const amount = method && shippingPrice(method, country, currency, cartWeight(cart));
      return amount === undefined ? null : { amount, currency };
    },
    pricesChanged: ({ lines }) => lines.some(priceChanged),
  },
  CartLine: {
    async __resolveReference({ id }, { visitor, cart }) {
      if (!visitor || !id.startsWith(`${cartId(visitor)}.`)) return null;
      return linesOf(await cart()).find((line) => lineId(line) === id) ?? null;
    },
    id: (line) => lineId(line),
    name: ({ name }, { locale }) => inLocale(name, locale),
    variant: ({ sku }) => ({ sku }),
    unitPrice: ({ seen }, { currency }) => ({ amount: seen[currency], currency }),
    currentUnitPrice: (line, { currency }) => ({ amount: currentPrices(line)[currency], currency }),
    priceChanged,
    total: ({ seen, quantity }, { currency }) => ({ amount: seen[currency] * quantity, currency }),
  },
};

const lineId = ({ cartId, sku }: LineOfCart) => `${cartId}.${sku}`;

function changed(context: Context, sku: Sku, result: Cart | CartRefusal) {
  if ('refused' in result) return toCartRefusal(result);
  context.cartChanged(result);
  return { __typename: 'CartChanged' as const, cart: result, variant: { sku } };
}
