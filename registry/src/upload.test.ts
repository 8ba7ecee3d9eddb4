import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { addRelease } from './releases.ts';
import { manifestOf, temporaryFolder } from './testing.ts';
import { type UploadLimits, withUpload } from './upload.ts';

const manifest = manifestOf({ version: 'v1' });
const content = `export const word = 'v1';\n`;
const manifestEntry: Entry = ['manifest.json', JSON.stringify(manifest)];
const client: Entry = ['client/entry.js', content];
const server: Entry = ['server/entry.cjs', content];

test('what is uploaded is what is there, and nothing of the upload is left beside it', async () => {
  const dir = await temporaryFolder();
  const folders: Entry = [{ name: 'client/', type: 'directory' }, ''];
  await upload(dir, await tar(manifestEntry, folders, client, server));
  expect(await readFile(path.join(dir, 'mfe-order/v1/client/entry.js'), 'utf8')).toBe(content);
  expect(await readdir(path.join(dir, '.incoming'))).toEqual([]);
});

test('what is no release, or more than one, is refused, and nothing is written', async () => {
  const linked = (type: Header['type'], linkname: string): Entry => [
    { name: 'client/entry.js', type, linkname },
    '',
  ];
  const bad: Record<string, [entries: Entry[], reason: string]> = {
    'a way out of the folder': [
      [manifestEntry, ['../../escaped.js', content], client, server],
      '../../escaped.js is not in manifest.json',
    ],
    'an absolute path': [[manifestEntry, ['/tmp/escaped.js', content]], 'escaped.js is not in manifest.json'],
    'a symbolic link': [[manifestEntry, linked('symlink', '/etc/passwd')], 'client/entry.js is a symlink'],
    'a hard link': [[manifestEntry, linked('link', '/etc/passwd')], 'client/entry.js is a link'],
    'a device': [[manifestEntry, linked('character-device', '')], 'client/entry.js is a character-device'],
    'a file that is not listed': [
      [manifestEntry, client, server, ['client/more.js', 'x']],
      'client/more.js is not in manifest.json',
    ],
    'a file twice': [
      [manifestEntry, client, server, client],
      'client/entry.js is not in manifest.json, or is there twice',
    ],
    'a file of another size': [
      [manifestEntry, ['client/entry.js', 'short']],
      'client/entry.js has 5 bytes, and 26 in manifest.json',
    ],
    'a missing file': [[manifestEntry, client], 'server/entry.cjs is in manifest.json and was not sent'],
    'no manifest first': [[client, manifestEntry], 'The first entry is client/entry.js, not manifest.json'],
    'no JSON': [[['manifest.json', '{']], 'manifest.json is not JSON'],
    'no manifest': [[['manifest.json', '{}']], 'manifest.json is no manifest'],
    'a manifest that leads out': [
      [['manifest.json', JSON.stringify(manifest).replaceAll('client/entry.js', 'client/../../x')]],
      'manifest.json is no manifest',
    ],
    nothing: [[], 'It is empty'],
  };
  for (const [name, [entries, reason]] of Object.entries(bad)) {
    const dir = await temporaryFolder();
    await expect(upload(dir, await tar(...entries)), name).rejects.toMatchObject({
      code: 'UPLOAD_INVALID',
      message: expect.stringContaining(reason),
    });
    expect(await everything(dir), name).toEqual(['.incoming']);
  }
});

test('an upload that ends too early is refused, wherever it ends', async () => {
  const whole = await tar(manifestEntry, client, server);
  for (let end = 0; end < whole.length - 1024; end += 97) {
    const dir = await temporaryFolder();
    await expect(upload(dir, whole.subarray(0, end)), `after ${end} bytes`).rejects.toMatchObject({
      code: 'UPLOAD_INVALID',
    });
    expect(await everything(dir)).toEqual(['.incoming']);
  }
});

test('a file whose content is not the one of its hash is refused', async () => {
  const dir = await temporaryFolder();
  const other = content.replace('v1', '1v');
  await expect(
    upload(dir, await tar(manifestEntry, ['client/entry.js', other], server)),
  ).rejects.toMatchObject({
    code: 'FILE_WRONG',
  });
  expect(await everything(dir)).toEqual(['.incoming']);
});

test('a release of one unit is not taken in as one of another', async () => {
  const dir = await temporaryFolder();
  await expect(upload(dir, await tar(manifestEntry), { unit: 'mfe-catalog' })).rejects.toMatchObject({
    code: 'UNIT_WRONG',
  });
});

test('more than is allowed is not read to its end', async () => {
  const dir = await temporaryFolder();
  const small = { manifestBytes: 10_000, bytes: 10_000, files: 10, ms: 60_000 };
  const huge = {
    ...manifest,
    files: { ...manifest.files, 'client/big.js': { ...manifest.files['client/entry.js'], size: 2 ** 30 } },
  };
  const many = {
    ...manifest,
    files: Object.fromEntries(
      Array.from({ length: 11 }, (_, n) => [`client/${n}.js`, manifest.files['client/entry.js']]),
    ),
  };
  const entry = (value: unknown): Entry => ['manifest.json', JSON.stringify(value)];
  for (const bytes of [
    await tar(entry(huge)),
    await tar(entry(many)),
    await tar(['manifest.json', JSON.stringify(manifest).padEnd(10_001)]),
  ]) {
    await expect(upload(dir, bytes, { limits: small })).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
  }

  let sent = 0;
  const start = await tar(manifestEntry, client, server);
  async function* endless() {
    yield start.subarray(0, start.length - 1024);
    for (; sent < 2 ** 30; sent += 65_536) yield await tar([{ name: `x${sent}/`, type: 'directory' }, '']);
  }
  await expect(upload(dir, endless(), { limits: small })).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
  expect(await everything(dir)).toEqual(['.incoming']);
});

test('an archive that is compressed is refused, so that nothing grows while it is unpacked', async () => {
  const gzipped = gzipSync(await tar(manifestEntry, client, server));
  await expect(upload(await temporaryFolder(), gzipped)).rejects.toMatchObject({ code: 'UPLOAD_INVALID' });
});

test('who stops in the middle is let go', async () => {
  const dir = await temporaryFolder();
  const whole = await tar(manifestEntry, client, server);
  async function* stuck() {
    yield whole.subarray(0, 2_000);
    await new Promise(() => {});
  }
  const limits = { manifestBytes: 10_000, bytes: 10_000, files: 10, ms: 50 };
  await expect(upload(dir, stuck(), { limits })).rejects.toMatchObject({ code: 'UPLOAD_TOO_SLOW' });
  expect(await everything(dir)).toEqual(['.incoming']);
});

type Entry = [header: string | (Partial<Header> & { name: string }), content: string];

function tar(...entries: Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [header, content] of entries) {
    archive.entry(typeof header === 'string' ? { name: header } : header, content);
  }
  archive.finalize();
  return buffer(archive);
}

async function upload(
  dir: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  { unit = 'mfe-order', limits }: { unit?: string; limits?: UploadLimits } = {},
): Promise<void> {
  await mkdir(path.join(dir, '.incoming'), { recursive: true });
  const body =
    bytes instanceof Uint8Array ? Readable.from([bytes], { objectMode: false }) : Readable.from(bytes);
  await withUpload(
    { dir, unit, body, ...(limits && { limits }) },
    async (folder) => void (await addRelease(dir, folder)),
  );
}

const everything = (dir: string) => readdir(dir, { recursive: true });
