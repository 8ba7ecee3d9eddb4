// The cookie that holds a visitor's small choices. The browser writes it, so that the next page is rendered with them.
import type { Preferences } from '@arcade/mfe-kit/session';

export const preferencesCookie = 'arcade_preferences';
export const maxPreferences = 20;
const maxLength = 200;
const oneYear = 365 * 24 * 60 * 60;

/** The cookie's value: form encoding, which uses no character that cookies forbid. */
export function encodePreferences(preferences: Preferences): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(preferences).slice(-maxPreferences)) {
    if (value !== undefined) fields.set(name, value.slice(0, maxLength));
  }
  return fields.toString();
}

/** As `document.cookie` and Set-Cookie take it. */
export function preferencesCookieText(preferences: Preferences, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${oneYear}; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${preferencesCookie}=${encodePreferences(preferences)}; ${attributes}`;
}
