import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Discovery, discoverySchema } from '@arcade/mfe-kit/discovery';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readLive, release, rollback } from './deployments.ts';
import { startRegistry } from './registry.ts';
import { addRelease } from './releases.ts';

test('the same content twice is one release', async () => {
  const dir = await folder();
  const built = await build('mfe-order', 'v1', 'one');
  expect(await addRelease(dir, built)).toEqual(await addRelease(dir, built));
  expect(await readdir(path.join(dir, 'mfe-order'))).toEqual(['v1']);
});

test('a version cannot be taken by other content', async () => {
  const dir = await folder();
  await addRelease(dir, await build('mfe-order', 'v1', 'one'));
  await expect(addRelease(dir, await build('mfe-order', 'v1', 'two'))).rejects.toMatchObject({
    code: 'VERSION_TAKEN',
  });
  expect(await readFile(path.join(dir, 'mfe-order/v1/client/entry.js'), 'utf8')).toContain('one');
});

test('a truncated, changed, missing or linked file is refused and nothing is kept', async () => {
  const dir = await folder();
  const damages: Array<(entry: string) => Promise<void>> = [
    (entry) => writeFile(entry, ''),
    async (entry) => writeFile(entry, (await readFile(entry, 'utf8')).replace('one', 'eno')),
    (entry) => rm(entry),
    async (entry) => {
      await rm(entry);
      await symlink('/etc/hostname', entry);
    },
  ];
  for (const damage of damages) {
    const built = await build('mfe-order', 'v1', 'one');
    await damage(path.join(built, 'client/entry.js'));
    await expect(addRelease(dir, built)).rejects.toMatchObject({ code: expect.stringMatching(/^FILE_/) });
  }
  expect(await readdir(dir)).toEqual(['.incoming']);
  expect(await readdir(path.join(dir, '.incoming'))).toEqual([]);
});

test('a manifest that points out of its folder is refused', async () => {
  const built = await build('mfe-order', 'v1', 'one');
  const file = path.join(built, 'manifest.json');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replaceAll('client/entry.js', 'client/../../entry.js'),
  );
  await expect(addRelease(await folder(), built)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
});

test('rolling back makes the release before live, and again the one before that', async () => {
  const dir = await folder();
  for (const version of ['v1', 'v2', 'v3']) await release(dir, 'mfe-order', version);
  await rollback(dir, 'mfe-order');
  expect((await readLive(dir)).get('mfe-order')).toEqual(['v1', 'v2']);
  await rollback(dir, 'mfe-order');
  await expect(rollback(dir, 'mfe-order')).rejects.toThrow('mfe-order has no earlier release to go back to.');
});

test('what was rolled back is not released again by a start, but by a release', async () => {
  const dir = await folder();
  for (const version of ['v1', 'v2']) await release(dir, 'mfe-order', version);
  await rollback(dir, 'mfe-order');
  expect(await release(dir, 'mfe-order', 'v2', { onlyNew: true })).toBeUndefined();
  expect(await release(dir, 'mfe-order', 'v2')).toMatchObject({ version: 'v2' });
});

test('of releases made at once none is lost', async () => {
  const dir = await folder();
  const versions = Array.from({ length: 20 }, (_, n) => `v${n}`);
  await Promise.all(versions.map((version) => release(dir, 'mfe-order', version)));
  expect((await readLive(dir)).get('mfe-order')?.toSorted()).toEqual(versions.toSorted());
});

test('two processes publishing the same release at once leave one', async () => {
  const dir = await folder();
  const built = await build('mfe-order', 'v1', 'one');
  await Promise.all([cli(dir, 'release', built), cli(dir, 'release', built), cli(dir, 'release', built)]);
  expect(await readLive(dir)).toEqual(new Map([['mfe-order', ['v1']]]));
  expect(await readdir(path.join(dir, '.incoming'))).toEqual([]);
});

test('a release is in the discovery document at once, and still after a restart', async () => {
  const dir = await folder();
  const before = await serve(dir);
  expect((await before.discover()).microFrontends).toEqual({});

  await cli(dir, 'release', await build('mfe-order', 'v1', 'one'));
  const document = await before.discover();
  expect(document.microFrontends['mfe-order']).toMatchObject([
    { metadata: { version: 'v1' }, deployment: { traffic: 100 } },
  ]);
  await before.stop();

  const after = await serve(dir);
  expect((await after.discover()).microFrontends['mfe-order']?.[0]?.metadata).toEqual(
    document.microFrontends['mfe-order']?.[0]?.metadata,
  );
});

test('the discovery document is sent once', async () => {
  const { url } = await serve(await folder());
  const first = await fetch(`${url}/discovery.json`);
  const etag = first.headers.get('etag') ?? '';
  expect(await first.json()).toMatchObject({ microFrontends: {} });
  const again = await fetch(`${url}/discovery.json`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('the operations of every release that is or was live are named, and sent once', async () => {
  const dir = await folder();
  const { url } = await serve(dir);
  const operations = async (from = url) => {
    const document = await (await fetch(`${from}/operations.json`)).json();
    return Object.values(
      z.object({ operations: z.record(z.string(), z.string()) }).parse(document).operations,
    ).toSorted();
  };
  expect(await operations()).toEqual([]);
  await cli(
    dir,
    'release',
    await build('mfe-order', 'v1', 'one', ['query Cart{cart}', 'query Orders{orders}']),
  );
  await cli(dir, 'release', await build('mfe-order', 'v2', 'two', ['query Cart{cart}', 'query Bag{bag}']));
  const all = ['query Bag{bag}', 'query Cart{cart}', 'query Orders{orders}'];
  expect(await operations()).toEqual(all);
  await cli(dir, 'rollback', 'mfe-order');
  expect(await operations()).toEqual(all);

  // Taken in, but never live.
  await addRelease(dir, await build('mfe-order', 'v3', 'three', ['query New{new}']));
  expect(await operations()).toEqual(all);

  const etag = (await fetch(`${url}/operations.json`)).headers.get('etag') ?? '';
  const again = await fetch(`${url}/operations.json`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);

  await rm(path.join(dir, 'mfe-order/v2'), { recursive: true });
  const restarted = await serve(dir);
  expect(await operations(restarted.url)).toEqual(['query Cart{cart}', 'query Orders{orders}']);
});

test('files are served for ever, compressed, to every origin; folders of ours are not', async () => {
  const dir = await folder();
  await cli(dir, 'release', await build('mfe-order', 'v1', 'one'));
  const { url, discover } = await serve(dir);
  const entry = (await discover()).microFrontends['mfe-order']?.[0]?.url ?? '';
  const answer = await fetch(entry, { headers: { 'accept-encoding': 'br' } });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
  });
  expect(await answer.text()).toContain('one');
  expect((await fetch(`${url}/releases/.deployments/00000001.json`)).status).toBe(404);
  expect((await fetch(`${url}/releases/%2e%2e/package.json`)).status).toBe(404);
});

async function serve(dir: string) {
  const registry = await startRegistry({
    PORT: 0,
    HOST: '127.0.0.1',
    RELEASES_DIR: dir,
    PUBLIC_URL: undefined,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
  });
  onTestFinished(() => registry.stop());
  const discover = async (): Promise<Discovery> =>
    discoverySchema.parse(await (await fetch(`${registry.url}/discovery.json`)).json());
  return { url: registry.url, discover, stop: registry.stop };
}

const cli = (dir: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'cli.ts'), ...args], {
    env: { ...process.env, RELEASES_DIR: dir },
  });

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'registry-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

/** What a micro-frontend's build leaves behind. */
async function build(
  unit: string,
  version: string,
  word: string,
  operations: readonly string[] = [],
): Promise<string> {
  const dir = await folder();
  const content = `export const word = '${word}';\n`;
  const files = ['client/entry.js', 'server/entry.cjs'];
  for (const file of files) {
    await mkdir(path.join(dir, path.dirname(file)), { recursive: true });
    await writeFile(path.join(dir, file), content);
  }
  const facts = {
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    size: content.length,
    brotliSize: content.length,
  };
  const manifest = {
    unit,
    version,
    container: 'mfe_order',
    entry: { client: 'client/entry.js', server: 'server/entry.cjs' },
    pages: {},
    slots: {},
    uses: {},
    exposes: {},
    shared: {},
    files: Object.fromEntries(files.map((file) => [file, facts])),
    operations: Object.fromEntries(
      operations.map((text) => [createHash('sha256').update(text).digest('hex'), text]),
    ),
  };
  await writeFile(path.join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}
