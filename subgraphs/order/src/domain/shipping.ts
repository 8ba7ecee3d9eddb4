import type { Currency, Prices } from './money.ts';

export type Country = 'KR' | 'US';

/** What order knows of delivery's methods: enough to price one. */
export interface ShippingMethod {
  code: string;
  /** A country that is absent is one to which the method does not go. */
  prices: Partial<Record<Country, Prices>>;
  /** The weights that it takes, both included. */
  grams: { min: number; max: number };
  /** Added once to parcels heavier than this. */
  surcharge?: { aboveGrams: number; prices: Partial<Record<Country, Prices>> };
}

export interface Address {
  recipient: string;
  phone?: string;
  country: Country;
  postcode: string;
  region?: string;
  city: string;
  line1: string;
  line2?: string;
}

/** Minor units of `currency`, for a parcel of `weight` grams; undefined when the method does not carry it there. */
export function shippingPrice(
  method: ShippingMethod,
  country: Country,
  currency: Currency,
  weight: number,
): number | undefined {
  const price = method.prices[country];
  if (!price || weight < method.grams.min || weight > method.grams.max) return undefined;
  const heavy = method.surcharge && weight > method.surcharge.aboveGrams;
  return price[currency] + (heavy ? (method.surcharge?.prices[country]?.[currency] ?? 0) : 0);
}
