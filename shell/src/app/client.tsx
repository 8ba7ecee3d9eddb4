// The browser's half of the app: goes on where the server stopped.
import { hrefOf } from '@arcade/mfe-kit/href';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import '@arcade/ui/styles.css';
import { browserModules } from './browser-modules.ts';
import { createGraph } from './graph.ts';
import { addressOf } from './navigator.ts';
import { openPage } from './open-page.ts';
import { type PageState, stateElement } from './page-state.ts';
import { prefetchCodeWhenIdle } from './prefetch-code.ts';
import type { ReleaseSet } from './release-set.ts';
import { report, reportFor } from './report.ts';
import { Shop } from './shop.tsx';
import { subscriptions } from './subscriptions.ts';
import { watchUnhandled } from './unhandled.ts';

const element = document.getElementById(stateElement);
const root = document.getElementById('root');
if (!element || !root) throw new Error('This page was not made by the shell.');
// Written by our own server into this very page.
const state = JSON.parse(element.textContent) as PageState;

if (state.overrides) {
  const { overrides } = state;
  import('./overrides.ts').then(({ override, showFailure }) =>
    override(overrides, state.set).then((overridden) => begin(root, state, overridden), showFailure),
  );
} else {
  reportFor(state.set);
  watchUnhandled(report);
  begin(root, state, { set: state.set, fetch: globalThis.fetch.bind(globalThis) });
  const { visitor } = state;
  if (visitor !== undefined)
    import('./chosen-visitor.ts').then(({ showVisitor }) => showVisitor(visitor, state.set));
  const afterLoad = () =>
    import('./vitals.ts').then(({ watchVitals }) => watchVitals(report)).catch(() => {});
  if (document.readyState === 'complete') afterLoad();
  else addEventListener('load', afterLoad, { once: true });
}

interface Means {
  readonly set: ReleaseSet;
  readonly fetch: typeof fetch;
}

function begin(root: HTMLElement, state: PageState, { set, fetch }: Means): void {
  const { session, preferences } = state;
  const surroundings = {
    set,
    modules: browserModules(set, report),
    client: createGraph({ fetch, isClient: true, state: state.graph, subscriptions }).client,
  };
  // Slots that the server did not wait for go on loading while the page is hydrated.
  openPage(addressOf(window.location), { session, preferences }, surroundings, 0).then((first) => {
    if (first.kind === 'redirect') return window.location.replace(hrefOf(session.locale, first.to));
    const shop = <Shop first={first} state={state} surroundings={surroundings} />;
    // Boundaries have reported what they caught.
    const onCaughtError = () => {};
    startTransition(() => {
      if (state.overrides) return createRoot(root, { onCaughtError }).render(shop);
      hydrateRoot(root, shop, {
        onCaughtError,
        onRecoverableError: (error) => report({ unit: 'shell', name: 'hydration', kind: 'boundary', error }),
      });
    });
  });
  prefetchCodeWhenIdle(set);
}
