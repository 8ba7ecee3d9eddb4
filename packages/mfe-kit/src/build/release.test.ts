import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, vi } from 'vitest';
import { webpack } from 'webpack';
import { defineMicroFrontend } from '../config.ts';
import { type Manifest, manifestSchema } from '../manifest.ts';
import { persistedDocuments } from './operations.ts';
import { ReleasePlugin, releasePlaceholder } from './release.ts';

const config = defineMicroFrontend({
  name: 'mfe-test',
  pages: { 'test.page': { path: '/test', module: './page.js' } },
  slots: {},
  uses: {},
});

/** The folder of a micro-frontend, small enough to be built in no time. */
const test = base.extend<{ root: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'arcade-release-'));
    await mkdir(join(root, 'src/generated'), { recursive: true });
    await writeFile(
      join(root, persistedDocuments),
      JSON.stringify({ any: 'query Test_Query { __typename }' }),
    );
    vi.spyOn(console, 'log').mockImplementation(() => {});
    await use(root);
    vi.restoreAllMocks();
    await rm(root, { recursive: true });
  },
});

/** Builds both targets as microFrontend() does, without federation: the container is a plain entry. */
async function build(root: string, page: string): Promise<Manifest> {
  await writeFile(join(root, 'page.js'), page);
  await writeFile(
    join(root, 'entry.js'),
    `globalThis.${releasePlaceholder} = () => import(/* webpackChunkName: "test.page" */ './page.js');`,
  );
  const release = new ReleasePlugin({ config, root });
  const compiler = webpack(
    (['client', 'server'] as const).map((target) => ({
      name: target,
      context: root,
      mode: 'none' as const,
      target: target === 'client' ? 'web' : 'node',
      entry: { remoteEntry: './entry.js' },
      output: {
        path: join(root, 'dist', target),
        filename: target === 'client' ? '[name].js' : '[name].cjs',
        chunkFilename: target === 'client' ? '[name].[contenthash].js' : '[name].[contenthash].cjs',
      },
      plugins: [release],
    })),
  );
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
      else resolve();
    });
  });
  await new Promise((resolve) => compiler.close(resolve));
  return manifestSchema.parse(JSON.parse(await readFile(join(root, 'dist/manifest.json'), 'utf8')));
}

test('the same content is the same version, another content another one', async ({ root }) => {
  const first = await build(root, 'export default 1;');
  const again = await build(root, 'export default 1;');
  const other = await build(root, 'export default 2;');
  expect(again).toEqual(first);
  expect(other.version).not.toBe(first.version);
});

test('the manifest lists every file of the release, each with its SHA-384, and nothing else is left', async ({
  root,
}) => {
  await build(root, 'export default 1;');
  const manifest = await build(root, 'export default "the next one";');
  const onDisk: string[] = [];
  for (const folder of ['client', 'server']) {
    for (const file of await readdir(join(root, 'dist', folder))) onDisk.push(`${folder}/${file}`);
  }
  expect(Object.keys(manifest.files).sort()).toEqual(onDisk.sort());
  for (const [path, { integrity, size }] of Object.entries(manifest.files)) {
    const content = await readFile(join(root, 'dist', path));
    expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
    expect(size).toBe(content.length);
  }
});

test('the container carries the version, in the manifest and in the code', async ({ root }) => {
  const manifest = await build(root, 'export default 1;');
  expect(manifest.container).toBe(`mfe_test_${manifest.version}`);
  for (const path of [manifest.entry.client, manifest.entry.server]) {
    const code = await readFile(join(root, 'dist', path), 'utf8');
    expect(code).toContain(manifest.version);
    expect(code).not.toContain(releasePlaceholder);
  }
});

test('it names the files of each page, and the operations by their hash', async ({ root }) => {
  const { exposes, operations } = await build(root, 'export default 1;');
  expect(exposes['./test.page']?.js).toEqual([expect.stringMatching(/^client\/test\.page\.\w+\.js$/)]);
  const text = 'query Test_Query{__typename}';
  expect(operations).toEqual({ [createHash('sha256').update(text).digest('hex')]: text });
});

test('a build with an error leaves the release before it', async ({ root }) => {
  const { version } = await build(root, 'export default 1;');
  await expect(build(root, 'export default (')).rejects.toThrow();
  const kept = JSON.parse(await readFile(join(root, 'dist/manifest.json'), 'utf8'));
  expect(kept.version).toBe(version);
});
