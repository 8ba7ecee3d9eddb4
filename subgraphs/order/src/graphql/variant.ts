import type { CartRefusal } from '../domain/cart.ts';
import type { Resolvers, ResolversTypes } from '../generated/graphql.ts';

/** Catalog's variant; all that order knows to say of it is whether it is in the cart. */
export interface VariantReference {
  sku: string;
}

export const variantResolvers: Pick<Resolvers, 'Variant'> = {
  Variant: {
    __resolveReference: ({ sku }) => ({ sku }),
    async inCart({ sku }, _args, { visitor, cart }) {
      if (!visitor) return null;
      return (await cart()).lines.find((line) => line.sku === sku)?.quantity ?? 0;
    },
  },
};

export function toCartRefusal(refusal: CartRefusal): ResolversTypes['UnknownVariant' | 'QuantityNotAllowed'] {
  switch (refusal.refused) {
    case 'UNKNOWN_VARIANT':
      return {
        __typename: 'UnknownVariant',
        message: `There is no variant ${refusal.sku}.`,
        sku: refusal.sku,
      };
    case 'QUANTITY_NOT_ALLOWED': {
      const { min, max } = refusal;
      return { __typename: 'QuantityNotAllowed', message: `From ${min} to ${max} are allowed.`, min, max };
    }
  }
}
