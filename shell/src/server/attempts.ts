/**
 * Attempts to make live what the document names. What could not be loaded is left to `retry` from then on: a release that hangs would keep news from all
 * the others each time.
 */
import type { DiscoveredRelease, Discovery } from '@arcade/mfe-kit/discovery';
import type { Logger } from '@arcade/subgraph-kit/service';
import { type Discovered, namedIn } from './discovery.ts';
import type { LoadedReleases } from './loaded-releases.ts';
import { releaseLoads } from './measures.ts';
import { Hindered, type Mirror } from './mirror.ts';
import type { Share } from './shares.ts';

type Outcome = Required<Pick<Share, 'live' | 'hindered'>>;

const keyOf = (unit: string, { metadata }: DiscoveredRelease) => `${unit}@${metadata.version}`;

export class Attempts {
  readonly #loaded: LoadedReleases;
  readonly #mirror: Mirror;
  readonly #log: Logger;
  /** Of what the document names, by unit and version: what could not be loaded, and whether that is no fault of its own. */
  #failed = new Map<string, boolean>();

  constructor(loaded: LoadedReleases, mirror: Mirror, log: Logger) {
    this.#loaded = loaded;
    this.#mirror = mirror;
    this.#log = log;
  }

  /** What a new document does not name is not tried again. */
  narrowTo(discovery: Discovery): void {
    const named = new Set(namedIn(discovery).map(({ unit, release }) => keyOf(unit, release)));
    this.#failed = new Map([...this.#failed].filter(([key]) => named.has(key)));
  }

  /** Tries it, unless that has failed before: then it says what came of it. */
  async makeLive(unit: string, named: DiscoveredRelease, base: string): Promise<Outcome> {
    const key = keyOf(unit, named);
    const hindered = this.#failed.get(key);
    if (hindered !== undefined) return { live: undefined, hindered };
    const outcome = await this.#load(unit, named, base);
    if (!outcome.live) this.#failed.set(key, outcome.hindered);
    return outcome;
  }

  /** Tries again what could not be loaded. Gives whether something has come of it that did not before. */
  async retry({ discovery, base }: Discovered): Promise<boolean> {
    const failed = namedIn(discovery).filter(({ unit, release }) => this.#failed.has(keyOf(unit, release)));
    const changed = await Promise.all(
      failed.map(async ({ unit, release }) => {
        const key = keyOf(unit, release);
        const before = this.#failed.get(key);
        const { live, hindered } = await this.#load(unit, release, base);
        // It is not named any more.
        if (!this.#failed.has(key)) return false;
        if (live) this.#failed.delete(key);
        else this.#failed.set(key, hindered);
        return live !== undefined || hindered !== before;
      }),
    );
    return changed.includes(true);
  }

  async #load(unit: string, named: DiscoveredRelease, base: string): Promise<Outcome> {
    const { version } = named.metadata;
    const known = this.#loaded.find({ unit, version });
    try {
      const live = await this.#loaded.bring({ unit, version }, () => this.#mirror.fetch(unit, named, base));
      if (!known) {
        releaseLoads.inc({ unit, outcome: 'live' });
        this.#log.info({ unit, version }, 'release is live');
      }
      return { live, hindered: false };
    } catch (error) {
      releaseLoads.inc({ unit, outcome: 'failed' });
      this.#log.error({ unit, version, err: error }, 'release cannot be loaded; what worked before stays');
      return { live: undefined, hindered: error instanceof Hindered };
    }
  }
}
