// Makes a release of the two builds: names it by its content, writes that name into the container, and lists it all in
// dist/manifest.json.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Compilation, Compiler, Stats } from 'webpack';
import type { MicroFrontend } from '../config.ts';
import { type Manifest, manifestSchema } from '../manifest.ts';
import { registeredOperations } from './operations.ts';
import type { Target } from './rules.ts';
import { sharedModules } from './shared-modules.ts';

/** Stands for the version while webpack works, because the version is made of what webpack writes. */
export const releasePlaceholder = 'ARCADE_RELEASE';

interface Options {
  readonly config: MicroFrontend;
  readonly root: string;
}

interface Draft {
  readonly entry: string;
  readonly exposes: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** One instance is given to both builds. It acts when neither is running and both have succeeded. */
export class ReleasePlugin {
  readonly #options: Options;
  readonly #running = new Set<Target>();
  readonly #drafts = new Map<Target, Draft>();

  constructor(options: Options) {
    this.#options = options;
  }

  apply(compiler: Compiler): void {
    const target: Target = compiler.options.name === 'server' ? 'server' : 'client';
    const start = async () => {
      this.#running.add(target);
    };
    // Nothing with the placeholder in it is ever written: what webpack has made is taken from its memory.
    compiler.hooks.shouldEmit.tap('ReleasePlugin', () => false);
    compiler.hooks.run.tapPromise('ReleasePlugin', start);
    compiler.hooks.watchRun.tapPromise('ReleasePlugin', start);
    compiler.hooks.done.tapPromise('ReleasePlugin', async (stats: Stats) => {
      this.#running.delete(target);
      if (stats.hasErrors()) {
        this.#drafts.delete(target);
        return;
      }
      this.#drafts.set(target, this.#describe(stats.compilation));
      const client = this.#drafts.get('client');
      const server = this.#drafts.get('server');
      if (client && server && this.#running.size === 0) await writeRelease(this.#options, client, server);
    });
  }

  #describe(compilation: Compilation): Draft {
    const [entrypoint] = compilation.entrypoints.values();
    const entry = entrypoint?.getFiles().find((file) => basename(file).startsWith('remoteEntry'));
    if (!entry) throw new Error(`${this.#options.config.name}: the build has no remoteEntry.`);
    const exposes = new Map<string, readonly string[]>();
    for (const name of compilation.namedChunkGroups.keys()) {
      const group = compilation.namedChunkGroups.get(name);
      if (group && group !== entrypoint) exposes.set(name, group.getFiles());
    }
    const files = new Map(compilation.getAssets().map(({ name, source }) => [name, source.buffer()]));
    return { entry, exposes, files };
  }
}

async function writeRelease({ config, root }: Options, client: Draft, server: Draft): Promise<void> {
  const operations = await registeredOperations(root);
  const contents = new Map<string, Buffer>();
  for (const [name, content] of client.files) contents.set(`client/${name}`, content);
  for (const [name, content] of server.files) contents.set(`server/${name}`, content);

  const facts = {
    unit: config.name,
    entry: { client: `client/${client.entry}`, server: `server/${server.entry}` },
    pages: mapValues(config.pages, ({ path }, name) => ({ path, expose: `./${name}` })),
    slots: mapValues(config.slots, ({ input, output }, name) => ({
      expose: `./${name}`,
      input,
      ...(output && { output }),
    })),
    uses: config.uses,
    ...(config.actions && { actions: { expose: './actions', names: config.actions.names } }),
    exposes: Object.fromEntries(
      Object.keys({ ...config.pages, ...config.slots }).map((name) => [`./${name}`, assets(client, name)]),
    ),
    shared: mapValues(sharedModules(), ({ requiredVersion }) => ({ requiredVersion, singleton: true })),
    operations: Object.fromEntries(operations.map(({ hash, text }) => [hash, text])),
  };
  const version = contentHash(facts, contents);

  const files: Manifest['files'] = {};
  for (const [path, draft] of contents) {
    const content = /\.c?js$/.test(path)
      ? Buffer.from(draft.toString('utf8').replaceAll(releasePlaceholder, version))
      : draft;
    contents.set(path, content);
    files[path] = {
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      size: content.length,
      brotliSize: (await promisify(brotliCompress)(content)).length,
    };
  }

  const container = `${config.name.replaceAll('-', '_')}_${version}`;
  const manifest = manifestSchema.parse({ ...facts, version, container, files });
  await writeFiles(join(root, 'dist'), contents, manifest);
  console.log(`${config.name} ${version}: ${contents.size} files in dist/`);
}

function assets(draft: Draft, name: string): { js: string[]; css: string[] } {
  const files = draft.exposes.get(name) ?? [];
  const withExtension = (extension: string) =>
    files.filter((file) => file.endsWith(extension)).map((file) => `client/${file}`);
  return { js: withExtension('.js'), css: withExtension('.css') };
}

function contentHash(facts: unknown, contents: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const path of [...contents.keys()].sort()) {
    hash.update(`\0${path}\0`).update(contents.get(path) ?? '');
  }
  return hash.digest('hex').slice(0, 12);
}

/** The manifest comes last, so that whoever sees it finds the files that it lists; then what is no longer listed goes. */
async function writeFiles(
  dist: string,
  contents: ReadonlyMap<string, Buffer>,
  manifest: Manifest,
): Promise<void> {
  for (const folder of ['client', 'server']) await mkdir(join(dist, folder), { recursive: true });
  for (const [path, content] of contents) await writeFile(join(dist, path), content);
  const draft = join(dist, 'manifest.json.draft');
  await writeFile(draft, `${JSON.stringify(manifest, null, 1)}\n`);
  await rename(draft, join(dist, 'manifest.json'));
  for (const folder of ['client', 'server']) {
    for (const file of await readdir(join(dist, folder))) {
      if (!contents.has(`${folder}/${file}`)) await rm(join(dist, folder, file), { recursive: true });
    }
  }
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  map: (value: In, key: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
