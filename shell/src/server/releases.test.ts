import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import { createLogger } from '@arcade/subgraph-kit/service';
import { test as base, expect, onTestFinished } from 'vitest';
import { publishRelease } from '../test/publish-release.ts';
import { stubOrigin } from '../test/stub-origin.ts';
import type { Discovered } from './discovery.ts';
import { LoadedReleases, type LoadsReleases } from './loaded-releases.ts';
import { Mirror } from './mirror.ts';
import { Releases } from './releases.ts';
import { Stables } from './stables.ts';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-releases-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

/** Loads everything but what is said to be broken, and knows what is loaded. */
function appWith(
  broken: ReadonlySet<string> = new Set(),
): LoadsReleases & { readonly inMemory: Set<string> } {
  const inMemory = new Set<string>();
  return {
    inMemory,
    installEntryLoader() {},
    forgetRelease: (container) => void inMemory.delete(container),
    async loadRelease({ container }) {
      if (broken.has(container)) throw new Error(`${container} throws when it is loaded`);
      inMemory.add(container);
    },
  };
}

async function releasesIn(
  folder: string,
  app: LoadsReleases = appWith(),
  timeLimit?: number,
): Promise<Releases> {
  const state = join(folder, 'state');
  const mirror = new Mirror(state, 60_000);
  const log = createLogger('test', 'silent');
  return new Releases(new LoadedReleases(app, log, timeLimit), mirror, await Stables.open(state), log);
}

const versionFor = (releases: Releases, visitorNumber: number) =>
  releases.setFor(visitorNumber).set.units['mfe-test']?.version;

function naming(...releases: DiscoveredRelease[]): Discovered {
  return { base: 'file:///', discovery: { schema: 'v1-pre', microFrontends: { 'mfe-test': releases } } };
}

const share = (release: DiscoveredRelease, traffic: number, isDefault: boolean): DiscoveredRelease => ({
  ...release,
  deployment: { traffic, default: isDefault },
});

test('the release that the document names is live for every visitor', async ({ folder }) => {
  const releases = await releasesIn(folder);
  expect(await releases.apply(naming(await publishRelease(folder, 'v1')))).toBe(true);
  expect(versionFor(releases, 0)).toBe('v1');
  expect(versionFor(releases, 9_999)).toBe('v1');
});

test('a release that throws when it is loaded leaves the last one that worked', async ({ folder }) => {
  const releases = await releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(await releases.apply(naming(await publishRelease(folder, 'v2')))).toBe(false);
  expect(versionFor(releases, 0)).toBe('v1');
});

test('a release with a wrong file leaves the last one that worked, and is taken once it is right', async ({
  folder,
}) => {
  const releases = await releasesIn(folder);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  const second = await publishRelease(folder, 'v2');
  await writeFile(join(folder, 'mfe-test/v2/client/test.page.js'), 'tampered');
  expect(await releases.apply(naming(second))).toBe(false);
  expect(versionFor(releases, 0)).toBe('v1');
  expect(await releases.retry(naming(second))).toBe(false);
  await writeFile(join(folder, 'mfe-test/v2/client/test.page.js'), '/* page */');
  expect(await releases.retry(naming(second))).toBe(true);
  expect(await releases.apply(naming(second))).toBe(true);
  expect(versionFor(releases, 0)).toBe('v2');
});

test('a release that hangs while it is loaded leaves the last one that worked, and stays out of memory', async ({
  folder,
}) => {
  const app = appWith();
  const hanging = Promise.withResolvers<void>();
  const { loadRelease } = app;
  app.loadRelease = async (release) => {
    await loadRelease(release);
    if (release.container === 'mfe_test_v2') await hanging.promise;
  };
  const releases = await releasesIn(folder, app, 10);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(await releases.apply(naming(await publishRelease(folder, 'v2')))).toBe(false);
  expect(versionFor(releases, 0)).toBe('v1');
  expect([...app.inMemory]).toEqual(['mfe_test_v1']);
});

test('news of other releases does not wait for one that is tried again', async ({ folder }) => {
  const app = appWith(new Set(['mfe_test_v2']));
  // Longer than a test may take: nothing goes on because it is over.
  const releases = await releasesIn(folder, app, 600_000);
  const failing = share(await publishRelease(folder, 'v2'), 10, false);
  const first = naming(failing, share(await publishRelease(folder, 'v1'), 90, true));
  const second = naming(failing, share(await publishRelease(folder, 'v3'), 90, true));
  await releases.apply(first);
  const { loadRelease } = app;
  const { promise: hanging, reject } = Promise.withResolvers<void>();
  app.loadRelease = (release) => (release.container === 'mfe_test_v2' ? hanging : loadRelease(release));
  const again = releases.retry(first);
  await releases.apply(second);
  expect(versionFor(releases, 5_000)).toBe('v3');
  reject(new Error('It has hung for long enough.'));
  expect(await again).toBe(false);
});

test('a unit that never worked is missing from the set, and the rest is there', async ({ folder }) => {
  const releases = await releasesIn(folder, appWith(new Set(['mfe_test_v1'])));
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  expect(releases.setFor(0).set.units).toEqual({});
});

test('the share of a candidate that cannot be loaded goes to the default release', async ({ folder }) => {
  const releases = await releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  await releases.apply(naming(share(candidate, 100, false), share(stable, 0, true)));
  expect(versionFor(releases, 0)).toBe('v1');
});

const v = (version: string) => ({ unit: 'mfe-test', version });

test('whom a release misses that cannot be loaded is told, and is none of the others', async ({ folder }) => {
  const releases = await releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  await releases.apply(naming(share(stable, 90, true), share(candidate, 10, false)));
  expect(releases.setFor(999).missed).toEqual([v('v2')]);
  expect(releases.setFor(1_000).missed).toEqual([]);
  expect(releases.named).toEqual({ 'mfe-test': ['v1', 'v2'] });
});

test('a release whose place is away has missed nobody, and is taken when that is back', async ({
  folder,
}) => {
  const releases = await releasesIn(folder);
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  let isAway = true;
  const origin = await stubOrigin(async ({ path }) =>
    isAway ? new Response('', { status: 503 }) : new Response(await readFile(join(folder, path))),
  );
  onTestFinished(() => origin.close());
  const elsewhere = (url: string): DiscoveredRelease => ({
    ...candidate,
    extras: { manifest: { ...candidate.extras.manifest, url: `${url}/mfe-test/v2/manifest.json` } },
  });
  const named = (url: string) => naming(share(stable, 90, true), share(elsewhere(url), 10, false));
  expect(await releases.apply(named(origin.url))).toBe(false);
  // An address that nobody may ask, as if nothing were there.
  expect(await releases.retry(named('http://127.0.0.1:9'))).toBe(false);
  expect(versionFor(releases, 0)).toBe('v1');
  expect(releases.setFor(0).missed).toEqual([]);
  isAway = false;
  expect(await releases.retry(named(origin.url))).toBe(true);
  expect(await releases.apply(named(origin.url))).toBe(true);
  expect(versionFor(releases, 0)).toBe('v2');
});

test('a release that has lost a file on its way misses whom it was meant for', async ({ folder }) => {
  const releases = await releasesIn(folder);
  const stable = await publishRelease(folder, 'v1');
  const candidate = await publishRelease(folder, 'v2');
  await rm(join(folder, 'mfe-test/v2/client/test.page.js'));
  await releases.apply(naming(share(stable, 90, true), share(candidate, 10, false)));
  expect(releases.setFor(0).missed).toEqual([v('v2')]);
});

test('a browser that cannot load a release is given the stable one before it', async ({ folder }) => {
  const releases = await releasesIn(folder);
  const [first, second, third] = await Promise.all(
    ['v1', 'v2', 'v3'].map((version) => publishRelease(folder, version)),
  );
  if (!first || !second || !third) throw new Error('Three were published.');
  await releases.apply(naming(first));
  expect(await releases.previous(v('v1'))).toBeUndefined();
  await releases.apply(naming(second));
  expect((await releases.previous(v('v2')))?.version).toBe('v1');
  // Of a candidate: the release that is stable meanwhile.
  await releases.apply(naming(share(third, 10, false), share(second, 90, true)));
  expect((await releases.previous(v('v3')))?.version).toBe('v2');
  // After a rollback not the one that was rolled back, although it was stable last.
  await releases.apply(naming(first));
  expect(await releases.previous(v('v1'))).toBeUndefined();
});

test('after a restart the stable release before is still known, also when only the mirror has it', async ({
  folder,
}) => {
  const before = await releasesIn(folder);
  await before.apply(naming(await publishRelease(folder, 'v1')));
  const second = await publishRelease(folder, 'v2');
  await before.apply(naming(second));
  await rm(join(folder, 'mfe-test'), { recursive: true });

  const broken = await releasesIn(folder, appWith(new Set(['mfe_test_v2'])));
  expect(await broken.apply(naming(second))).toBe(false);
  expect(versionFor(broken, 0)).toBe('v1');
  expect((await broken.previous(v('v2')))?.version).toBe('v1');
});

test('releases without visitors leave memory; their actions and operations are there while pages are open', async ({
  folder,
}) => {
  const app = appWith();
  const releases = await releasesIn(folder, app);
  const hashOf = (version: number) => version.toString(16).padStart(64, '0');
  for (let version = 1; version <= 20; version++) {
    const operations = { [hashOf(version)]: `query Test_Query { v${version} }` };
    await releases.apply(naming(await publishRelease(folder, `v${version}`, {}, { operations })));
  }
  // The stable one, the two that were stable before it, and two for those who are still on their way.
  expect([...app.inMemory]).toEqual(['v16', 'v17', 'v18', 'v19', 'v20'].map((name) => `mfe_test_${name}`));

  const { set } = releases.setFor(0);
  const answering = async (name: string, madeWith: Parameters<Releases['withAction']>[2]) =>
    (await releases.withAction(set, name, madeWith))?.release.container;
  expect(await releases.operation(hashOf(2))).toBe('query Test_Query { v2 }');
  expect(await releases.operation(hashOf(21))).toBeUndefined();
  expect(await answering('test.act', v('v2'))).toBe('mfe_test_v2');
  expect(app.inMemory.has('mfe_test_v2')).toBe(true);
  expect(app.inMemory.size).toBe(5);
});

test('a form is answered by the release that its page was made with, else by that of the visitor', async ({
  folder,
}) => {
  const releases = await releasesIn(folder);
  await releases.apply(naming(await publishRelease(folder, 'v1')));
  await releases.apply(naming(await publishRelease(folder, 'v2')));
  const { set } = releases.setFor(0);
  const answering = async (name: string, madeWith: Parameters<Releases['withAction']>[2]) =>
    (await releases.withAction(set, name, madeWith))?.release.container;
  expect(await answering('test.act', v('v1'))).toBe('mfe_test_v1');
  for (const unknown of [undefined, v('v9'), { unit: 'mfe-other', version: 'v1' }]) {
    expect(await answering('test.act', unknown)).toBe('mfe_test_v2');
  }
  expect(await answering('test.other', v('v1'))).toBeUndefined();
});

test('the grace of a release begins when nobody is given it any more, whenever the mirror was tidied before', async ({
  folder,
}) => {
  const releases = await releasesIn(folder);
  const stable = share(await publishRelease(folder, 'v1'), 90, true);
  await releases.apply(naming(share(await publishRelease(folder, 'v2'), 10, false), stable));
  const candidate = join(folder, 'state/releases/mfe-test/v2/manifest.json');
  const longAgo = Date.now() / 1_000 - 3_600;
  await utimes(candidate, longAgo, longAgo);
  await releases.apply(naming(share(stable, 100, true)));
  await releases.tidy();
  expect((await stat(candidate)).isFile()).toBe(true);
});
