// The files of a release are what its manifest says, and hold nothing that the world must not read: they are served to anybody.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Finding } from './finding.ts';
import { secretsIn } from './secrets.ts';
import { sourcesIn } from './source-maps.ts';

/** Undefined: there is no such file. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

export async function checkFiles(release: Manifest, read: ReadFile): Promise<Finding[]> {
  const findings: Finding[] = notListed(release).map((file) => ({
    ...about(release, file),
    message: `The manifest names ${file}, but does not list it among its files.`,
    remedy: buildAgain,
  }));
  // One after the other: a release is small, and compressing is for one core.
  for (const [file, expected] of Object.entries(release.files)) {
    const content = await read(file);
    if (!content) {
      const message = `The manifest lists ${file}, but it is not there.`;
      findings.push({ ...about(release, file), message, remedy: buildAgain });
      continue;
    }
    findings.push(
      ...(await wrongFacts(file, content, expected)).map((message) => ({
        ...about(release, file),
        message,
        remedy: buildAgain,
      })),
      ...exposed(file, content).map((said) => ({ ...about(release, file), ...said })),
    );
  }
  return findings;
}

const about = ({ unit, version }: Manifest, file: string) =>
  ({ check: 'files', severity: 'refusal', unit, release: version, file }) as const;

const buildAgain = 'Build the release again and publish the folder as the build left it.';

function notListed({ entry, exposes, files }: Manifest): string[] {
  const named = [
    entry.client,
    entry.server,
    ...Object.values(exposes).flatMap(({ js, css }) => [...js, ...css]),
  ];
  return [...new Set(named)].filter((file) => !Object.hasOwn(files, file));
}

async function wrongFacts(
  file: string,
  content: Uint8Array,
  { integrity, size, brotliSize }: Manifest['files'][string],
): Promise<string[]> {
  if (content.length !== size) {
    return [`${file} has ${content.length} bytes, the manifest says ${size}.`];
  }
  const right = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  if (right !== integrity) {
    return [
      `${file} is not the file that was built: its integrity is ${right}, the manifest says ${integrity}.`,
    ];
  }
  // Weight is checked by what the manifest says. Versions of brotli differ by a few bytes.
  const compressed = (await promisify(brotliCompress)(content)).length;
  return Math.abs(compressed - brotliSize) > 16 + compressed / 50
    ? [`${file} has ${compressed} bytes in brotli, the manifest says ${brotliSize}.`]
    : [];
}

function exposed(
  file: string,
  content: Uint8Array,
): Pick<Finding, 'message' | 'remedy' | 'line' | 'column'>[] {
  const text = new TextDecoder().decode(content);
  return [
    ...secretsIn(text).map(({ kind, shown, line, column }) => ({
      line,
      column,
      message: `${file} holds what looks like ${kind} (${shown}).`,
      remedy:
        'Take it out of the code, and change it where it counts: whoever has seen the build has it. What a browser needs must be no secret.',
    })),
    ...sourcesIn(file, text).map(({ message, line }) => ({
      line,
      message: `${file} ${message}`,
      remedy: 'Build without source maps, or with `nosources-source-map`, which names files and lines only.',
    })),
  ];
}
