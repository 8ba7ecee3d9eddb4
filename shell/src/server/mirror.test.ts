import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { publishRelease } from '../test/publish-release.ts';
import { Mirror } from './mirror.ts';

const test = base.extend<{ published: string; state: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  published: async ({}, use) => withFolder(use),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  state: async ({}, use) => withFolder(use),
});

const day = 24 * 60 * 60_000;

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-mirror-'));
  await use(folder);
  await rm(folder, { recursive: true });
}

test('a release is mirrored whole, its browser files with a brotli twin', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  const { folder, manifest } = await new Mirror(state, day).fetch('mfe-test', release, 'file:///');
  expect(manifest.version).toBe('v1');
  expect(await readFile(join(folder, 'client/test.page.js'), 'utf8')).toBe('/* page */');
  expect((await readFile(join(folder, 'client/test.page.js.br'))).length).toBeGreaterThan(0);
});

test('one changed byte anywhere refuses the release, and leaves nothing', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await writeFile(join(published, 'mfe-test/v1/server/remoteEntry.cjs'), 'module.exports = 1;;');
  const mirror = new Mirror(state, day);
  await expect(mirror.fetch('mfe-test', release, 'file:///')).rejects.toMatchObject({
    code: 'INTEGRITY_MISMATCH',
  });
  await expect(readFile(join(state, 'releases/mfe-test/v1/manifest.json'))).rejects.toThrow('ENOENT');
});

test('a mirrored release needs its origin no more', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await new Mirror(state, day).fetch('mfe-test', release, 'file:///');
  await rm(join(published, 'mfe-test'), { recursive: true });
  const again = await new Mirror(state, day).fetch('mfe-test', release, 'file:///');
  expect(again.manifest.version).toBe('v1');
});

test('a mirrored file that has changed on disk is fetched again', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  const { folder } = await new Mirror(state, day).fetch('mfe-test', release, 'file:///');
  await writeFile(join(folder, 'client/test.page.js'), 'tampered');
  await new Mirror(state, day).fetch('mfe-test', release, 'file:///');
  expect(await readFile(join(folder, 'client/test.page.js'), 'utf8')).toBe('/* page */');
});

test('a manifest of another unit is refused', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await expect(new Mirror(state, day).fetch('mfe-other', release, 'file:///')).rejects.toThrow(
    'is of mfe-test v1',
  );
});

const first = { unit: 'mfe-test', version: 'v1' };

/** As if the release had been in use for the last time so long ago. */
async function age(state: string, version: string, milliseconds: number): Promise<void> {
  const then = (Date.now() - milliseconds) / 1_000;
  await utimes(join(state, 'releases/mfe-test', version, 'manifest.json'), then, then);
}

test('a release that nobody is given stays for pages that are open, with its operations, and then goes', async ({
  published,
  state,
}) => {
  const mirror = new Mirror(state, day);
  const hashes = { one: 'a'.repeat(64), both: 'b'.repeat(64) };
  const operations = (...names: (keyof typeof hashes)[]) => ({
    operations: Object.fromEntries(names.map((name) => [hashes[name], `query ${name} { it }`])),
  });
  const before = await publishRelease(published, 'v1', {}, operations('one', 'both'));
  await mirror.fetch('mfe-test', before, 'file:///');
  await mirror.fetch('mfe-test', await publishRelease(published, 'v2', {}, operations('both')), 'file:///');

  await age(state, 'v1', day - 60_000);
  await mirror.tidy([{ unit: 'mfe-test', version: 'v2' }]);
  expect((await mirror.recall(first)).manifest.version).toBe('v1');
  expect(await mirror.operation(hashes.one)).toBe('query one { it }');

  await age(state, 'v1', day + 60_000);
  await age(state, 'v2', 2 * day);
  await mirror.tidy([{ unit: 'mfe-test', version: 'v2' }]);
  await expect(mirror.recall(first)).rejects.toThrow('ENOENT');
  expect(await readdir(join(state, 'releases/mfe-test'))).toEqual(['v2']);
  expect(await mirror.operation(hashes.one)).toBeUndefined();
  expect(await mirror.operation(hashes.both)).toBe('query both { it }');
});

test('what is in use is as new as can be when its use ends', async ({ published, state }) => {
  const mirror = new Mirror(state, day);
  await mirror.fetch('mfe-test', await publishRelease(published, 'v1'), 'file:///');
  await age(state, 'v1', 30 * day);
  await mirror.tidy([first]);
  await mirror.tidy([]);
  expect((await mirror.recall(first)).manifest.version).toBe('v1');
});

test('a release that was damaged in the mirror is not recalled, and names that are paths are refused', async ({
  published,
  state,
}) => {
  const mirror = new Mirror(state, day);
  const { folder } = await mirror.fetch('mfe-test', await publishRelease(published, 'v1'), 'file:///');
  await writeFile(join(folder, 'server/remoteEntry.cjs'), 'module.exports = 1;');
  await expect(mirror.recall(first)).rejects.toMatchObject({ code: 'INTEGRITY_MISMATCH' });
  await expect(mirror.recall({ unit: 'mfe-test', version: '../v1' })).rejects.toThrow();
  expect(await mirror.operation('../releases/mfe-test/v1/manifest.json')).toBeUndefined();
});
