/**
 * Copies of releases. A release is fetched once, every file is checked against the manifest, and the folder is then served from the shell's own
 * origin and loaded by its server rendering: the place that it came from may be down afterwards.
 */
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import { type Manifest, manifestSchema, unitName, versionName } from '@arcade/mfe-kit/manifest';
import { verify } from './integrity.ts';
import type { Named } from './loaded-releases.ts';

export interface MirroredRelease {
  readonly manifest: Manifest;
  /** Absolute path of the release's folder. */
  readonly folder: string;
}

/** A release cannot be had just now, through no fault of its own: the place that it comes from is away, or there is none for it here. */
export class Hindered extends Error {
  override name = 'Hindered';
}

/** A file of a release is not larger than this. */
const largestFile = 5_000_000;
const timeLimit = 15_000;

export class Mirror {
  readonly folder: string;
  readonly #operations: string;
  readonly #graceMs: number;

  /** `graceMs`: how long a release stays after it was last given to anybody, for pages that are still open. */
  constructor(stateDir: string, graceMs: number) {
    this.folder = join(stateDir, 'releases');
    this.#operations = join(stateDir, 'operations');
    this.#graceMs = graceMs;
  }

  /** The release of this unit that the document names, mirrored now or earlier. Throws when it cannot be had whole. */
  async fetch(unit: string, release: DiscoveredRelease, base: string): Promise<MirroredRelease> {
    const { version } = release.metadata;
    const folder = join(this.folder, unit, version);
    const mirrored =
      (await kept(folder, release.extras.manifest.integrity).catch(() => undefined)) ??
      (await this.#copy(unit, release, base, folder));
    await this.#keepOperations(mirrored.manifest).catch(notWritten(this.#operations));
    return mirrored;
  }

  /** A release that was mirrored before, whole. Throws when it is not there any more. */
  async recall({ unit, version }: Named): Promise<MirroredRelease> {
    return kept(join(this.folder, unitName.parse(unit), versionName.parse(version)));
  }

  /** The text of an operation of any release that is here. `hash`: SHA-256, hex. */
  async operation(hash: string): Promise<string | undefined> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    return readFile(join(this.#operations, hash), 'utf8').catch(() => undefined);
  }

  /** Their grace begins now, if they are not in use from now on. */
  async noteUse(inUse: readonly Named[]): Promise<void> {
    const now = Date.now() / 1_000;
    const manifests = inUse.map(({ unit, version }) => join(this.folder, unit, version, 'manifest.json'));
    // Not there when it could not be had.
    await Promise.all(manifests.map((manifest) => utimes(manifest, now, now).catch(() => {})));
  }

  /**
   * Removes what was not in use for longer than the grace. To be called now and then, since what is in use then is so also after a crash; and not beside
   * `fetch`, whose operations are of no release yet.
   */
  async tidy(inUse: readonly Named[]): Promise<void> {
    await this.noteUse(inUse);
    const now = Date.now();
    const used = new Set(inUse.map(({ unit, version }) => join(this.folder, unit, version)));
    const folders = (await readdir(this.folder)).map((unit) => join(this.folder, unit));
    const all = await Promise.all(
      folders.map(async (unit) => (await readdir(unit)).map((version) => join(unit, version))),
    );
    let removed = false;
    for (const folder of all.flat()) {
      const manifest = join(folder, 'manifest.json');
      if (used.has(folder)) continue;
      const { mtimeMs } = await stat(manifest).catch(() => stat(folder));
      if (now - mtimeMs < this.#graceMs) continue;
      await rm(folder, { recursive: true, force: true });
      removed = true;
    }
    if (removed) await this.#forgetOperations(all.flat());
  }

  async #copy(
    unit: string,
    release: DiscoveredRelease,
    base: string,
    folder: string,
  ): Promise<MirroredRelease> {
    const { version } = release.metadata;
    const manifestUrl = new URL(release.extras.manifest.url, base);
    const text = await read(manifestUrl);
    verify(text, release.extras.manifest.integrity, manifestUrl.href);
    const manifest = manifestSchema.parse(JSON.parse(text.toString('utf8')));
    if (manifest.unit !== unit || manifest.version !== version) {
      throw new Error(
        `${manifestUrl.href} is of ${manifest.unit} ${manifest.version}, not of ${unit} ${version}`,
      );
    }

    // Nothing is written before everything is there and right.
    const contents = await Promise.all(
      Object.entries(manifest.files).map(async ([path, { integrity }]) => {
        const url = new URL(path, manifestUrl);
        const content = await read(url);
        verify(content, integrity, url.href);
        return [path, content] as const;
      }),
    );
    await keep(folder, text, contents).catch(notWritten(folder));
    return { manifest, folder };
  }

  async #keepOperations({ operations }: Manifest): Promise<void> {
    await mkdir(this.#operations, { recursive: true });
    for (const [hash, text] of Object.entries(operations)) {
      const file = join(this.#operations, hash);
      // The same in the next release, most often.
      if (await stat(file).catch(() => undefined)) continue;
      await writeFile(`${file}.${process.pid}.draft`, text);
      await rename(`${file}.${process.pid}.draft`, file);
    }
  }

  /** Those that no release in these folders has. */
  async #forgetOperations(folders: readonly string[]): Promise<void> {
    const known = new Set<string>();
    for (const folder of folders) {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      for (const hash of Object.keys(manifestSchema.parse(JSON.parse(text)).operations)) known.add(hash);
    }
    for (const hash of await readdir(this.#operations)) {
      if (!known.has(hash)) await rm(join(this.#operations, hash), { force: true });
    }
  }
}

const notWritten = (folder: string) => (cause: unknown) => {
  throw new Hindered(`${folder} cannot be written`, { cause });
};

async function keep(
  folder: string,
  manifest: Buffer,
  contents: readonly (readonly [path: string, content: Buffer])[],
): Promise<void> {
  const draft = `${folder}.${process.pid}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'client'), { recursive: true });
  await mkdir(join(draft, 'server'));
  for (const [path, content] of contents) {
    await writeFile(join(draft, path), content);
    if (path.startsWith('client/')) {
      await writeFile(join(draft, `${path}.br`), await promisify(brotliCompress)(content));
    }
  }
  // Its presence says that the release is whole.
  await writeFile(join(draft, 'manifest.json'), manifest);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

/** What was mirrored before, checked again, because a disk may lie too. Throws when it is not there or not whole. */
async function kept(folder: string, integrity?: string): Promise<MirroredRelease> {
  const text = await readFile(join(folder, 'manifest.json'));
  if (integrity !== undefined) verify(text, integrity, folder);
  const manifest = manifestSchema.parse(JSON.parse(text.toString('utf8')));
  await Promise.all(
    Object.entries(manifest.files).map(async ([path, file]) =>
      verify(await readFile(join(folder, path)), file.integrity, join(folder, path)),
    ),
  );
  return { manifest, folder };
}

async function read(url: URL): Promise<Buffer> {
  if (url.protocol === 'file:') return readFile(fileURLToPath(url));
  const { status, content } = await answerOf(url).catch((cause: unknown) => {
    throw new Hindered(`${url.href} cannot be reached`, { cause });
  });
  if (status >= 500 || status === 429) throw new Hindered(`${url.href} answered ${status}`);
  if (status !== 200) throw new Error(`${url.href} answered ${status}`);
  if (content.length > largestFile) throw new Error(`${url.href} is larger than ${largestFile} bytes`);
  return content;
}

async function answerOf(url: URL): Promise<{ status: number; content: Buffer }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeLimit) });
  return { status: response.status, content: Buffer.from(await response.arrayBuffer()) };
}
