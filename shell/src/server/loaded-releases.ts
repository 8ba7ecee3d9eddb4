/** The releases that are in memory, to render with. */
import { join } from 'node:path';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Logger } from '@arcade/subgraph-kit/service';
import { describeRelease } from '../app/describe-release.ts';
import type { UnitRelease } from '../app/release-set.ts';
import { within } from '../app/within.ts';
import type { App } from './app-bundle.ts';
import type { MirroredRelease } from './mirror.ts';
import { runRelease } from './run-release.ts';

/** What of the app it takes to make a release live, and to let go of it. */
export type LoadsReleases = Pick<App, 'installEntryLoader' | 'loadRelease' | 'forgetRelease'>;

export interface LiveRelease {
  readonly manifest: Manifest;
  readonly release: UnitRelease;
}

/** A release of a unit, by its version. */
export interface Named {
  readonly unit: string;
  readonly version: string;
}

/**
 * Of each unit so many releases that nobody is given any more stay in memory: page views that began with them, and forms posted from pages
 * that are still open. Older ones come back from the mirror when they are asked for.
 */
const keptRetired = 2;

/** A release whose code is not there by then hangs; the releases of other units wait for it meanwhile, the first time. Milliseconds. */
const longestLoad = 5_000;

export class LoadedReleases {
  readonly #app: LoadsReleases;
  readonly #log: Logger;
  readonly #timeLimit: number;
  /** By unit and version, the last one used last. */
  readonly #loaded = new Map<string, Map<string, LiveRelease>>();
  readonly #loading = new Map<string, Promise<LiveRelease>>();
  #operations: ReadonlyMap<string, string> = new Map();

  constructor(app: LoadsReleases, log: Logger, timeLimit = longestLoad) {
    this.#app = app;
    this.#log = log;
    this.#timeLimit = timeLimit;
    // On the server an entry is a verified file of the mirror.
    app.installEntryLoader(async (_container, file) => runRelease(file));
  }

  find({ unit, version }: Named): LiveRelease | undefined {
    return this.#loaded.get(unit)?.get(version);
  }

  /** The one of this unit that was used last. */
  last(unit: string): LiveRelease | undefined {
    return [...(this.#loaded.get(unit)?.values() ?? [])].at(-1);
  }

  /** The text of an operation of these releases. */
  operation(hash: string): string | undefined {
    return this.#operations.get(hash);
  }

  /** In memory afterwards, or it throws. Whoever asks for the same at the same time waits for the same. */
  async bring(named: Named, mirrored: () => Promise<MirroredRelease>): Promise<LiveRelease> {
    const known = this.find(named);
    if (known) return this.#use(known);
    const key = `${named.unit}@${named.version}`;
    const loading = this.#loading.get(key) ?? mirrored().then((release) => this.#load(release));
    this.#loading.set(key, loading);
    try {
      return this.#use(await loading);
    } finally {
      this.#loading.delete(key);
    }
  }

  /** Lets go of all but what `keptOf` a unit says, and those that retired last. */
  forgetRetired(keptOf: (unit: string) => ReadonlySet<string>): void {
    for (const [unit, versions] of this.#loaded) {
      const kept = keptOf(unit);
      const retired = [...versions.values()].filter(({ release }) => !kept.has(release.version));
      for (const { release } of retired.slice(0, -keptRetired)) {
        versions.delete(release.version);
        this.#app.forgetRelease(release.container);
        this.#log.info({ unit, version: release.version }, 'release has left memory');
      }
    }
    this.#operations = new Map(
      [...this.#loaded.values()].flatMap((versions) =>
        [...versions.values()].flatMap(({ manifest }) => Object.entries(manifest.operations)),
      ),
    );
  }

  async #load({ manifest, folder }: MirroredRelease): Promise<LiveRelease> {
    const { unit, version, container, entry, pages, slots, actions } = manifest;
    const loading = this.#app.loadRelease({
      container,
      entry: join(folder, entry.server),
      modules: [...Object.keys(pages), ...Object.keys(slots), ...(actions ? ['actions'] : [])],
    });
    try {
      await within(this.#timeLimit, loading, `${unit} ${version}`);
    } catch (error) {
      this.#app.forgetRelease(container);
      throw error;
    }
    return { manifest, release: describeRelease(manifest) };
  }

  #use(live: LiveRelease): LiveRelease {
    const { unit, version } = live.manifest;
    const versions = this.#loaded.get(unit) ?? new Map<string, LiveRelease>();
    versions.delete(version);
    this.#loaded.set(unit, versions.set(version, live));
    return live;
  }
}
