import type { Currency, Locale } from './session.tsx';

/** Integer minor units, as in the graph: 1990 USD is $19.90, 19900 KRW is ₩19,900. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

const exponents: Record<Currency, number> = { KRW: 0, USD: 2 };
const formats = new Map<string, Intl.NumberFormat>();

/** For people: `$19.90`, `₩19,900`. */
export function formatMoney(money: Money, locale: Locale): string {
  const key = `${locale} ${money.currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'ko' ? 'ko-KR' : 'en-US', {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'narrowSymbol',
    });
    formats.set(key, format);
  }
  return format.format(money.amount / 10 ** exponents[money.currency]);
}

/** For machines, as schema.org wants it: `19.90`, `19900`. */
export function decimalAmount(money: Money): string {
  const exponent = exponents[money.currency];
  return (money.amount / 10 ** exponent).toFixed(exponent);
}
