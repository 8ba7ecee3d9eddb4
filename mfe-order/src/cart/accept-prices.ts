import { graphql } from '../generated/index.ts';

/** The visitor has seen the prices of today and goes on with them. */
export const acceptPricesDocument = graphql(`
  mutation AcceptCartPrices_Mutation($locale: Locale!, $currency: Currency!) {
    acceptCartPrices {
      id
      pricesChanged
      subtotal(currency: $currency) {
        amount
        currency
      }
      lines {
        id
        ...CartLine_line
      }
    }
  }
`);
