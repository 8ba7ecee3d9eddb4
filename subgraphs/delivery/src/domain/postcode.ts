/** Postcodes as people type them, and the zone of ours in which they lie. */

export const countries = ['KR', 'US'] as const;
export type Country = (typeof countries)[number];

export const zoneCodes = [
  'kr-mainland',
  'kr-jeju',
  'kr-islands',
  'us-east',
  'us-west',
  'us-alaska',
  'us-hawaii',
] as const;
export type ZoneCode = (typeof zoneCodes)[number];

export const isZone = (found: ZoneCode | NoZone): found is ZoneCode =>
  found !== 'UNKNOWN_POSTCODE' && found !== 'NOT_SERVED';

/** The zone that stands for a country as long as nobody has said where in it. */
export const usualZone: Record<Country, ZoneCode> = { KR: 'kr-mainland', US: 'us-east' };

const shape: Record<Country, RegExp> = { KR: /^\d{5}$/, US: /^\d{5}(-\d{4})?$/ };

/** The postcode as we keep it, or undefined when it has not the country's shape. */
export function normalizePostcode(country: Country, typed: string): string | undefined {
  const postcode = typed.trim();
  return shape[country].test(postcode) ? postcode : undefined;
}

/** UNKNOWN_POSTCODE: malformed, or not given to any place. NOT_SERVED: a place to which we do not deliver. */
export type NoZone = 'UNKNOWN_POSTCODE' | 'NOT_SERVED';

/** The zone of a postcode, or why there is none. */
export function zoneOf(country: Country, typed: string): ZoneCode | NoZone {
  const postcode = normalizePostcode(country, typed);
  if (postcode === undefined) return 'UNKNOWN_POSTCODE';
  const number = Number(postcode.slice(0, 5));
  switch (country) {
    case 'KR':
      return koreanZone(number);
    case 'US':
      return americanZone(Math.floor(number / 100));
  }
}

/** Islands that no bridge reaches: Ongjin (Incheon), Ulleung and Dok-do, Sinan and Wando (South Jeolla). */
const islands: [from: number, to: number][] = [
  [23100, 23136],
  [40200, 40240],
  [58800, 58866],
  [59100, 59166],
];

/** Korea Post's basic district numbers: 01000 (Seoul) to 63644 (Jeju). */
function koreanZone(number: number): ZoneCode | NoZone {
  if (number < 1000 || number > 63644) return 'UNKNOWN_POSTCODE';
  if (number >= 63000) return 'kr-jeju';
  return islands.some(([from, to]) => number >= from && number <= to) ? 'kr-islands' : 'kr-mainland';
}

/**
 * By the first three digits (USPS Labeling List L002). Not served: Puerto Rico and the Virgin Islands (006–009), military
 * post (090–098, 340, 962–966) and the Pacific territories (969).
 */
function americanZone(prefix: number): ZoneCode | NoZone {
  if (prefix < 5) return 'UNKNOWN_POSTCODE';
  if (prefix >= 6 && prefix <= 9) return 'NOT_SERVED';
  if ((prefix >= 90 && prefix <= 98) || prefix === 340) return 'NOT_SERVED';
  if (prefix >= 962 && prefix <= 969) return prefix === 967 || prefix === 968 ? 'us-hawaii' : 'NOT_SERVED';
  if (prefix >= 995) return 'us-alaska';
  return prefix >= 800 ? 'us-west' : 'us-east';
}
