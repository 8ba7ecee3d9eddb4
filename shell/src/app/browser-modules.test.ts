// @vitest-environment jsdom
import { init } from '@module-federation/runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserModules } from './browser-modules.ts';
import type { ReleaseSet, UnitRelease } from './release-set.ts';

init({ name: 'shell_of_the_test', remotes: [] });

let count = 0;

/** A release of its own for each test, because the federation runtime remembers by name. */
function release(): UnitRelease {
  count += 1;
  const version = `v${count}`;
  return {
    version,
    container: `mfe_test_${version}`,
    entry: ['client/remoteEntry.js', 'sha384-entry'],
    pages: { 'test.page': '/test' },
    slots: [],
    files: { 'test.page': { js: [['client/test.page.js', 'sha384-page']], css: [] } },
    later: [['client/later.js', 'sha384-later']],
  };
}

const setOf = (unit: UnitRelease): ReleaseSet => ({ units: { 'mfe-test': unit } });
const page = { unit: 'mfe-test', name: 'test.page' };

function container(module: unknown) {
  return { get: async () => () => module, init: async () => {} };
}

/** What the browser does with a script: runs it, or fails to. */
function settle(file: string, outcome: 'load' | 'error', run = () => {}): void {
  const script = [...document.scripts].find(({ src }) => src.endsWith(file));
  if (!script) throw new Error(`${file} was not asked for`);
  if (outcome === 'load') run();
  script.dispatchEvent(new Event(outcome));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => Response.json({}, { status: 404 }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});

test('files are asked for together, each with its integrity value', async () => {
  const unit = release();
  const loading = browserModules(setOf(unit), () => {}).load(page);
  expect([...document.scripts].map(({ integrity }) => integrity)).toEqual(['sha384-entry', 'sha384-page']);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, container('it')),
  );
  settle(`${unit.version}/client/test.page.js`, 'load');
  expect(await loading).toBe('it');
});

test('what its code will load later can be verified too', () => {
  const unit = release();
  browserModules(setOf(unit), () => {})
    .load(page)
    .catch(() => {});
  const address = `${location.origin}/releases/mfe-test/${unit.version}/client/later.js`;
  expect(globalThis.ARCADE_INTEGRITY?.[address]).toBe('sha384-later');
});

test('a script that came with the HTML is waited for, not loaded again', async () => {
  const unit = release();
  document.head.innerHTML = `<script src="/releases/mfe-test/${unit.version}/client/remoteEntry.js"></script>`;
  const loading = browserModules(setOf(unit), () => {}).load(page);
  expect(document.scripts).toHaveLength(2);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, container('it')),
  );
  settle(`${unit.version}/client/test.page.js`, 'load');
  expect(await loading).toBe('it');
});

test('a file that never comes ends in an error, not in waiting', async () => {
  const unit = release();
  const reports: unknown[] = [];
  const loading = browserModules(setOf(unit), ({ error }) => reports.push(error)).load(page);
  const outcome = expect(loading).rejects.toThrow(`There is no release of mfe-test before ${unit.version}`);
  await vi.advanceTimersByTimeAsync(10_000);
  await outcome;
  expect(reports[0]).toMatchObject({ message: expect.stringContaining('did not come within 10000 ms') });
});

test('a missing file, or one with a wrong integrity value, gives way to the release before it', async () => {
  const unit = release();
  const before = release();
  vi.stubGlobal('fetch', async (url: string) =>
    url === `/releases/mfe-test/${unit.version}/previous` ? Response.json(before) : Response.error(),
  );
  const loading = browserModules(setOf(unit), () => {}).load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, container('new')),
  );
  settle(`${unit.version}/client/test.page.js`, 'error');
  await vi.waitFor(() => settle(`${before.version}/client/test.page.js`, 'load'));
  settle(`${before.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, before.container, container('old')),
  );
  expect(await loading).toBe('old');
});

test('a unit of which one part could not be loaded comes from the release before it, the other parts too', async () => {
  const withSlot = (unit: UnitRelease): UnitRelease => ({
    ...unit,
    files: { ...unit.files, 'test.slot': { js: [['client/test.slot.js', 'sha384-slot']], css: [] } },
  });
  const [unit, before] = [withSlot(release()), withSlot(release())];
  vi.stubGlobal('fetch', async () => Response.json(before));
  const kinds: string[] = [];
  const modules = browserModules(setOf(unit), ({ kind }) => kinds.push(kind));
  const first = modules.load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'error');
  await vi.waitFor(() => settle(`${before.version}/client/test.page.js`, 'load'));
  settle(`${before.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, before.container, container('old')),
  );
  expect(await first).toBe('old');
  expect(kinds).toEqual(['load']);

  const second = modules.load({ unit: 'mfe-test', name: 'test.slot' });
  await vi.waitFor(() => settle(`${before.version}/client/test.slot.js`, 'load'));
  expect(await second).toBe('old');
  expect([...document.scripts].some(({ src }) => src.includes(`${unit.version}/client/test.slot`))).toBe(
    false,
  );
});

test('when the release before it cannot be loaded either, the next attempt begins with the own one', async () => {
  const unit = release();
  const modules = browserModules(setOf(unit), () => {});
  const first = modules.load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'error');
  await expect(first).rejects.toThrow('There is no release of mfe-test before');

  modules.forgetFailures();
  const second = modules.load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, container('there again')),
  );
  settle(`${unit.version}/client/test.page.js`, 'load');
  expect(await second).toBe('there again');
});

test('an entry that loads but defines no container is refused, and the next attempt starts anew', async () => {
  const unit = release();
  const modules = browserModules(setOf(unit), () => {});
  const first = modules.load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, { html: 'login' }),
  );
  settle(`${unit.version}/client/test.page.js`, 'load');
  await expect(first).rejects.toThrow();

  expect(modules.load(page)).toBe(first);
  modules.forgetFailures();
  document.head.replaceChildren();
  const second = modules.load(page);
  settle(`${unit.version}/client/remoteEntry.js`, 'load', () =>
    Reflect.set(globalThis, unit.container, container('right now')),
  );
  expect(await second).toBe('right now');
});
