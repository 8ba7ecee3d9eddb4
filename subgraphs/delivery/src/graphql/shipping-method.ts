import type { Delivery } from '../domain/delivery.ts';
import type { Currency, Offer, Prices, Text } from '../domain/shipping.ts';

/** A method as a client sees it: always for one parcel, so with a price and days. Dates are ISO 8601. */
export interface OfferedMethod {
  code: string;
  name: Text;
  prices: Prices;
  earliest: string;
  latest: string;
}

export function offeredMethod({ method: { code, name }, prices, earliest, latest }: Offer): OfferedMethod {
  return { code, name, prices, earliest: earliest.toString(), latest: latest.toString() };
}

export function scheduledMethod({ method, earliest, promised }: Delivery): OfferedMethod {
  return { ...method, earliest, latest: promised };
}

export const inLocale = (text: Text, locale: 'EN' | 'KO'): string => (locale === 'KO' ? text.ko : text.en);

export const money = (prices: Prices, currency: Currency) => ({ amount: prices[currency], currency });
