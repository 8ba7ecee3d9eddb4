/**
 * Copies of releases. A release is fetched once, every file is checked against the manifest, and the folder is then served from the shell's own
 * origin and loaded by its server rendering: the place that it came from may be down afterwards.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import { type Manifest, manifestSchema } from '@arcade/mfe-kit/manifest';
import { verify } from './integrity.ts';

export interface MirroredRelease {
  readonly manifest: Manifest;
  /** Absolute path of the release's folder. */
  readonly folder: string;
}

/** A file of a release is not larger than this. */
const largestFile = 5_000_000;
const timeLimit = 15_000;

export class Mirror {
  readonly folder: string;

  constructor(stateDir: string) {
    this.folder = join(stateDir, 'releases');
  }

  /** The release of this unit that the document names, mirrored now or earlier. Throws when it cannot be had whole. */
  async fetch(unit: string, release: DiscoveredRelease, base: string): Promise<MirroredRelease> {
    const { version } = release.metadata;
    const folder = join(this.folder, unit, version);
    const kept = await this.#kept(folder, release.extras.manifest.integrity);
    if (kept) return kept;

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
    await writeFile(join(draft, 'manifest.json'), text);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    return { manifest, folder };
  }

  /** What was mirrored before, checked again, because a disk may lie too. */
  async #kept(folder: string, integrity: string): Promise<MirroredRelease | undefined> {
    try {
      const text = await readFile(join(folder, 'manifest.json'));
      verify(text, integrity, folder);
      const manifest = manifestSchema.parse(JSON.parse(text.toString('utf8')));
      await Promise.all(
        Object.entries(manifest.files).map(async ([path, file]) =>
          verify(await readFile(join(folder, path)), file.integrity, join(folder, path)),
        ),
      );
      return { manifest, folder };
    } catch {
      // Not there or not whole: it is fetched again.
      return undefined;
    }
  }
}

async function read(url: URL): Promise<Buffer> {
  if (url.protocol === 'file:') return readFile(fileURLToPath(url));
  const response = await fetch(url, { signal: AbortSignal.timeout(timeLimit) });
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
  const content = Buffer.from(await response.arrayBuffer());
  if (content.length > largestFile) throw new Error(`${url.href} is larger than ${largestFile} bytes`);
  return content;
}
