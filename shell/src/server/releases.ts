/**
 * Which releases are live. Loading is: the release that the discovery document names, else the last one of its unit that worked. A release is live
 * once it is mirrored, verified, and every module of it has been loaded for server rendering.
 */
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import type { Logger } from '@arcade/subgraph-kit/service';
import { describeRelease } from '../app/describe-release.ts';
import type { ReleaseSet, UnitRelease } from '../app/release-set.ts';
import { Attempts } from './attempts.ts';
import type { Discovered } from './discovery.ts';
import type { LiveRelease, LoadedReleases, Named } from './loaded-releases.ts';
import type { Mirror } from './mirror.ts';
import { type Share, shareOf } from './shares.ts';
import type { Stables } from './stables.ts';

export interface Given {
  readonly set: ReleaseSet;
  /** What the visitor should have been given and could not be, because of what it is: not when the place that it comes from is away. */
  readonly missed: readonly Named[];
}

export class Releases {
  readonly #loaded: LoadedReleases;
  readonly #mirror: Mirror;
  readonly #stables: Stables;
  readonly #attempts: Attempts;
  readonly #log: Logger;
  /** What it has brought so far is in no share yet, and must not be taken for retired. */
  #isApplying = false;
  #shares: ReadonlyMap<string, readonly Share[]> = new Map();

  constructor(loaded: LoadedReleases, mirror: Mirror, stables: Stables, log: Logger) {
    this.#loaded = loaded;
    this.#mirror = mirror;
    this.#stables = stables;
    this.#attempts = new Attempts(loaded, mirror, log);
    this.#log = log;
  }

  /** Makes live what the document names. Gives whether all of it is. What could not be loaded before is left to `retry`. */
  async apply({ discovery, base }: Discovered): Promise<boolean> {
    this.#isApplying = true;
    this.#attempts.narrowTo(discovery);
    try {
      const shares = await Promise.all(
        Object.entries(discovery.microFrontends).map(
          async ([unit, named]) => [unit, await this.#sharesOf(unit, named, base)] as const,
        ),
      );
      const givenBefore = this.#given();
      this.#shares = new Map(shares);
      await this.#mirror.noteUse(givenBefore);
      for (const [unit, ofUnit] of shares) {
        const stable = ofUnit.find(({ isDefault }) => isDefault)?.live?.release.version;
        if (stable) await this.#stables.note(unit, stable);
      }
      return shares.every(([, ofUnit]) => ofUnit.every(({ named, live }) => live?.release.version === named));
    } finally {
      this.#isApplying = false;
      this.#forgetRetired();
    }
  }

  /** Tries again what could not be loaded. Gives whether the document is worth applying anew. */
  retry(discovered: Discovered): Promise<boolean> {
    return this.#attempts.retry(discovered);
  }

  /** The releases for a visitor's number, 0 to 9999: the same for every unit, so that the same visitor keeps the same set. */
  setFor(visitorNumber: number): Given {
    const units: Record<string, UnitRelease> = {};
    const missed: Named[] = [];
    for (const [unit, shares] of this.#shares) {
      const share = shareOf(shares, visitorNumber);
      if (!share) continue;
      if (share.live) units[unit] = share.live.release;
      const isGiven = share.live?.release.version === share.named;
      if (!isGiven && !share.hindered) missed.push({ unit, version: share.named });
    }
    return { set: { units }, missed };
  }

  /**
   * Whether a visitor with this number may sit on a page of this release: it is theirs now, or it is the unit's stable one, which they had
   * before they were given a candidate.
   */
  mayHave(visitorNumber: number, { unit, version }: Named): boolean {
    const shares = this.#shares.get(unit) ?? [];
    const own = shareOf(shares, visitorNumber);
    return [own, shares.find(({ isDefault }) => isDefault)].some((share) => share?.named === version);
  }

  /** What the document names, by unit, whether it could be loaded or not. */
  get named(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      Array.from(this.#shares, ([unit, shares]) => [unit, shares.map(({ named }) => named)]),
    );
  }

  /** The stable release of this unit other than the given one that worked last, for a browser that cannot load that. */
  async previous({ unit, version }: Named): Promise<UnitRelease | undefined> {
    for (const stable of this.#stables.of(unit).toReversed()) {
      if (stable === version) continue;
      try {
        const { manifest } =
          this.find({ unit, version: stable }) ?? (await this.#mirror.recall({ unit, version: stable }));
        return describeRelease(manifest);
      } catch (error) {
        this.#log.warn(
          { unit, version: stable, err: error },
          'a stable release is not in the mirror any more',
        );
      }
    }
    return undefined;
  }

  /** What is in memory of it. */
  find(named: Named): LiveRelease | undefined {
    return this.#loaded.find(named);
  }

  /**
   * Who answers to a plain form post of this name: the release that the form's page was made with, also when nobody is given it any
   * more; else one of the visitor's set.
   */
  async withAction(
    set: ReleaseSet,
    name: string,
    madeWith: Named | undefined,
  ): Promise<LiveRelease | undefined> {
    const names = ({ manifest }: LiveRelease) => manifest.actions?.names.includes(name) ?? false;
    const own = madeWith && (await this.#recall(madeWith));
    if (own && names(own)) return own;
    for (const [unit, { version }] of Object.entries(set.units)) {
      const live = this.find({ unit, version });
      if (live && names(live)) return live;
    }
    return undefined;
  }

  /** The text of an operation that a release has registered, now or in the time that pages stay open. */
  async operation(hash: string): Promise<string | undefined> {
    return this.#loaded.operation(hash) ?? this.#mirror.operation(hash);
  }

  has(unit: string): boolean {
    return this.#shares.has(unit);
  }

  get isEmpty(): boolean {
    return [...this.#shares.values()].flat().every(({ live }) => live === undefined);
  }

  /** Clears the mirror of what was last given to anybody longer ago than pages stay open. */
  async tidy(): Promise<void> {
    const units = new Set([...this.#shares.keys(), ...this.#stables.units()]);
    const inUse = [...units].flatMap((unit) =>
      [...this.#keptOf(unit)].map((version): Named => ({ unit, version })),
    );
    await this.#mirror.tidy(inUse);
  }

  async #sharesOf(unit: string, named: readonly DiscoveredRelease[], base: string): Promise<Share[]> {
    const shares: Share[] = [];
    for (const one of named) {
      const { version } = one.metadata;
      const { traffic, default: isDefault } = one.deployment;
      shares.push({
        named: version,
        traffic,
        isDefault,
        ...(await this.#attempts.makeLive(unit, one, base)),
      });
    }
    if (shares.every(({ live }) => live)) return shares;
    const substitute = shares.find(({ isDefault }) => isDefault)?.live ?? (await this.#lastThatWorked(unit));
    return shares.map((share) => {
      if (share.live || !substitute) return share;
      const { version } = substitute.release;
      this.#log.warn({ unit, version, for: share.named }, 'stands in for a release that cannot be loaded');
      return { ...share, live: substitute };
    });
  }

  async #lastThatWorked(unit: string): Promise<LiveRelease | undefined> {
    for (const version of this.#stables.of(unit).toReversed()) {
      const stable = await this.#recall({ unit, version });
      if (stable) return stable;
    }
    return this.#loaded.last(unit);
  }

  /** A release that was live before, from memory or from the mirror. */
  async #recall(named: Named): Promise<LiveRelease | undefined> {
    try {
      return await this.#loaded.bring(named, () => this.#mirror.recall(named));
    } catch (error) {
      this.#log.info({ ...named, err: error }, 'an earlier release cannot be brought back');
      return undefined;
    } finally {
      this.#forgetRetired();
    }
  }

  /** What visitors get now. */
  #given(): Named[] {
    return [...this.#shares].flatMap(([unit, shares]) =>
      shares.flatMap(({ live }) => (live ? { unit, version: live.release.version } : [])),
    );
  }

  /** What is never forgotten of a unit: what visitors are given, and its stable releases. */
  #keptOf(unit: string): Set<string> {
    const given = (this.#shares.get(unit) ?? []).flatMap(({ named, live }) => [
      named,
      ...(live ? [live.release.version] : []),
    ]);
    return new Set([...given, ...this.#stables.of(unit)]);
  }

  #forgetRetired(): void {
    if (!this.#isApplying) this.#loaded.forgetRetired((unit) => this.#keptOf(unit));
  }
}
