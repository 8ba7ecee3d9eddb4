/** The days on which parcels leave and arrive: weekdays that are no public holiday of the country. */
import type { Country } from './postcode.ts';

const saturday = 6;
const sunday = 7;

export function isBusinessDay(country: Country, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday && !holidays(country, day.year).has(day.toString());
}

/** The day itself if it is a business day, else the next that is. */
export function businessDayFrom(country: Country, day: Temporal.PlainDate): Temporal.PlainDate {
  let candidate = day;
  while (!isBusinessDay(country, candidate)) candidate = candidate.add({ days: 1 });
  return candidate;
}

export function addBusinessDays(
  country: Country,
  from: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  let day = from;
  for (let left = count; left > 0; left--) day = businessDayFrom(country, day.add({ days: 1 }));
  return day;
}

/** Holidays of a year as ISO dates; the lunar calendar is slow to compute, and a year's holidays do not change. */
const known = new Map<string, ReadonlySet<string>>();

function holidays(country: Country, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const days = country === 'KR' ? koreanHolidays(year) : americanHolidays(year);
  known.set(key, days);
  return days;
}

const lunar = (year: number, month: number, day: number): Temporal.PlainDate => {
  // Month code and not number: a leap month before it shifts the numbers.
  const monthCode = `M${String(month).padStart(2, '0')}`;
  return Temporal.PlainDate.from({ calendar: 'dangi', year, monthCode, day }).withCalendar('iso8601');
};

/**
 * Regulations on Public Holidays of Government Offices (관공서의 공휴일에 관한 규정): a holiday that falls on a Sunday or on
 * another holiday moves to the next free day; national days, Children's Day, Buddha's Birthday and Christmas also move from Saturdays.
 */
function koreanHolidays(year: number): ReadonlySet<string> {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const around = (day: Temporal.PlainDate) => [day.subtract({ days: 1 }), day, day.add({ days: 1 })];
  const unmoved = [on(1, 1), on(6, 6)];
  const movedFromSunday = [...around(lunar(year, 1, 1)), ...around(lunar(year, 8, 15))];
  const movedFromWeekend = [
    on(3, 1),
    on(5, 5),
    lunar(year, 4, 8),
    on(8, 15),
    on(10, 3),
    on(10, 9),
    on(12, 25),
  ];
  // Both became public holidays in 2026; couriers did not work on Labour Day before either.
  movedFromWeekend.push(on(5, 1));
  if (year >= 2026) movedFromWeekend.push(on(7, 17));

  const all = [...unmoved, ...movedFromSunday, ...movedFromWeekend];
  const taken = new Set(all.map(String));
  const moved = (day: Temporal.PlainDate, from: number) =>
    day.dayOfWeek >= from || all.filter((other) => other.equals(day)).length > 1;
  for (const [days, from] of [
    [movedFromSunday, sunday],
    [movedFromWeekend, saturday],
  ] as const) {
    for (const day of days) {
      if (!moved(day, from)) continue;
      let substitute = day.add({ days: 1 });
      while (taken.has(substitute.toString()) || substitute.dayOfWeek >= saturday) {
        substitute = substitute.add({ days: 1 });
      }
      taken.add(substitute.toString());
    }
  }
  return taken;
}

/** 5 U.S.C. § 6103: on a Saturday it is observed the Friday before, on a Sunday the Monday after. */
function americanHolidays(year: number): ReadonlySet<string> {
  const monday = 1;
  const thursday = 4;
  const fixed = (inYear: number, month: number, day: number) => {
    const date = Temporal.PlainDate.from({ year: inYear, month, day });
    if (date.dayOfWeek === saturday) return date.subtract({ days: 1 });
    return date.dayOfWeek === sunday ? date.add({ days: 1 }) : date;
  };
  const nth = (n: number, weekday: number, month: number) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (n - 1) * 7 });
  };
  const lastMondayOfMay = () => {
    const last = Temporal.PlainDate.from({ year, month: 5, day: 31 });
    return last.subtract({ days: (last.dayOfWeek - monday + 7) % 7 });
  };
  return new Set(
    [
      fixed(year, 1, 1),
      nth(3, monday, 1),
      nth(3, monday, 2),
      lastMondayOfMay(),
      fixed(year, 6, 19),
      fixed(year, 7, 4),
      nth(1, monday, 9),
      nth(2, monday, 10),
      fixed(year, 11, 11),
      nth(4, thursday, 11),
      fixed(year, 12, 25),
      // New Year's Day of a year that begins on a Saturday is observed in the year before.
      fixed(year + 1, 1, 1),
    ].map(String),
  );
}
