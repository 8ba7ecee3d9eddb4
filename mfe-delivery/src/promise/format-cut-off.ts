import type { Locale } from '@arcade/mfe-kit/session';
import type { Country } from '../generated/graphql.ts';

const zones: Record<Country, string> = { KR: 'Asia/Seoul', US: 'America/New_York' };

/** Until when to order, on a clock of the destination's country: "Mon, Nov 23, 5 PM GMT+9". Alike on server and in browser. */
export function formatCutOff(moment: string, country: Country, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    timeZone: zones[country],
    ...(country === 'US' && { timeZoneName: 'short' }),
  });
  return format.format(new Date(moment));
}
