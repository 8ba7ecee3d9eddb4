import { graphql } from '../generated/index.ts';

/** What a short list of the cart shows, in the header and at the end of the checkout. */
export const CartSummary_cart = graphql(`
  fragment CartSummary_cart on Cart {
    id
    quantity
    subtotal(currency: $currency) {
      amount
      currency
    }
    lines {
      id
      sku
      name(locale: $locale)
      quantity
      total(currency: $currency) {
        amount
        currency
      }
      variant {
        sku
        image {
          url
        }
      }
    }
  }
`);
