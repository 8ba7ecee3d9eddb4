import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import { createLogger } from '@arcade/subgraph-kit/service';
import { test as base, expect } from 'vitest';
import { publishRelease } from '../test/publish-release.ts';
import type { Discovered } from './discovery.ts';
import { Mirror } from './mirror.ts';
import { type LoadsReleases, Releases } from './releases.ts';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-releases-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

/** Loads everything but what is said to be broken. */
function appWith(broken: ReadonlySet<string> = new Set()): LoadsReleases {
  return {
    installEntryLoader() {},
    async loadRelease({ container }) {
      if (broken.has(container)) throw new Error(`${container} throws when it is loaded`);
    },
  };
}

function releasesIn(folder: string, app = appWith()): Releases {
  return new Releases(app, new Mirror(join(folder, 'state')), createLogger('test', 'silent'));
}

function naming(...releases: DiscoveredRelease[]): Discovered {
  return { base: 'file:///', discovery: { schema: 'v1-pre', microFrontends: { 'mfe-test': releases } } };
}

const share = (release: DiscoveredRelease, traffic: number, isDefault: boolean): DiscoveredRelease => ({
  ...release,
  deployment: { traffic, default: isDefault },
});

test('the release that the document names is live for every visitor', async ({ folder }) => {
  const releases = releasesIn(folder);
  expect(await releases.apply(naming(await publishRelease(folder, 'v1')))).toBe(true);
  expect(releases.setFor(0).units['mfe-test']?.version).toBe('v1');
  expect(releases.setFor(9_999).units['mfe-test']?.version).toBe('v1');
});

test('a release that throws when it is loaded leaves the last one that worked', async ({ folder }) => {
  const releases = releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(await releases.apply(naming(await publishRelease(folder, 'v2')))).toBe(false);
  expect(releases.setFor(0).units['mfe-test']?.version).toBe('v1');
});

test('a release with a wrong file leaves the last one that worked, and is taken once it is right', async ({
  folder,
}) => {
  const releases = releasesIn(folder);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  const second = await publishRelease(folder, 'v2');
  await writeFile(join(folder, 'mfe-test/v2/client/test.page.js'), 'tampered');
  expect(await releases.apply(naming(second))).toBe(false);
  expect(releases.setFor(0).units['mfe-test']?.version).toBe('v1');
  await writeFile(join(folder, 'mfe-test/v2/client/test.page.js'), '/* page */');
  expect(await releases.apply(naming(second))).toBe(true);
  expect(releases.setFor(0).units['mfe-test']?.version).toBe('v2');
});

test('a unit that never worked is missing from the set, and the rest is there', async ({ folder }) => {
  const releases = releasesIn(folder, appWith(new Set(['mfe_test_v1'])));
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(releases.setFor(0).units).toEqual({});
});

test('two releases side by side get their shares, and a visitor always the same one', async ({ folder }) => {
  const releases = releasesIn(folder);
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  await releases.apply(naming(share(candidate, 10, false), share(stable, 90, true)));
  const versions = Array.from(
    { length: 10_000 },
    (_, number) => releases.setFor(number).units['mfe-test']?.version,
  );
  expect(versions.filter((version) => version === 'v2')).toHaveLength(1_000);
  expect(releases.setFor(42)).toEqual(releases.setFor(42));
});

test('the share of a candidate that cannot be loaded goes to the default release', async ({ folder }) => {
  const releases = releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  await releases.apply(naming(share(candidate, 100, false), share(stable, 0, true)));
  expect(releases.setFor(0).units['mfe-test']?.version).toBe('v1');
});

test('a browser that cannot load a release is given the one before it', async ({ folder }) => {
  const releases = releasesIn(folder);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(releases.previous('mfe-test', 'v1')).toBeUndefined();
  await releases.apply(naming(await publishRelease(folder, 'v2')));
  expect(releases.previous('mfe-test', 'v2')?.version).toBe('v1');
});

test('an operation is known by the hash that its release registered, an action by its name', async ({
  folder,
}) => {
  const releases = releasesIn(folder);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(releases.operation('a'.repeat(64))).toContain('Test_Query');
  expect(releases.operation('b'.repeat(64))).toBeUndefined();
  expect(releases.containerWithAction(releases.setFor(0), 'test.act')).toBe('mfe_test_v1');
  expect(releases.containerWithAction(releases.setFor(0), 'test.other')).toBeUndefined();
});
