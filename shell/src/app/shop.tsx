// Navigation in the browser: history, scroll, focus, and what is remembered.
import { hrefOf } from '@arcade/mfe-kit/href';
import type { NavigateOptions, Navigation } from '@arcade/mfe-kit/navigation';
import type { SessionValue } from '@arcade/mfe-kit/session';
import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState, useTransition } from 'react';
import { App } from './app.tsx';
import { type Address, openPage, type Surroundings } from './open-page.ts';
import type { PageState } from './page-state.ts';
import type { Shown } from './page-view.tsx';
import { report } from './report.ts';

/** The part of an address below the locale. */
export function addressOf({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): Address {
  return { path: pathname.replace(/^\/[^/]+/, '') || '/', search: new URLSearchParams(search) };
}

interface Props {
  readonly first: Shown;
  readonly state: PageState;
  readonly surroundings: Surroundings;
}

export function Shop({ first, state, surroundings }: Props) {
  const { session, publicUrl, categories } = state;
  const [preferences, setPreferences] = useState(state.preferences);
  const [shown, setShown] = useState(first);
  const [pending, startNavigation] = useTransition();
  const latest = useRef(0);

  const visit = (
    to: string,
    options: NavigateOptions & { readonly history: 'push' | 'replace' | 'keep' },
  ) => {
    latest.current += 1;
    const mine = latest.current;
    startNavigation(async () => {
      const url = new URL(hrefOf(session.locale, to), window.location.origin);
      const opened = await openPage(addressOf(url), { session, preferences }, surroundings, 400);
      if (mine !== latest.current) {
        if (opened.kind !== 'redirect') opened.close();
        return;
      }
      if (opened.kind === 'redirect') return visit(opened.to, { ...options, history: 'replace' });
      if (options.history === 'push') window.history.pushState(null, '', url);
      if (options.history === 'replace') window.history.replaceState(null, '', url);
      startTransition(() => setShown(opened));
    });
  };
  const current = useRef(visit);
  useEffect(() => {
    current.current = visit;
  });
  useEffect(() => {
    const back = () => {
      const { path, search } = addressOf(window.location);
      current.current(search.size > 0 ? `${path}?${search}` : path, { history: 'keep', keepScroll: true });
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useLayoutEffect(() => () => shown.close(), [shown]);

  const navigation = useMemo<Navigation>(
    () => ({
      navigate: (to, options = {}) =>
        current.current(to, { ...options, history: options.replace ? 'replace' : 'push' }),
      prefetch: () => {},
    }),
    [],
  );
  const sessionValue = useMemo<SessionValue>(
    () => ({
      session,
      preferences,
      setPreference: (name, value) => setPreferences((all) => ({ ...all, [name]: value })),
    }),
    [session, preferences],
  );
  const view = useMemo(() => ({ ...surroundings, categories, report }), [surroundings, categories]);
  const feedback = useMemo(() => ({ announce: () => {}, toast: () => {} }), []);

  return (
    <App
      view={view}
      client={surroundings.client}
      publicUrl={publicUrl}
      session={sessionValue}
      navigation={navigation}
      feedback={feedback}
      shown={shown}
      pending={pending}
      onRetry={() => window.location.reload()}
    />
  );
}
