import { expect, test } from 'vitest';
import { type Country, zoneOf } from './postcode.ts';

test.each<[Country, string, string]>([
  ['KR', '04524', 'kr-mainland'],
  ['KR', ' 04524 ', 'kr-mainland'],
  ['KR', '63122', 'kr-jeju'],
  ['KR', '40210', 'kr-islands'],
  ['KR', '58801', 'kr-islands'],
  ['KR', '00999', 'UNKNOWN_POSTCODE'],
  ['KR', '64000', 'UNKNOWN_POSTCODE'],
  ['KR', '0452', 'UNKNOWN_POSTCODE'],
  ['KR', '045-24', 'UNKNOWN_POSTCODE'],
  ['US', '10001', 'us-east'],
  ['US', '10001-1234', 'us-east'],
  ['US', '94103', 'us-west'],
  ['US', '99501', 'us-alaska'],
  ['US', '96813', 'us-hawaii'],
  ['US', '00901', 'NOT_SERVED'],
  ['US', '09012', 'NOT_SERVED'],
  ['US', '96201', 'NOT_SERVED'],
  ['US', '96910', 'NOT_SERVED'],
  ['US', '1000A', 'UNKNOWN_POSTCODE'],
  ['US', '10001-12', 'UNKNOWN_POSTCODE'],
])('%s %s gives %s', (country, postcode, zone) => {
  expect(zoneOf(country, postcode)).toBe(zone);
});
