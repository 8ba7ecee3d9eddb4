// Who is looking, in which language, currency and theme, and what they asked us to remember.
import { createContext, use } from 'react';

export type Locale = 'en' | 'ko';
export type Currency = 'KRW' | 'USD';
export type Theme = 'light' | 'dark' | 'system';

export interface Session {
  readonly locale: Locale;
  /** The locale as the graph writes it. */
  readonly graphLocale: 'EN' | 'KO';
  readonly currency: Currency;
  readonly theme: Theme;
}

/** Small choices that are remembered in a cookie, so that the server renders with them: a postcode, say. */
export type Preferences = Readonly<Record<string, string | undefined>>;

export interface SessionValue {
  readonly session: Session;
  readonly preferences: Preferences;
  /** Undefined forgets it. */
  readonly setPreference: (name: string, value: string | undefined) => void;
}

/** Filled by the shell. */
export const SessionContext = createContext<SessionValue | null>(null);

function useSessionValue(): SessionValue {
  const value = use(SessionContext);
  if (!value) throw new Error('This component is rendered outside the shell: no SessionContext above it.');
  return value;
}

export function useSession(): Session {
  return useSessionValue().session;
}

/** `const [postcode, setPostcode] = usePreference('postcode')`. At most 200 characters a value. */
export function usePreference(name: string): [string | undefined, (value: string | undefined) => void] {
  const { preferences, setPreference } = useSessionValue();
  return [preferences[name], (value) => setPreference(name, value)];
}

/** Everything remembered, for components that compute variables as their page does. */
export function usePreferences(): Preferences {
  return useSessionValue().preferences;
}
