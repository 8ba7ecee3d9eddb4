import { type TestDatabase, testDatabase } from '@arcade/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadShipping } from '../postgres/shipping.ts';
import type { Country } from './postcode.ts';
import { offerFor, offersFor, promiseFor, type Shipping } from './shipping.ts';

// The rules are ours, the figures are in a migration: they are tested together, because only together they are a promise.
let db: TestDatabase<Record<string, never>>;
let shipping: Shipping;
beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('../../migrations/', import.meta.url), schema: {} });
  shipping = await loadShipping(db.drizzle);
});
afterAll(() => db.drop());

const at = (local: string) => Temporal.ZonedDateTime.from(local).toInstant();
const seoul = (local: string) => at(`${local}[Asia/Seoul]`);
const newYork = (local: string) => at(`${local}[America/New_York]`);
const reno = (local: string) => at(`${local}[America/Los_Angeles]`);

type Row = [
  what: string,
  country: Country,
  postcode: string,
  method: string,
  now: Temporal.Instant,
  days: string,
];

test.each<Row>([
  [
    'a Thursday before the cut-off',
    'KR',
    '04524',
    'standard',
    seoul('2026-11-19T16:59'),
    '2026-11-20 2026-11-23',
  ],
  [
    'the minute of the cut-off',
    'KR',
    '04524',
    'standard',
    seoul('2026-11-19T17:00'),
    '2026-11-23 2026-11-24',
  ],
  [
    'a Friday after the cut-off',
    'KR',
    '04524',
    'standard',
    seoul('2026-11-20T18:00'),
    '2026-11-24 2026-11-25',
  ],
  ['a Saturday', 'KR', '04524', 'standard', seoul('2026-11-21T10:00'), '2026-11-24 2026-11-25'],
  ['next day, in time', 'KR', '04524', 'next-day', seoul('2026-11-19T14:59'), '2026-11-20 2026-11-20'],
  ['next day, too late', 'KR', '04524', 'next-day', seoul('2026-11-19T15:00'), '2026-11-23 2026-11-23'],
  ['the day before Chuseok', 'KR', '04524', 'standard', seoul('2026-09-23T18:00'), '2026-09-29 2026-09-30'],
  ['to Jeju', 'KR', '63122', 'standard', seoul('2026-11-19T10:00'), '2026-11-23 2026-11-25'],
  ['to Ulleungdo', 'KR', '40210', 'standard', seoul('2026-11-19T10:00'), '2026-11-24 2026-11-27'],
  ['over Thanksgiving', 'US', '10001', 'express', newYork('2026-11-25T13:00'), '2026-11-27 2026-11-30'],
  [
    'from the west, by its own clock',
    'US',
    '94103',
    'express',
    reno('2026-11-23T13:59'),
    '2026-11-24 2026-11-25',
  ],
  [
    'from the east at the same moment',
    'US',
    '10001',
    'express',
    reno('2026-11-23T13:59'),
    '2026-11-25 2026-11-27',
  ],
  ['to Alaska', 'US', '99501', 'standard', reno('2026-11-30T09:00'), '2026-12-08 2026-12-14'],
  ['to Hawaii', 'US', '96813', 'standard', reno('2026-11-30T09:00'), '2026-12-07 2026-12-11'],
])('%s: %s %s by %s', (_, country, postcode, code, now, days) => {
  const offer = offersFor(shipping, { country, postcode, grams: 800 }, now).find(
    ({ method }) => method.code === code,
  );
  expect(`${offer?.earliest} ${offer?.latest}`).toBe(days);
});

test('the promise holds until the cut-off of the day on which the parcel leaves', () => {
  const [saturday] = offersFor(
    shipping,
    { country: 'KR', postcode: '04524', grams: 800 },
    seoul('2026-11-21T10:00'),
  );
  expect(saturday?.orderBy.toString()).toBe(seoul('2026-11-23T17:00').toString());
});

const now = seoul('2026-11-19T10:00');
const codes = (country: Country, postcode: string | undefined, grams: number) =>
  offersFor(shipping, { country, postcode, grams }, now).map(({ method }) => method.code);

test.each<[Country, string | undefined, number, string[]]>([
  ['KR', '04524', 800, ['standard', 'next-day']],
  ['KR', undefined, 800, ['standard', 'next-day']],
  ['KR', '63122', 800, ['standard']],
  ['KR', '04524', 25_000, ['standard', 'freight']],
  ['KR', '04524', 45_000, ['freight']],
  ['KR', '40210', 45_000, []],
  ['US', '10001', 800, ['standard', 'express']],
  ['US', '96813', 45_000, ['freight']],
  ['US', '09012', 800, []],
  ['KR', '1', 800, []],
  ['KR', '04524', 2_000_000, []],
])('%s %s, %i g can go by %j', (country, postcode, grams, expected) => {
  expect(codes(country, postcode, grams)).toEqual(expected);
});

test('a heavy parcel costs the surcharge', () => {
  const price = (grams: number) =>
    offersFor(shipping, { country: 'US', postcode: '10001', grams }, now)[0]?.prices;
  expect(price(10_000)).toEqual({ KRW: 9500, USD: 690 });
  expect(price(10_001)).toEqual({ KRW: 21500, USD: 1590 });
});

test('an order whose method cannot take it goes by the usual one', () => {
  const parcel = { country: 'KR', postcode: '04524', grams: 45_000 } as const;
  expect(offerFor(shipping, 'next-day', parcel, now)?.method.code).toBe('freight');
});

test.each<[Country, string, number, string]>([
  ['KR', '99999', 800, 'UNKNOWN_POSTCODE'],
  ['US', '09012', 800, 'NOT_SERVED'],
  ['KR', '40210', 45_000, 'TOO_HEAVY'],
])('there is no promise for %s %s, %i g: %s', (country, postcode, grams, reason) => {
  expect(promiseFor(shipping, { country, postcode, grams }, now)).toBe(reason);
});

test('the promise is the cheapest offer', () => {
  const promise = promiseFor(shipping, { country: 'KR', postcode: '04524', grams: 800 }, now);
  expect(promise).toMatchObject({ method: { code: 'standard' }, prices: { KRW: 3000, USD: 250 } });
});
