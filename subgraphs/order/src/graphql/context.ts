/** What resolvers work with, made anew for each request: who asks, the use cases, and reads that are shared and batched. */
import { requireVisitor } from '@arcade/subgraph-kit/graphql-errors';
import DataLoader from 'dataloader';
import type { Cart, CartRefusal } from '../domain/cart.ts';
import type { Checkout, PlaceRefusal } from '../domain/checkout.ts';
import type { CancelRefusal } from '../domain/decisions.ts';
import { type CustomerId, customerId, type OrderId, type Sku } from '../domain/ids.ts';
import type { Order, OrderPage } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { CartReads } from './cart-reads.ts';

/** The application as the graph sees it; `main.ts` puts it together. */
export interface Application {
  addToCart(visitor: CustomerId, sku: Sku, quantity: number): Promise<Cart | CartRefusal>;
  setCartQuantity(visitor: CustomerId, sku: Sku, quantity: number): Promise<Cart | CartRefusal>;
  acceptCartPrices(visitor: CustomerId): Promise<Cart>;
  placeOrder(visitor: CustomerId, checkout: Checkout): Promise<Order | PlaceRefusal>;
  cancelOrder(id: OrderId, by: CustomerId): Promise<Order | CancelRefusal>;
  carts: CartReads;
  ordersById(customer: CustomerId, ids: readonly OrderId[]): Promise<Order[]>;
  ordersOf(
    customer: CustomerId,
    first: number,
    after: { placedAt: string; id: string } | undefined,
  ): Promise<OrderPage>;
  /** Yields at once, and after each change of the order; GraphQLError TOO_MANY_SUBSCRIPTIONS. */
  changesOf(id: OrderId, over: AbortSignal | undefined): AsyncGenerator<void, void>;
  shippingMethods(): Promise<ShippingMethod[]>;
}

export interface Context {
  app: Application;
  /** Undefined: nobody. */
  visitor: CustomerId | undefined;
  /** The visitor, or the error UNAUTHENTICATED. */
  requireVisitor(): CustomerId;
  cart(): Promise<Cart>;
  /** After a change: the cart is this one, or, without one, to be read again. */
  cartChanged(cart?: Cart): void;
  shippingMethods(): Promise<ShippingMethod[]>;
  /** One of the visitor's orders, all that a request asks for in one statement. */
  orders: DataLoader<OrderId, Order | undefined>;
  /** Of a subscription: aborts when nobody listens any more. */
  over: AbortSignal | undefined;
  /** Before each event of a subscription: nothing that was read before counts. */
  readAnew(): void;
}

export function createContext(
  app: Application,
  { visitor: name, signal }: { visitor?: string | undefined; signal?: AbortSignal | undefined },
): Context {
  const visitor = name === undefined ? undefined : customerId(name);
  const known = () => customerId(requireVisitor({ visitor: name }));
  let cart: Promise<Cart> | undefined;
  let methods: Promise<ShippingMethod[]> | undefined;
  const orders = new DataLoader<OrderId, Order | undefined>(async (ids) => {
    const found = new Map(
      visitor && (await app.ordersById(visitor, ids)).map((order) => [order.orderId, order]),
    );
    return ids.map((id) => found.get(id));
  });
  return {
    app,
    visitor,
    requireVisitor: known,
    cart() {
      cart ??= app.carts.of(known());
      return cart;
    },
    cartChanged(changed) {
      app.carts.changed(known());
      cart = changed && Promise.resolve(changed);
    },
    shippingMethods() {
      methods ??= app.shippingMethods();
      return methods;
    },
    orders,
    over: signal,
    readAnew() {
      orders.clearAll();
      cart = undefined;
      methods = undefined;
    },
  };
}
