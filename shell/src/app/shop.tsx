// The app in the browser: what changes while a visitor is here.
import type { SessionValue } from '@arcade/mfe-kit/session';
import { startTransition, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { App } from './app.tsx';
import { type Arrival, Navigator } from './navigator.ts';
import type { Shown, Surroundings } from './open-page.ts';
import type { PageState } from './page-state.ts';
import { preferencesCookieText } from './preferences.ts';
import { report } from './report.ts';

interface Props {
  readonly first: Shown;
  readonly state: PageState;
  readonly surroundings: Surroundings;
}

export function Shop({ first, state, surroundings }: Props) {
  const [preferences, setPreferences] = useState(state.preferences);
  const [arrival, setArrival] = useState<Arrival>({ shown: first, how: 'first' });
  const [pending, setPending] = useState(false);
  const session = useMemo(() => withTheme(state.session, preferences.theme), [state.session, preferences]);
  const [navigator] = useState(() => new Navigator({ session, preferences }, surroundings, state.overrides));

  useEffect(() => {
    navigator.visitor = { session, preferences };
  }, [navigator, session, preferences]);
  useEffect(
    () =>
      navigator.listen({
        departed: () => setPending(true),
        arrived: (next) =>
          startTransition(() => {
            setArrival(next);
            setPending(false);
          }),
      }),
    [navigator],
  );
  useLayoutEffect(() => {
    navigator.settle(arrival);
    return () => arrival.shown.close();
  }, [navigator, arrival]);
  useEffect(() => {
    document.documentElement.dataset.theme = session.theme;
  }, [session.theme]);

  const sessionValue = useMemo<SessionValue>(
    () => ({
      session,
      preferences,
      setPreference(name, value) {
        const next = { ...preferences, [name]: value };
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
        document.cookie = preferencesCookieText(next, window.location.protocol === 'https:');
        setPreferences(next);
      },
    }),
    [session, preferences],
  );
  const view = useMemo(
    () => ({ ...surroundings, categories: state.categories, report }),
    [surroundings, state],
  );

  return (
    <App
      view={view}
      client={surroundings.client}
      publicUrl={state.publicUrl}
      session={sessionValue}
      navigation={navigator}
      firstToast={state.toast}
      arrival={arrival}
      pending={pending}
      onRetry={navigator.retry}
    />
  );
}

function withTheme(session: PageState['session'], theme: string | undefined): PageState['session'] {
  return theme === 'light' || theme === 'dark' || theme === 'system' ? { ...session, theme } : session;
}
