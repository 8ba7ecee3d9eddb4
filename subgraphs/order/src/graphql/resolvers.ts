import type { Resolvers } from '../generated/graphql.ts';
import { cartResolvers } from './cart.ts';
import { orderResolvers } from './order.ts';
import { placeOrderResolvers } from './place-order.ts';
import { variantResolvers } from './variant.ts';

export const resolvers: Resolvers = {
  ...cartResolvers,
  ...orderResolvers,
  ...placeOrderResolvers,
  ...variantResolvers,
  Query: { ...cartResolvers.Query, ...orderResolvers.Query },
  Subscription: orderResolvers.Subscription ?? {},
  Mutation: { ...cartResolvers.Mutation, ...orderResolvers.Mutation, ...placeOrderResolvers.Mutation },
};
