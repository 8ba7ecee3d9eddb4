/**
 * Which releases are live. Loading is: the release that the discovery document names, else the last one of its unit that worked. A release is live
 * once it is mirrored, verified, and every module of it has been loaded for server rendering.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Logger } from '@arcade/subgraph-kit/service';
import type { ReleaseFile, ReleaseSet, UnitRelease } from '../app/release-set.ts';
import type { App } from './app-bundle.ts';
import type { Discovered } from './discovery.ts';
import { releaseLoads } from './measures.ts';
import type { Mirror } from './mirror.ts';

/** What of the app it takes to make a release live. */
export type LoadsReleases = Pick<App, 'installEntryLoader' | 'loadRelease'>;

export interface LiveRelease {
  readonly manifest: Manifest;
  readonly release: UnitRelease;
}

interface Share {
  readonly live: LiveRelease;
  /** Percent of visitors. */
  readonly traffic: number;
}

export class Releases {
  readonly #app: LoadsReleases;
  readonly #mirror: Mirror;
  readonly #log: Logger;
  /** By unit and version: everything that was ever loaded here, newest last. */
  readonly #loaded = new Map<string, Map<string, LiveRelease>>();
  #shares: ReadonlyMap<string, readonly Share[]> = new Map();
  #operations: ReadonlyMap<string, string> = new Map();

  constructor(app: LoadsReleases, mirror: Mirror, log: Logger) {
    this.#app = app;
    this.#mirror = mirror;
    this.#log = log;
    // On the server an entry is a verified file of the mirror.
    const load = createRequire(import.meta.url);
    app.installEntryLoader(async (_container, file) => load(file));
  }

  /** Makes live what the document names. Gives whether all of it is; what is not is worth another try later. */
  async apply({ discovery, base }: Discovered): Promise<boolean> {
    let complete = true;
    const shares = new Map<string, Share[]>();
    await Promise.all(
      Object.entries(discovery.microFrontends).map(async ([unit, named]) => {
        const live: Share[] = [];
        let missing = 0;
        for (const one of named) {
          const loaded = await this.#bring(unit, one, base);
          if (loaded) live.push({ live: loaded, traffic: one.deployment.traffic });
          else missing += one.deployment.traffic;
        }
        if (live.length < named.length) complete = false;
        shares.set(unit, this.#fillUp(unit, named, live, missing));
      }),
    );
    this.#shares = shares;
    this.#operations = new Map(
      [...this.#loaded.values()].flatMap((versions) =>
        [...versions.values()].flatMap(({ manifest }) => Object.entries(manifest.operations)),
      ),
    );
    return complete;
  }

  /** The set for a visitor's number, 0 to 9999: the same for every unit, so that the same visitor keeps the same set. */
  setFor(visitorNumber: number): ReleaseSet {
    const units: Record<string, UnitRelease> = {};
    for (const [unit, shares] of this.#shares) {
      const chosen = choose(shares, visitorNumber);
      if (chosen) units[unit] = chosen.release;
    }
    return { units };
  }

  /** The release of this unit that worked before the given one, for a browser that cannot load that. */
  previous(unit: string, version: string): UnitRelease | undefined {
    return [...(this.#loaded.get(unit)?.values() ?? [])].findLast((live) => live.release.version !== version)
      ?.release;
  }

  find(unit: string, version: string): LiveRelease | undefined {
    return this.#loaded.get(unit)?.get(version);
  }

  /** The container of this set that answers to a plain form post of this name. */
  containerWithAction(set: ReleaseSet, name: string): string | undefined {
    for (const [unit, { container, version }] of Object.entries(set.units)) {
      if (this.find(unit, version)?.manifest.actions?.names.includes(name)) return container;
    }
    return undefined;
  }

  /** The text of an operation that some live release has registered. */
  operation(hash: string): string | undefined {
    return this.#operations.get(hash);
  }

  has(unit: string): boolean {
    return this.#shares.has(unit);
  }

  get isEmpty(): boolean {
    return this.#shares.size === 0;
  }

  async #bring(unit: string, named: DiscoveredRelease, base: string): Promise<LiveRelease | undefined> {
    const { version } = named.metadata;
    const known = this.find(unit, version);
    if (known) return known;
    try {
      const { manifest, folder } = await this.#mirror.fetch(unit, named, base);
      await this.#app.loadRelease({
        container: manifest.container,
        entry: join(folder, manifest.entry.server),
        modules: [
          ...Object.keys(manifest.pages),
          ...Object.keys(manifest.slots),
          ...(manifest.actions ? ['actions'] : []),
        ],
      });
      const live = { manifest, release: describe(manifest) };
      const versions = this.#loaded.get(unit) ?? new Map();
      this.#loaded.set(unit, versions.set(version, live));
      releaseLoads.inc({ unit, outcome: 'live' });
      this.#log.info({ unit, version }, 'release is live');
      return live;
    } catch (error) {
      releaseLoads.inc({ unit, outcome: 'failed' });
      this.#log.error({ unit, version, err: error }, 'release cannot be loaded; what worked before stays');
      return undefined;
    }
  }

  /** Gives the traffic of releases that could not be loaded to the default one, else to the last that worked. */
  #fillUp(
    unit: string,
    named: readonly DiscoveredRelease[],
    live: readonly Share[],
    missing: number,
  ): Share[] {
    if (missing === 0) return [...live];
    const standard = named.find(({ deployment }) => deployment.default)?.metadata.version;
    const substitute =
      live.find((share) => share.live.release.version === standard)?.live ??
      [...(this.#loaded.get(unit)?.values() ?? [])].at(-1);
    if (!substitute) return [...live];
    this.#log.warn(
      { unit, version: substitute.release.version, traffic: missing },
      'stands in for a release that cannot be loaded',
    );
    return [...live, { live: substitute, traffic: missing }];
  }
}

function choose(shares: readonly Share[], visitorNumber: number): LiveRelease | undefined {
  let upTo = 0;
  for (const { live, traffic } of shares) {
    upTo += traffic * 100;
    if (visitorNumber < upTo) return live;
  }
  return shares.at(-1)?.live;
}

function describe(manifest: Manifest): UnitRelease {
  const { version, container, entry, pages, slots, exposes, files } = manifest;
  const withIntegrity = (path: string): ReleaseFile => [path, files[path]?.integrity ?? ''];
  return {
    version,
    container,
    entry: withIntegrity(entry.client),
    pages: Object.fromEntries(Object.entries(pages).map(([name, { path }]) => [name, path])),
    slots: Object.keys(slots),
    files: Object.fromEntries(
      Object.entries({ ...pages, ...slots }).map(([name, { expose }]) => {
        const { js, css } = exposes[expose] ?? { js: [], css: [] };
        return [name, { js: js.map(withIntegrity), css: css.map(withIntegrity) }];
      }),
    ),
  };
}
