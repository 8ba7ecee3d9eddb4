// Where the visitor would have things sent, as far as they told us: remembered as "KR 04524" in the preference `postcode`.
import { usePreference } from '@arcade/mfe-kit/session';
import type { Country } from '../generated/graphql.ts';

export interface Destination {
  country: Country;
  postcode: string;
}

export const destinationPreference = 'postcode';

const shape: Record<Country, RegExp> = { KR: /^\d{5}$/, US: /^\d{5}(-\d{4})?$/ };

export const isPostcode = (country: Country, postcode: string): boolean =>
  shape[country].test(postcode.trim());

export function parseDestination(remembered: string | undefined): Destination | undefined {
  const [, country, postcode] = /^(KR|US) (\S+)$/.exec(remembered ?? '') ?? [];
  if ((country !== 'KR' && country !== 'US') || postcode === undefined) return undefined;
  return isPostcode(country, postcode) ? { country, postcode } : undefined;
}

export const formatDestination = ({ country, postcode }: Destination): string =>
  `${country} ${postcode.trim()}`;

export function useDestination(): [Destination | undefined, (destination: Destination) => void] {
  const [remembered, remember] = usePreference(destinationPreference);
  return [parseDestination(remembered), (destination) => remember(formatDestination(destination))];
}

/** The country to begin with, for someone who has not told: the one of their money. */
export const likelyCountry = (currency: 'KRW' | 'USD'): Country => (currency === 'KRW' ? 'KR' : 'US');
