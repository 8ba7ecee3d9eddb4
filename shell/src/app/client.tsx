// The browser's half of the app: goes on where the server stopped.
import { hrefOf } from '@arcade/mfe-kit/href';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import '@arcade/ui/styles.css';
import { browserModules } from './browser-modules.ts';
import { createGraph } from './graph.ts';
import { addressOf } from './navigator.ts';
import { openPage } from './open-page.ts';
import { type PageState, stateElement } from './page-state.ts';
import { prefetchCodeWhenIdle } from './prefetch-code.ts';
import { report, reportFor } from './report.ts';
import { Shop } from './shop.tsx';
import { subscriptions } from './subscriptions.ts';
import { watchUnhandled } from './unhandled.ts';

const element = document.getElementById(stateElement);
const root = document.getElementById('root');
if (!element || !root) throw new Error('This page was not made by the shell.');
// Written by our own server into this very page.
const state = JSON.parse(element.textContent) as PageState;

const { set, session, preferences } = state;
reportFor(set);
watchUnhandled(report);
const surroundings = {
  set,
  modules: browserModules(set, report),
  client: createGraph({
    fetch: globalThis.fetch.bind(globalThis),
    isClient: true,
    state: state.graph,
    subscriptions,
  }).client,
};

// Slots that the server did not wait for go on loading while the page is hydrated.
openPage(addressOf(window.location), { session, preferences }, surroundings, 0).then((first) => {
  if (first.kind === 'redirect') return window.location.replace(hrefOf(session.locale, first.to));
  startTransition(() => {
    hydrateRoot(root, <Shop first={first} state={state} surroundings={surroundings} />, {
      // Boundaries have reported what they caught.
      onCaughtError: () => {},
      onRecoverableError: (error) => report({ unit: 'shell', name: 'hydration', kind: 'boundary', error }),
    });
  });
});
prefetchCodeWhenIdle(set);
const afterLoad = () => import('./vitals.ts').then(({ watchVitals }) => watchVitals(report)).catch(() => {});
if (document.readyState === 'complete') afterLoad();
else addEventListener('load', afterLoad, { once: true });
