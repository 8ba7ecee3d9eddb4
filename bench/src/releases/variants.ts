/**
 * Releases like those of a team that ships all the time: what was built, with other words on the screen, other operations, a version of its own and
 * hashes that are right. The words name unit and version, so that a page tells which code has rendered each of its parts.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { type Manifest, manifestSchema } from '../../../packages/mfe-kit/src/manifest.ts';
import { type Built, builtOf } from '../../../registry/src/cli/built.ts';
import { type FrontendUnit, mark, shownWords } from './page.ts';

/** What a page made with this release may send. */
export interface Registered {
  /** Name of the operation → SHA-256 of its text. */
  operations: ReadonlyMap<string, string>;
}

export interface Template {
  unit: FrontendUnit;
  manifest: Manifest;
  /** Scripts and style sheets, as text. */
  files: ReadonlyMap<string, string>;
}

const isScript = (file: string) => /\.c?js$/.test(file);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export async function readTemplate(root: string, unit: FrontendUnit): Promise<Template> {
  const dist = path.join(root, unit, 'dist');
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(dist, 'manifest.json'), 'utf8')));
  const files = await Promise.all(
    Object.keys(manifest.files).map(
      async (file) => [file, await readFile(path.join(dist, file), 'utf8')] as const,
    ),
  );
  return { unit, manifest, files: new Map(files) };
}

export function registeredBy({ operations }: Manifest): Registered {
  const named = Object.entries(operations).map(([hash, text]) => [nameOf(text), hash] as const);
  return { operations: new Map(named) };
}

const nameOf = (text: string) => /\b(?:query|mutation|subscription) (\w+_\w+)/.exec(text)?.[1] ?? text;

/** Writes the release into `folder`, ready to be published. */
export async function writeVariant(template: Template, version: string, folder: string): Promise<Registered> {
  const { unit, manifest } = template;
  const operations = Object.entries(manifest.operations).map(([hash, text]) => {
    const changed = otherQuery(text, version);
    return { hash, next: { hash: sha256(changed), text: changed } };
  });
  let shown = 0;
  const change = (text: string): string => {
    let changed = otherQuery(text, version).replaceAll(manifest.version, version);
    for (const { hash, next } of operations) changed = changed.replaceAll(hash, next.hash);
    for (const words of shownWords(unit)) {
      // A whole string of a message file, in whatever quotes the build has left it.
      for (const quote of ['"', "'", '`']) {
        const pieces = changed.split(quote + words + quote);
        shown += pieces.length - 1;
        changed = pieces.join(quote + mark(words, unit, version) + quote);
      }
    }
    return changed;
  };
  const files: Manifest['files'] = {};
  await Promise.all(['client', 'server'].map((side) => mkdir(path.join(folder, side), { recursive: true })));
  await Promise.all(
    [...template.files].map(async ([file, text]) => {
      const content = isScript(file) ? change(text) : text;
      await writeFile(path.join(folder, file), content);
      files[file] = {
        integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
        size: Buffer.byteLength(content),
        brotliSize: (await promisify(brotliCompress)(content)).length,
      };
    }),
  );
  if (shown === 0) throw new Error(`Nothing in ${unit}'s build shows ${shownWords(unit).join(', ')}.`);
  const released: Manifest = {
    ...manifest,
    version,
    container: manifest.container.replace(manifest.version, version),
    files,
    operations: Object.fromEntries(operations.map(({ next }) => [next.hash, next.text])),
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(released));
  return registeredBy(released);
}

/** Every query asks for one thing more, and is another one by that: also in the text that the code holds. */
const otherQuery = (text: string, version: string) =>
  text.replaceAll(/\bquery \w+_Query(\([^)]*\))?\{/g, (head) => `${head}${version}:__typename `);

/** A subgraph's schema with one more field, which nobody asks for yet. */
export async function subgraphVariant(
  root: string,
  unit: string,
  version: string,
  folder: string,
): Promise<Built> {
  const schema = await readFile(path.join(root, unit, 'schema.graphql'), 'utf8');
  const changed = schema.replace(
    /^((?:extend )?type Query \{)$/m,
    `$1\n  "Added by release ${version}."\n  ${path.basename(unit)}Of${version}: String\n`,
  );
  if (changed === schema) throw new Error(`${unit}/schema.graphql has no type Query.`);
  await writeFile(path.join(folder, 'schema.graphql'), changed);
  return builtOf(root, unit, folder);
}
