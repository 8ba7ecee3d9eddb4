// Releases made for a test: what was built, with something changed, as a release of its own.
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Manifest } from '../packages/mfe-kit/src/manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export type Unit = 'mfe-catalog' | 'mfe-order' | 'mfe-delivery';

export interface Change {
  /** Of the text of a script, `client/…` or `server/…`. */
  readonly script?: (text: string, file: string) => string;
  /** Of the text of one operation, as when a screen comes to show something else. */
  readonly operation?: { readonly name: string; readonly edit: (text: string) => string };
  readonly manifest?: (manifest: Manifest) => void;
}

export const replaced =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replaceAll(from, to);

/** Lends a folder as a build leaves it behind; the version is a new one. */
export async function withChangedBuild<Result>(
  unit: Unit,
  change: Change,
  work: (folder: string, version: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'arcade-release-'));
  try {
    return await work(folder, await changedBuild(unit, folder, change));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function changedBuild(unit: Unit, folder: string, change: Change): Promise<string> {
  await cp(path.join(root, unit, 'dist'), folder, { recursive: true });
  const manifestFile = path.join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const built = manifest.version;
  const version = randomBytes(6).toString('hex');
  const reworded = change.operation && reword(manifest, change.operation);
  const edit = (text: string, file: string) => {
    const edited = change.script?.(text, file) ?? text;
    return reworded?.(edited) ?? edited;
  };
  let changed = 0;
  for (const [name, file] of Object.entries(manifest.files)) {
    if (!/\.c?js$/.test(name)) continue;
    const before = await readFile(path.join(folder, name), 'utf8');
    const after = edit(before, name);
    if (after !== before) changed += 1;
    const content = after.replaceAll(built, version);
    await writeFile(path.join(folder, name), content);
    file.integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    file.size = Buffer.byteLength(content);
    file.brotliSize = brotliCompressSync(content).length;
  }
  if (changed === 0 && (change.script || change.operation)) {
    throw new Error(`Nothing in ${unit}'s build is what the test wants to change.`);
  }
  manifest.container = manifest.container.replace(built, version);
  manifest.version = version;
  change.manifest?.(manifest);
  await writeFile(manifestFile, JSON.stringify(manifest));
  return version;
}

/** Registers the operation in other words, and gives what changes it in the code. */
function reword({ operations }: Manifest, { name, edit }: NonNullable<Change['operation']>) {
  const [hash, text] = Object.entries(operations).find(([, one]) => one.includes(` ${name}`)) ?? [];
  if (hash === undefined || text === undefined) throw new Error(`No operation is called ${name}.`);
  const reworded = edit(text);
  const rehashed = hashOf(reworded);
  delete operations[hash];
  operations[rehashed] = reworded;
  return (script: string) => script.replaceAll(hash, rehashed).replaceAll(text, reworded);
}

/** By which an operation is registered. */
export const hashOf = (operation: string) => createHash('sha256').update(operation).digest('hex');
