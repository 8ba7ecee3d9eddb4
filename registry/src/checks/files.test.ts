import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { expect, test } from 'vitest';
import { checkFiles } from './files.ts';
import { release } from './test-world.ts';

const entries = {
  'client/remoteEntry.js': 'var mfe_order = {};',
  'server/remoteEntry.cjs': 'module.exports = {};',
};

/** A release as the build leaves it. */
function built(more: Readonly<Record<string, string>> = {}): Manifest {
  const files = Object.entries({ ...entries, ...more }).map(([file, content]) => [
    file,
    {
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      size: Buffer.byteLength(content),
      brotliSize: brotliCompressSync(content).length,
    },
  ]);
  return release('mfe-order', '2', { files: Object.fromEntries(files) });
}

const folder =
  (more: Readonly<Record<string, string>> = {}) =>
  async (file: string) => {
    const content = { ...entries, ...more }[file];
    return content === undefined ? undefined : Buffer.from(content);
  };

test('files that are what their manifest says may be released', async () => {
  const files = { 'client/cart.js': 'export const cart = 1;' };
  expect(await checkFiles(built(files), folder(files))).toEqual([]);
});

test('one other byte is found', async () => {
  const release = built({ 'client/cart.js': 'export const cart = 1;' });
  expect(await checkFiles(release, folder({ 'client/cart.js': 'export const cart = 2;' }))).toEqual([
    {
      check: 'files',
      severity: 'refusal',
      unit: 'mfe-order',
      release: '2',
      file: 'client/cart.js',
      message: expect.stringContaining('client/cart.js is not the file that was built'),
      remedy: expect.stringContaining('Build the release again'),
    },
  ]);
});

test('a file that was cut off, one that is missing and one that is not listed are found', async () => {
  const release = built({ 'client/cart.js': 'export const cart = 1;' });
  const said = async (manifest: Manifest, read: ReturnType<typeof folder>) =>
    (await checkFiles(manifest, read)).map(({ message }) => message);
  expect(await said(release, folder({ 'client/cart.js': 'export const' }))).toEqual([
    'client/cart.js has 12 bytes, the manifest says 22.',
  ]);
  expect(await said(release, folder())).toEqual(['The manifest lists client/cart.js, but it is not there.']);
  const exposes = { './order.cart': { js: ['client/other.js'], css: [] } };
  expect(await said({ ...built(), exposes }, folder())).toEqual([
    'The manifest names client/other.js, but does not list it among its files.',
  ]);
});

test('a release cannot make itself lighter than it is', async () => {
  const content = Array.from({ length: 400 }, (_, n) => `export const value${n} = ${n * n};`).join('\n');
  const manifest = built({ 'client/cart.js': content });
  const fact = manifest.files['client/cart.js'];
  if (!fact) throw new Error('The test needs its file.');
  const lighter = {
    ...manifest,
    files: { ...manifest.files, 'client/cart.js': { ...fact, brotliSize: 100 } },
  };
  expect(await checkFiles(lighter, folder({ 'client/cart.js': content }))).toMatchObject([
    { message: expect.stringMatching(/has \d+ bytes in brotli, the manifest says 100/) },
  ]);
});

test('a secret is refused where it stands, without being told again', async () => {
  const key = `AKIA${'QWERTYUIOP234567'}`;
  const files = { 'server/cart.cjs': `// cart\nconst key = "${key}";` };
  const [finding, ...others] = await checkFiles(built(files), folder(files));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'refusal', file: 'server/cart.cjs', line: 2, column: 14 });
  expect(finding?.message).toContain('an AWS access key (AKIAQWERTYUI…)');
  expect(JSON.stringify(finding)).not.toContain(key);
});

test('a source map that holds the source code is refused, one without may be released', async () => {
  const map = { version: 3, sources: ['cart.ts', 'prices.ts'], mappings: '' };
  const bad = { 'client/cart.js.map': JSON.stringify({ ...map, sourcesContent: ['const a = 1;', null] }) };
  expect(await checkFiles(built(bad), folder(bad))).toMatchObject([
    {
      file: 'client/cart.js.map',
      message: 'client/cart.js.map holds the source code of cart.ts in a source map.',
      remedy: expect.stringContaining('nosources-source-map'),
    },
  ]);
  const good = { 'client/cart.js.map': JSON.stringify(map) };
  expect(await checkFiles(built(good), folder(good))).toEqual([]);
});
