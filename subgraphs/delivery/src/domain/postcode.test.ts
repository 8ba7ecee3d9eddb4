import { expect, test } from 'vitest';
import { type Country, zoneOf } from './postcode.ts';

test.each<[Country, string, string | undefined]>([
  ['KR', '04524', 'kr-mainland'],
  ['KR', ' 04524 ', 'kr-mainland'],
  ['KR', '63122', 'kr-jeju'],
  ['KR', '40210', 'kr-islands'],
  ['KR', '58801', 'kr-islands'],
  ['KR', '00999', undefined],
  ['KR', '64000', undefined],
  ['KR', '0452', undefined],
  ['KR', '045-24', undefined],
  ['US', '10001', 'us-east'],
  ['US', '10001-1234', 'us-east'],
  ['US', '94103', 'us-west'],
  ['US', '99501', 'us-alaska'],
  ['US', '96813', 'us-hawaii'],
  ['US', '00901', undefined],
  ['US', '09012', undefined],
  ['US', '96201', undefined],
  ['US', '96910', undefined],
  ['US', '1000A', undefined],
  ['US', '10001-12', undefined],
])('%s %s lies in %s', (country, postcode, zone) => {
  expect(zoneOf(country, postcode)).toBe(zone);
});
