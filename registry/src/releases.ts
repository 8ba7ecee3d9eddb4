// A release is kept as <unit>/<version>/ and never changes. It is made complete beside its place and then moved there, so
// that nobody sees half of one, whenever the process dies.
import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { z } from 'zod';
import { filesOf, parseManifest, type ReleaseManifest } from './manifests.ts';

/** Why a folder is not let in. */
export class ReleaseRefused extends Error {
  readonly code: 'MANIFEST_INVALID' | 'FILE_MISSING' | 'FILE_WRONG' | 'VERSION_TAKEN';

  constructor(code: ReleaseRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export const releaseFolder = (dir: string, unit: string, version: string) => path.join(dir, unit, version);

/** Takes a built folder in. The same content again is the same release. */
export async function addRelease(
  dir: string,
  built: string,
): Promise<{ text: string; manifest: ReleaseManifest }> {
  const { text, manifest } = await readManifest(built);
  const folder = releaseFolder(dir, manifest.unit, manifest.version);
  if (await isThere(folder, text, manifest)) return { text, manifest };

  const draft = path.join(dir, '.incoming', randomUUID());
  try {
    await mkdir(path.join(draft, 'client'), { recursive: true });
    await mkdir(path.join(draft, 'server'));
    await Promise.all(
      Object.keys(filesOf(manifest)).map((file) => copyVerified(built, draft, file, manifest)),
    );
    await write(path.join(draft, 'manifest.json'), Buffer.from(text));
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(draft, folder);
    await syncFolder(path.dirname(folder));
    return { text, manifest };
  } catch (error) {
    // Somebody else was faster with the same version: theirs must be the same.
    if (isCode(error, 'ENOTEMPTY', 'EEXIST') && (await isThere(folder, text, manifest))) {
      return { text, manifest };
    }
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

export async function readManifest(folder: string): Promise<{ text: string; manifest: ReleaseManifest }> {
  const file = path.join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT', 'ENOTDIR'))
      throw new ReleaseRefused('MANIFEST_INVALID', `${file} does not exist. Build the unit first.`);
    throw error;
  });
  try {
    return { text, manifest: parseManifest(JSON.parse(text)) };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ReleaseRefused('MANIFEST_INVALID', `${file} is not a manifest: ${reason}`);
  }
}

async function isThere(folder: string, text: string, { unit, version }: ReleaseManifest): Promise<boolean> {
  const present = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  if (present === undefined || present === text) return present !== undefined;
  throw new ReleaseRefused(
    'VERSION_TAKEN',
    `${unit} ${version} exists already with other content. A release never changes.`,
  );
}

async function copyVerified(
  built: string,
  draft: string,
  file: string,
  manifest: ReleaseManifest,
): Promise<void> {
  const source = path.join(built, file);
  const expected = filesOf(manifest)[file];
  const stat = await lstat(source).catch(() => undefined);
  if (!expected || !stat?.isFile()) {
    throw new ReleaseRefused('FILE_MISSING', `${file} is in the manifest, but is no file in ${built}.`);
  }
  const content = await readFile(source);
  if (content.length !== expected.size || integrity(content) !== expected.integrity) {
    throw new ReleaseRefused(
      'FILE_WRONG',
      `${file} in ${built} is not what its manifest says (${content.length} of ${expected.size} bytes).`,
    );
  }
  await write(path.join(draft, file), content);
  if (compressible.test(file)) {
    await write(path.join(draft, `${file}.br`), await promisify(brotliCompress)(content));
  }
}

/** What browsers load; the server's files go to other servers only. */
const compressible = /^client\/.*\.(js|css|json|svg|map)$/;

export const integrity = (content: Buffer | string) =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

const write = (file: string, content: Buffer) => writeFile(file, content, { flush: true });

/** A rename is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder);
  await handle.sync();
}

export const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
