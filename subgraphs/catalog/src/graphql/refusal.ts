import type { InvalidPrice, StockBelowAllocated, UnknownVariant } from '../domain/refusal.ts';
import type * as Graph from '../generated/graphql.ts';

/** Refusals as the graph says them; the shopper's words are the screen's. */
export const refusals = {
  UNKNOWN_VARIANT: ({ sku }: UnknownVariant): Graph.UnknownVariant => ({
    __typename: 'UnknownVariant',
    message: `There is no variant ${sku}.`,
    sku,
  }),
  INVALID_PRICE: ({ reason }: InvalidPrice): Graph.InvalidPrice => ({
    __typename: 'InvalidPrice',
    message: reason,
  }),
  STOCK_BELOW_ALLOCATED: ({ allocated }: StockBelowAllocated): Graph.StockBelowAllocated => ({
    __typename: 'StockBelowAllocated',
    message: `${allocated} pieces are promised to orders and cannot be written off.`,
    allocated,
  }),
};

/** Refusals carry their type's name; what carries none is the variant. */
export const typeOfResult = <Name extends string>(
  result: { __typename?: Name } | object,
): Name | 'Variant' => ('__typename' in result && result.__typename ? result.__typename : 'Variant');
