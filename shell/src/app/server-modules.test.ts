import { init } from '@module-federation/runtime';
import { expect, test } from 'vitest';
import { installEntryLoader } from './federation.ts';
import type { ReleaseSet } from './release-set.ts';
import { actionOf, forgetRelease, loadRelease, modulesOf } from './server-modules.ts';

init({ name: 'shell_of_the_test', remotes: [] });

const page = { unit: 'mfe-test', name: 'test.page' };
const modules = ['test.page', 'actions'];

/** What a release hands out says which one it is. */
installEntryLoader(async (container) => ({
  get: async (name: string) => () =>
    name === './actions' ? { actions: { 'test.act': async () => ({ redirect: container }) } } : container,
  init: async () => {},
}));

const setOf = (container: string): ReleaseSet => ({
  units: {
    'mfe-test': {
      version: container,
      container,
      entry: ['client/remoteEntry.js', ''],
      pages: {},
      slots: [],
      files: {},
    },
  },
});

test('a page view goes on with the releases that it began with, whatever leaves memory meanwhile', async () => {
  await loadRelease({ container: 'one', entry: '/one', modules });
  const began = modulesOf(setOf('one'));
  await loadRelease({ container: 'two', entry: '/two', modules });
  forgetRelease('one');
  expect(await began.load(page)).toBe('one');
  expect(await modulesOf(setOf('two')).load(page)).toBe('two');
  expect(() => modulesOf(setOf('one')).load(page)).toThrow('not in the release set');
});

test('nothing is left of a release that is forgotten, and it can be loaded again', async () => {
  const { __INSTANCES__: instances } = globalThis.__FEDERATION__;
  const [host] = instances;
  const held = () => [host?.options.remotes.length, host?.moduleCache.size, instances.length];
  const before = held();
  await loadRelease({ container: 'three', entry: '/three', modules });
  expect(held()).not.toEqual(before);
  forgetRelease('three');
  expect(held()).toEqual(before);
  expect(Object.keys(globalThis.__GLOBAL_LOADING_REMOTE_ENTRY__).join()).not.toContain('three');
  expect(await actionOf('three', 'test.act')).toBeUndefined();

  await loadRelease({ container: 'three', entry: '/three', modules });
  expect(await modulesOf(setOf('three')).load(page)).toBe('three');
  expect(await actionOf('three', 'test.act')).toBeDefined();
});
