// A process of its own, started with --expose-gc: makes one release after another live, as webpack builds them and each with other operations,
// renders a page with each, and tells from time to time what is in memory. Its folder is its argument.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { manifestSchema } from '@arcade/mfe-kit/manifest';
import { createLogger } from '@arcade/subgraph-kit/service';
import { loadAppBundle } from '../server/app-bundle.ts';
import { LoadedReleases } from '../server/loaded-releases.ts';
import { Mirror } from '../server/mirror.ts';
import { Releases } from '../server/releases.ts';
import { Stables } from '../server/stables.ts';
import { publishRelease } from './publish-release.ts';

export interface InMemory {
  readonly releases: number;
  /** Megabytes, after garbage collection. */
  readonly heap: number;
  /** Of the module federation's runtime and of node: how many things of releases they hold. */
  readonly held: Readonly<Record<string, number>>;
}

const [, , folder = ''] = process.argv;
const built = new URL('../../../mfe-delivery/dist/', import.meta.url);
const { app } = loadAppBundle();
const mirror = new Mirror(join(folder, 'state'), 60_000);
await mkdir(mirror.folder, { recursive: true });
const log = createLogger('test', 'silent');
const releases = new Releases(
  new LoadedReleases(app, log),
  mirror,
  await Stables.open(join(folder, 'state')),
  log,
);
const original = manifestSchema.parse(JSON.parse(await readFile(new URL('manifest.json', built), 'utf8')));
const code = await Promise.all(
  Object.keys(original.files).map(
    async (path) =>
      [path, path.startsWith('server/') ? await readFile(new URL(path, built), 'utf8') : ''] as const,
  ),
);

for (let count = 1; count <= 200; count++) {
  const version = `v${count}`;
  // One in ten throws when it is loaded: nothing may be left of those either.
  const isBroken = count % 10 === 5;
  const { unit, container, entry, pages, slots, uses, actions, exposes } = original;
  const release = await publishRelease(
    folder,
    version,
    Object.fromEntries(
      code.map(([path, text]) => [
        path,
        isBroken && path.startsWith('server/delivery.addresses')
          ? "throw new Error('broken');"
          : withOtherQueries(text, version).replaceAll(original.version, version),
      ]),
    ),
    {
      unit,
      entry,
      pages,
      slots,
      uses,
      actions,
      exposes,
      container: container.replace(original.version, version),
    },
  );
  const isLive = await releases.apply({
    base: 'file:///',
    discovery: { schema: 'v1-pre', microFrontends: { [unit]: [release] } },
  });
  if (isLive === isBroken) throw new Error(`${version} is live: ${isLive}.`);
  await render();
  if (count % 50 === 0) process.send?.(await inMemory(count));
}

/** Each query asks for one thing more, so that no two releases have the same operations. */
function withOtherQueries(text: string, version: string): string {
  return text.replaceAll(/\bquery \w+_Query(\([^)]*\))?\{/g, (head) => `${head}${version}:__typename `);
}

async function render(): Promise<void> {
  const session = { locale: 'en', graphLocale: 'EN', currency: 'USD', theme: 'system' } as const;
  const page = await app.renderPage({
    path: '/addresses',
    search: new URLSearchParams(),
    session,
    preferences: {},
    publicUrl: 'http://localhost',
    ...releases.setFor(0),
    categories: [],
    fetch: async () => Response.json({ data: { me: { addresses: [] } } }),
    slotDeadline: 1_000,
    report: () => {},
  });
  if (page.kind !== 'html') throw new Error('The page leads elsewhere.');
}

async function inMemory(count: number): Promise<InMemory> {
  const { __INSTANCES__: instances, __SHARE__: scopes } = globalThis.__FEDERATION__;
  const [shell] = instances;
  if (!shell || !globalThis.gc) throw new Error('There is no host, or no --expose-gc.');
  const users = Object.values(shell.shareScopeMap.default ?? {})
    .flatMap((versions) => Object.values(versions))
    .map(({ useIn }) => useIn.length);
  const size = (held: object) => Object.keys(held).length;
  // Twice, with a turn between: what finalizers hold goes with the second.
  await globalThis.gc({ execution: 'async' });
  await globalThis.gc({ execution: 'async' });
  return {
    releases: count,
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    held: {
      instances: instances.length,
      shareScopes: size(scopes),
      entries: size(globalThis.__GLOBAL_LOADING_REMOTE_ENTRY__),
      remotes: shell.options.remotes.length,
      modules: shell.moduleCache.size,
      exposed: size(shell.remoteHandler.idToRemoteMap),
      users: Math.max(...users),
      files: Object.keys(createRequire(import.meta.url).cache).filter((file) => file.startsWith(folder))
        .length,
    },
  };
}
