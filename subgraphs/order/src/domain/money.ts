export type Currency = 'KRW' | 'USD';

/** Integer minor units of the currency's own exponent: KRW has 0 decimals, USD has 2. */
export interface Money {
  amount: number;
  currency: Currency;
}

/** One price in each currency; neither is computed from the other, merchandising sets both. */
export type Prices = Record<Currency, number>;

export const samePrices = (a: Prices, b: Prices) => a.KRW === b.KRW && a.USD === b.USD;
