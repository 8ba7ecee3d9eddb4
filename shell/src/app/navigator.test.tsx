// @vitest-environment jsdom
import { Link } from '@arcade/mfe-kit/navigation';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGraph } from './graph.ts';
import { keepModules } from './modules.ts';
import { addressOf } from './navigator.ts';
import { openPage } from './open-page.ts';
import type { PageState } from './page-state.ts';
import type { ReleaseSet } from './release-set.ts';
import { ScrollMemory } from './scroll-memory.ts';
import { Shop } from './shop.tsx';

const set: ReleaseSet = {
  units: {
    'mfe-test': {
      version: 'v1',
      container: 'mfe_test_v1',
      entry: ['client/remoteEntry.js', 'sha384-entry'],
      pages: { 'test.first': '/first', 'test.slow': '/slow', 'test.quick': '/quick' },
      slots: [],
      files: {},
    },
  },
};

const pageSaying = (text: string) => ({
  default: {
    // biome-ignore lint/correctness/noComponentHookFactories: made once for each test
    Page: () => (
      <>
        <h1>{text}</h1>
        <Link to="/slow">to slow</Link>
        <Link to="/quick">to quick</Link>
      </>
    ),
  },
});

/** The shop in this browser; what each page's code comes to is for the test to say. */
async function openShop(load: (page: string) => Promise<unknown>, more: Pick<PageState, 'overrides'> = {}) {
  const visitor = {
    session: { locale: 'en', graphLocale: 'EN', currency: 'USD', theme: 'system' },
    preferences: {},
  } as const;
  const state: PageState = {
    ...visitor,
    publicUrl: 'http://localhost',
    set,
    categories: [],
    graph: {},
    ...more,
  };
  const surroundings = {
    set,
    modules: keepModules(({ name }) => load(name)),
    client: createGraph({ fetch: async () => Response.error(), isClient: true }).client,
  };
  window.history.replaceState(null, '', '/en/first');
  const first = await openPage(addressOf(window.location), visitor, surroundings, 0);
  if (first.kind === 'redirect') throw new Error('The first page leads elsewhere.');
  await act(async () => {
    render(<Shop first={first} state={state} surroundings={surroundings} />);
  });
}

const click = (name: string) => act(async () => fireEvent.click(screen.getByRole('link', { name })));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

beforeEach(() => {
  vi.stubGlobal('scrollTo', (_: number, top: number) => Reflect.set(window, 'scrollY', top));
  Object.defineProperty(navigator, 'sendBeacon', { value: () => true, configurable: true });
  window.sessionStorage.clear();
  window.scrollTo(0, 0);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a new page begins at its top; back returns to the page and to the place on it', async () => {
  await openShop(async (page) => pageSaying(page));
  window.scrollTo(0, 700);
  await click('to quick');
  await heading('test.quick');
  expect(window.location.pathname).toBe('/en/quick');
  expect(window.scrollY).toBe(0);
  expect(document.activeElement?.id).toBe('content');

  window.scrollTo(0, 90);
  await act(async () => window.history.back());
  await heading('test.first');
  expect(window.location.pathname).toBe('/en/first');
  expect(window.scrollY).toBe(700);

  await act(async () => window.history.forward());
  await heading('test.quick');
  expect(window.scrollY).toBe(90);
});

test('a later navigation wins over an earlier one that is slower', async () => {
  const slow = Promise.withResolvers<unknown>();
  await openShop((page) => (page === 'test.slow' ? slow.promise : Promise.resolve(pageSaying(page))));
  await click('to slow');
  // The page of before stays on screen meanwhile.
  expect(await heading('test.first')).toBeDefined();
  await click('to quick');
  await heading('test.quick');
  await act(async () => slow.resolve(pageSaying('test.slow')));
  expect(await heading('test.quick')).toBeDefined();
  expect(window.location.pathname).toBe('/en/quick');
});

test('a page that cannot be loaded says so, and a retry that succeeds shows it', async () => {
  let broken = true;
  await openShop((page) =>
    page === 'test.slow' && broken
      ? Promise.reject(new Error('its code is not there'))
      : Promise.resolve(pageSaying(page)),
  );
  await click('to slow');
  const retry = await screen.findByRole('button', { name: /try again/i });
  expect(window.location.pathname).toBe('/en/slow');
  expect(screen.getByRole('contentinfo')).toBeDefined();
  broken = false;
  await act(async () => fireEvent.click(retry));
  expect(await heading('test.slow')).toBeDefined();
});

test("a developer's micro-frontend stays in the address from page to page", async () => {
  await openShop(async (page) => pageSaying(page), { overrides: { 'mfe-test': 'http://localhost:3102' } });
  await click('to quick');
  await heading('test.quick');
  expect(new URLSearchParams(window.location.search).get('mfe-test')).toBe('http://localhost:3102');
});

test('the place on a page is found again after a reload', () => {
  const before = new ScrollMemory();
  window.scrollTo(0, 420);
  before.save();
  window.scrollTo(0, 0);
  const after = new ScrollMemory();
  expect(after.moved()).toBe(false);
  expect(window.scrollY).toBe(420);
});

test('a jump within the page is no navigation', () => {
  const memory = new ScrollMemory();
  // As a click on `<a href="#details">` does: a new entry of the history, without a state of ours.
  window.history.pushState(null, '', '#details');
  expect(memory.moved()).toBe(false);
  expect(memory.moved()).toBe(false);
});
