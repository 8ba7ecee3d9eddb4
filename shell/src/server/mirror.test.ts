import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-mirror-'));
  await use(folder);
  await rm(folder, { recursive: true });
}

test('a release is mirrored whole, its browser files with a brotli twin', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  const { folder, manifest } = await new Mirror(state).fetch('mfe-test', release, 'file:///');
  expect(manifest.version).toBe('v1');
  expect(await readFile(join(folder, 'client/test.page.js'), 'utf8')).toBe('/* page */');
  expect((await readFile(join(folder, 'client/test.page.js.br'))).length).toBeGreaterThan(0);
});

test('one changed byte anywhere refuses the release, and leaves nothing', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await writeFile(join(published, 'mfe-test/v1/server/remoteEntry.cjs'), 'module.exports = 1;;');
  const mirror = new Mirror(state);
  await expect(mirror.fetch('mfe-test', release, 'file:///')).rejects.toMatchObject({
    code: 'INTEGRITY_MISMATCH',
  });
  await expect(readFile(join(state, 'releases/mfe-test/v1/manifest.json'))).rejects.toThrow('ENOENT');
});

test('a mirrored release needs its origin no more', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await new Mirror(state).fetch('mfe-test', release, 'file:///');
  await rm(join(published, 'mfe-test'), { recursive: true });
  const again = await new Mirror(state).fetch('mfe-test', release, 'file:///');
  expect(again.manifest.version).toBe('v1');
});

test('a mirrored file that has changed on disk is fetched again', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  const { folder } = await new Mirror(state).fetch('mfe-test', release, 'file:///');
  await writeFile(join(folder, 'client/test.page.js'), 'tampered');
  await new Mirror(state).fetch('mfe-test', release, 'file:///');
  expect(await readFile(join(folder, 'client/test.page.js'), 'utf8')).toBe('/* page */');
});

test('a manifest of another unit is refused', async ({ published, state }) => {
  const release = await publishRelease(published, 'v1');
  await expect(new Mirror(state).fetch('mfe-other', release, 'file:///')).rejects.toThrow(
    'is of mfe-test v1',
  );
});
