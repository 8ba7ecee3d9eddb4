import type { Locale } from './session.tsx';

const tags: Record<Locale, string> = { en: 'en-US', ko: 'ko-KR' };

// A day of the graph (`2026-11-26`) has no time and no zone: it is formatted in UTC, so that it is the same day for everyone.
// A moment is shown in the shop's own zone on the server and in the browser alike, so that hydration finds the same words.
const shopTimeZone = 'Asia/Seoul';

/** A day such as `2026-11-26`: "Thu, Nov 26". */
export function formatDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A moment such as `2026-11-26T09:30:00Z`: "Nov 26, 2026, 6:30 PM", in the shop's time zone. */
export function formatMoment(moment: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shopTimeZone,
  }).format(new Date(moment));
}
