import { expect, test } from 'vitest';
import { addBusinessDays, businessDayFrom, isBusinessDay } from './business-days.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

test.each([
  ['2026-01-01', 'New Year'],
  ['2026-02-16', 'the eve of Seollal'],
  ['2026-02-17', 'Seollal'],
  ['2026-02-18', 'the day after Seollal'],
  ['2026-03-02', 'for Independence Movement Day, a Sunday'],
  ['2026-05-01', 'Labour Day'],
  ['2026-05-05', "Children's Day"],
  ['2026-05-25', "for Buddha's Birthday, a Sunday"],
  ['2026-08-17', 'for Liberation Day, a Saturday'],
  ['2026-09-24', 'the eve of Chuseok'],
  ['2026-09-25', 'Chuseok'],
  ['2026-10-05', 'for National Foundation Day, a Saturday'],
  ['2026-10-09', 'Hangeul Day'],
  ['2026-12-25', 'Christmas'],
  ['2025-05-06', "for Children's Day and Buddha's Birthday on one day"],
  ['2025-10-08', 'for Chuseok, whose eve was a Sunday'],
])('no parcel moves in Korea on %s, %s', (iso) => {
  expect(isBusinessDay('KR', day(iso))).toBe(false);
});

test.each(['2026-02-19', '2026-06-08', '2026-09-28', '2026-11-26'])('Korean parcels move on %s', (iso) => {
  expect(isBusinessDay('KR', day(iso))).toBe(true);
});

test.each([
  ['2026-01-19', 'Martin Luther King Day'],
  ['2026-02-16', "Washington's Birthday"],
  ['2026-05-25', 'Memorial Day'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'for Independence Day, a Saturday'],
  ['2026-09-07', 'Labor Day'],
  ['2026-10-12', 'Columbus Day'],
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving'],
  ['2027-07-05', 'for Independence Day, a Sunday'],
  ['2027-12-31', "for New Year's Day 2028, a Saturday"],
])('no parcel moves in the United States on %s, %s', (iso) => {
  expect(isBusinessDay('US', day(iso))).toBe(false);
});

test('a business day is its own next one, a Saturday waits for Monday', () => {
  expect(businessDayFrom('KR', day('2026-11-20')).toString()).toBe('2026-11-20');
  expect(businessDayFrom('KR', day('2026-11-21')).toString()).toBe('2026-11-23');
});

test('counting steps over weekend and holiday', () => {
  expect(addBusinessDays('US', day('2026-11-25'), 1).toString()).toBe('2026-11-27');
  expect(addBusinessDays('KR', day('2026-09-23'), 2).toString()).toBe('2026-09-29');
});
