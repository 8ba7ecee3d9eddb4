/** How releases fare with their visitors, as this shell sees it: page views, and what has gone wrong in them, here and in browsers. */
import { type FailureKind, type HealthReport, VisitorCounts } from '@arcade/mfe-kit/health';
import type { ReleaseSet } from '../app/release-set.ts';
import type { Named } from './loaded-releases.ts';
import type { Visitor } from './lot.ts';
import type { Releases } from './releases.ts';
import { answered } from './router-client.ts';

type Who = Pick<Visitor, 'lot' | 'number'>;

export class Health {
  readonly #releases: Releases;
  readonly #counts = new VisitorCounts();
  /** Of what was live before it changed, until it is reported. */
  #before: HealthReport[] = [];

  constructor(releases: Releases) {
    this.#releases = releases;
    this.followReleases();
  }

  /** To be called when other releases have become live. */
  followReleases(): void {
    const before = this.#counts.drain();
    // A registry that is down for long misses some.
    if (before.length > 0) this.#before = [...this.#before, before].slice(-10);
    this.#counts.live(this.#releases.named);
  }

  /** A page view in which these units took part. */
  saw(visitor: Who, set: ReleaseSet, missed: readonly Named[], units: Iterable<string>): void {
    for (const unit of new Set(units)) {
      const instead = missed.find((named) => named.unit === unit);
      const version = instead?.version ?? set.units[unit]?.version;
      if (!version) continue;
      this.#counts.saw(visitor.lot, unit, version);
      // Whoever was to get a release that cannot be loaded here gets another one, and its team hears of it.
      if (instead) this.#counts.failed(visitor.lot, unit, version, 'load');
    }
  }

  /** What this shell has seen itself. */
  failed({ lot }: Who, { unit, version }: Named, kind: FailureKind): void {
    this.#counts.failed(lot, unit, version, kind);
  }

  /** What a browser says: it can speak of releases only that its visitor was given. Gives whether it counts. */
  failedInBrowser(visitor: Who, named: Named, kind: FailureKind): boolean {
    if (!this.#releases.mayHave(visitor.number, named)) return false;
    this.#counts.failed(visitor.lot, named.unit, named.version, kind);
    return true;
  }

  /** An operation that was answered badly, or not at all, counts for the releases of the visitor's set that have registered it. */
  operationFailed(visitor: Who, hash: string): void {
    for (const [unit, { version }] of Object.entries(this.#releases.setFor(visitor.number).set.units)) {
      const live = this.#releases.find({ unit, version });
      if (live && hash in live.manifest.operations) this.failed(visitor, { unit, version }, 'operation');
    }
  }

  /** Reports of what has happened since the last time, oldest first. */
  drain(): HealthReport[] {
    const reports = [...this.#before, this.#counts.drain()].filter(({ length }) => length > 0);
    this.#before = [];
    return reports;
  }
}

/** Whether the graph's answer has errors, or is none. Most have none, and are not parsed for that. */
export function isFailedAnswer(status: number, body: string | Buffer): boolean {
  if (status >= 400) return true;
  if (!body.includes('"errors"')) return false;
  try {
    return (answered.parse(JSON.parse(body.toString())).errors?.length ?? 0) > 0;
  } catch {
    return true;
  }
}
