/** Language, currency, theme and small choices of a visitor, from the address and cookies. */
import type { Currency, Locale, Preferences, Session, Theme } from '@arcade/mfe-kit/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maxPreferences, preferencesCookie } from '../app/preferences.ts';

export const locales: readonly Locale[] = ['en', 'ko'];

const localeCookie = 'arcade_locale';
const oneYear = 365 * 24 * 60 * 60;

export interface Choices {
  readonly session: Session;
  readonly preferences: Preferences;
}

export function choicesOf(request: FastifyRequest, locale: Locale): Choices {
  const preferences = parsePreferences(request.cookies[preferencesCookie]);
  return {
    session: {
      locale,
      graphLocale: locale === 'ko' ? 'KO' : 'EN',
      currency: isCurrency(preferences.currency) ? preferences.currency : standardCurrency[locale],
      theme: isTheme(preferences.theme) ? preferences.theme : 'system',
    },
    preferences,
  };
}

const standardCurrency: Record<Locale, Currency> = { en: 'USD', ko: 'KRW' };

function isCurrency(value: string | undefined): value is Currency {
  return value === 'KRW' || value === 'USD';
}

function isTheme(value: string | undefined): value is Theme {
  return value === 'light' || value === 'dark' || value === 'system';
}

function parsePreferences(cookie = ''): Preferences {
  return Object.fromEntries([...new URLSearchParams(cookie)].slice(0, maxPreferences));
}

/** What the visitor was reading last, else what the browser asks for (RFC 9110, Accept-Language). */
export function preferredLocale(request: FastifyRequest): Locale {
  const remembered = request.cookies[localeCookie];
  if (isLocale(remembered)) return remembered;
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1])
        .find((value) => value !== undefined);
      return {
        language: tag.toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const [best] = wanted;
  return best && isLocale(best.language) ? best.language : 'en';
}

/** So that an address without a language leads to the one that was read last. */
export function rememberLocale(
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  secure: boolean,
): void {
  if (request.cookies[localeCookie] === locale) return;
  reply.setCookie(localeCookie, locale, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: oneYear,
  });
}

export function isLocale(value: string | undefined): value is Locale {
  return value === 'en' || value === 'ko';
}
