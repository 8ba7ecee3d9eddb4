// Takes an uploaded release apart: a tar whose first entry is `manifest.json`, then the files that it lists and nothing else.
// The manifest comes first because it bounds the rest: a file that it does not name, or of another size, ends the upload before
// a byte of it is read. Names come from the manifest, never from the archive, so nothing can be written elsewhere.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { extract, type Header } from 'tar-stream';
import { z } from 'zod';
import { filesOf, parseManifest } from './manifests.ts';

export interface UploadLimits {
  manifestBytes: number;
  /** Of all files together. */
  bytes: number;
  files: number;
  ms: number;
}

/** The largest release of the shop has 1 MB in 40 files. */
export const uploadLimits: UploadLimits = {
  manifestBytes: 4_000_000,
  bytes: 64_000_000,
  files: 2_000,
  ms: 60_000,
};

export class UploadRefused extends Error {
  readonly code: 'UPLOAD_INVALID' | 'UPLOAD_TOO_LARGE' | 'UPLOAD_TOO_SLOW' | 'UNIT_WRONG';

  constructor(code: UploadRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Runs `work` on a folder with what was uploaded, which is gone afterwards however it went. */
export async function withUpload<Result>(
  {
    dir,
    unit,
    body,
    limits = uploadLimits,
  }: { dir: string; unit: string; body: Readable; limits?: UploadLimits },
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = path.join(dir, '.incoming', randomUUID());
  try {
    await unpack({ folder, unit, body, limits });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Unpacking {
  folder: string;
  unit: string;
  body: Readable;
  limits: UploadLimits;
}

async function unpack({ folder, unit, body, limits }: Unpacking): Promise<void> {
  const entries = extract();
  // Padding and headers are small beside files; what is sent beyond that is no release.
  const most = limits.manifestBytes + limits.bytes + 2_048 * limits.files;
  const signal = AbortSignal.timeout(limits.ms);
  const received = pipeline(counted(body, most), entries, { signal });
  // Whoever fails first is the one to be told; the other only hears of its end.
  received.catch(() => {});
  try {
    let missing: Map<string, number> | undefined;
    for await (const entry of entries) {
      const { name } = entry.header;
      if (!missing) {
        const manifest = await readManifest(Readable.from(entry), entry.header, unit, limits);
        await mkdir(path.join(folder, 'client'), { recursive: true });
        await mkdir(path.join(folder, 'server'));
        await writeFile(path.join(folder, 'manifest.json'), manifest.text);
        missing = new Map(Object.entries(manifest.files).map(([file, { size }]) => [file, size]));
        continue;
      }
      // Folders are ours to make.
      if (entry.header.type === 'directory') {
        entry.resume();
        continue;
      }
      if (entry.header.type !== 'file')
        throw invalid(`${name} is a ${entry.header.type}: a release has plain files only.`);
      const size = missing.get(name);
      if (size === undefined) throw invalid(`${name} is not in manifest.json, or is there twice.`);
      if (size !== entry.header.size) {
        throw invalid(`${name} has ${entry.header.size} bytes, and ${size} in manifest.json.`);
      }
      missing.delete(name);
      await pipeline(entry, createWriteStream(path.join(folder, name)));
    }
    await received;
    if (!missing) throw invalid('It is empty.');
    const [first] = missing.keys();
    if (first !== undefined) throw invalid(`${first} is in manifest.json and was not sent.`);
  } catch (error) {
    entries.destroy();
    if (error instanceof UploadRefused) throw error;
    if (signal.aborted) {
      throw new UploadRefused('UPLOAD_TOO_SLOW', `It was not here after ${limits.ms / 1000} s.`);
    }
    // The reason of the first failure is with whoever received.
    const reason = await received.then(
      () => error,
      (first: unknown) => first,
    );
    if (reason instanceof UploadRefused) throw reason;
    throw invalid(`It cannot be read: ${reason instanceof Error ? reason.message : String(reason)}.`);
  }
}

async function readManifest(
  content: Readable,
  { name, type, size }: Header,
  unit: string,
  limits: UploadLimits,
): Promise<{ text: string; files: Manifest['files'] }> {
  if (name !== 'manifest.json' || type !== 'file') {
    throw invalid(`The first entry is ${name}, not manifest.json: tar -c manifest.json client server.`);
  }
  if (size > limits.manifestBytes)
    throw tooLarge(`manifest.json has more than ${limits.manifestBytes} bytes.`);
  const text = await textOf(content);
  const manifest = parse(text);
  const { unit: named } = manifest;
  const files = filesOf(manifest);
  if (named !== unit) {
    throw new UploadRefused('UNIT_WRONG', `It is a release of ${named}, and was sent as one of ${unit}.`);
  }
  const sizes = Object.values(files).map(({ size }) => size);
  if (sizes.length > limits.files)
    throw tooLarge(`It has ${sizes.length} files; ${limits.files} are allowed.`);
  const sum = sizes.reduce((all, one) => all + one, 0);
  if (sum > limits.bytes) throw tooLarge(`Its files have ${sum} bytes; ${limits.bytes} are allowed.`);
  return { text, files };
}

function parse(text: string) {
  try {
    return parseManifest(JSON.parse(text));
  } catch (error) {
    if (error instanceof z.ZodError) throw invalid(`manifest.json is no manifest: ${z.prettifyError(error)}`);
    throw invalid(`manifest.json is not JSON: ${String(error)}`);
  }
}

/** Leaves the body open when somebody stops reading: its connection has the answer to carry. */
async function* counted(body: Readable, most: number): AsyncGenerator<Buffer> {
  let received = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    received += chunk.length;
    if (received > most) throw tooLarge(`It has more than ${most} bytes.`);
    yield chunk;
  }
}

const invalid = (message: string) => new UploadRefused('UPLOAD_INVALID', message);
const tooLarge = (message: string) => new UploadRefused('UPLOAD_TOO_LARGE', message);
