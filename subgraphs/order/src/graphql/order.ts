import { isCancellable } from '../domain/decisions.ts';
import { type OrderId, orderId } from '../domain/ids.ts';
import type { Currency } from '../domain/money.ts';
import { type Order, type OrderLine, orderQuantity, orderSubtotal, orderTotal } from '../domain/order.ts';
import type { OrderState, Resolvers } from '../generated/graphql.ts';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor, requirePageSize } from './pages.ts';
import { inLocale } from './text.ts';

export type LineOfOrder = OrderLine & { orderId: string; currency: Currency };

const states: Record<Order['state'], OrderState> = {
  placed: 'PLACED',
  // Shoppers need not know that stock comes before payment.
  allocated: 'PLACED',
  confirmed: 'CONFIRMED',
  dispatched: 'DISPATCHED',
  delivered: 'DELIVERED',
  cancelled: 'CANCELLED',
  rejected: 'REJECTED',
};

const linesOf = ({ orderId, currency, lines }: Order): LineOfOrder[] =>
  lines.map((line) => ({ ...line, orderId, currency }));

const lineId = ({ orderId, sku }: LineOfOrder) => `${orderId}.${sku}`;

export const orderResolvers: Pick<
  Resolvers,
  'Query' | 'Mutation' | 'Subscription' | 'CancelOrderResult' | 'Order' | 'OrderLine'
> = {
  Query: {
    async order(_root, { id }, { requireVisitor, orders }) {
      requireVisitor();
      return (await orders.load(orderId(id))) ?? null;
    },
    async orders(_root, { first, after }, { app, requireVisitor }) {
      requirePageSize(first, 50);
      const start = after == null ? undefined : decodeCursor(after);
      const page = await app.ordersOf(requireVisitor(), first, start);
      const edges = page.orders.map((node) => ({ cursor: encodeCursor(node), node }));
      return {
        edges,
        totalCount: page.total,
        pageInfo: {
          hasNextPage: page.hasMore,
          hasPreviousPage: start !== undefined,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      };
    },
  },
  Mutation: {
    async cancelOrder(_root, { id }, { app, requireVisitor }) {
      const result = await app.cancelOrder(orderId(id), requireVisitor());
      if (!('refused' in result)) return result;
      if (result.refused === 'UNKNOWN_ORDER') {
        return { __typename: 'UnknownOrder', message: `There is no order ${id}.` };
      }
      const { order } = result;
      return { __typename: 'OrderNotCancellable', message: `The order is ${order.state}.`, order };
    },
  },
  Subscription: {
    orderChanged: {
      async subscribe(_root, args, context) {
        context.requireVisitor();
        const id = orderId(args.id);
        return changedOrders(id, context.app.changesOf(id, context.over), context);
      },
    },
  },
  CancelOrderResult: {
    __resolveType: (result) => ('state' in result ? 'Order' : (result.__typename ?? null)),
  },
  Order: {
    async __resolveReference({ id }, { orders }) {
      return (await orders.load(orderId(id))) ?? null;
    },
    id: (order) => order.orderId,
    state: (order) => states[order.state],
    lines: linesOf,
    quantity: orderQuantity,
    subtotal: orderSubtotal,
    shipping: ({ shipping, currency }) => ({ ...shipping, price: { amount: shipping.price, currency } }),
    total: orderTotal,
    cancellable: isCancellable,
    rejection: (order) => (order.state === 'rejected' ? order.rejection.reason : null),
  },
  OrderLine: {
    async __resolveReference({ id }, { orders }) {
      const order = await orders.load(orderId(id.slice(0, id.indexOf('.'))));
      return (order && linesOf(order).find((line) => lineId(line) === id)) ?? null;
    },
    id: (line) => lineId(line),
    name: ({ name }, { locale }) => inLocale(name, locale),
    variant: ({ sku }) => ({ sku }),
    unitPrice: ({ prices, currency }) => ({ amount: prices[currency], currency }),
    total: ({ prices, quantity, currency }) => ({ amount: prices[currency] * quantity, currency }),
  },
};

async function* changedOrders(id: OrderId, changes: AsyncGenerator<void>, { orders, readAnew }: Context) {
  for await (const _ of changes) {
    readAnew();
    const order = await orders.load(id);
    yield { orderChanged: order ?? null };
    if (!order) return;
  }
}
