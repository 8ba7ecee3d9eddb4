import type { Text } from '../domain/text.ts';
import type { Locale } from '../generated/graphql.ts';

export const inLocale = ({ en, ko }: Text, locale: Locale) => (locale === 'KO' ? ko : en);
