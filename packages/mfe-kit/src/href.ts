import type { Locale } from './session.tsx';

/** The address of a path below the locale: `/p/lamp?sku=1` → `/en/p/lamp?sku=1`, `/` → `/en`. */
export function hrefOf(locale: Locale, to: string): string {
  const path = to.startsWith('/?') ? to.slice(1) : to === '/' ? '' : to;
  return `/${locale}${path}`;
}
