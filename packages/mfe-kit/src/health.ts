// How releases fare with their visitors, as a shell tells it to the registry every second or two.
//
// A visitor is a whole number below 2^32 from the signed cookie, drawn at random once; `visitor % 10_000` is the number that
// the traffic share is compared with. Who failed is sent by name of that number, and not as a count: the registry then counts each
// visitor once, also when it meets two shells, or one that was restarted. How many there were is for reading only, so
// that is a count.
import { z } from 'zod';
import { unitName, versionName } from './manifest.ts';

/** In what ways a release can fail a visitor. */
export const failureKinds = ['load', 'boundary', 'error', 'operation', 'slow'] as const;
/**
 * `load`: its code could not be had; `boundary`: a part of the page threw; `error`: an error that nobody caught; `operation`: a
 * query or mutation failed; `slow`: LCP above 4 s, INP above 500 ms or CLS above 0.25, which web.dev calls poor.
 */
export type FailureKind = (typeof failureKinds)[number];

/** What one report names at most, of a release and a kind: a shop in flames sends many. The rest will come again. */
const mostFailed = 10_000;
const visitor = z.int().min(0).max(0xffff_ffff);

export const healthReportSchema = z.array(
  z.strictObject({
    unit: unitName,
    release: versionName,
    /** Page views in which the release took part, since the report before. */
    views: z.int().nonnegative(),
    /** Visitors who met it for the first time since the unit's live releases last changed. */
    visitors: z.int().nonnegative(),
    /** Visitors whom it failed since the report before. */
    failed: z.partialRecord(z.enum(failureKinds), z.array(visitor).max(mostFailed)),
  }),
);
export type HealthReport = z.infer<typeof healthReportSchema>;
export type ReleaseHealth = HealthReport[number];

/**
 * A set of visitors in a fixed number of bits, one for each hash. Two visitors may share a bit, so that the second is taken
 * for the first: with 1,048,576 bits and 100,000 visitors, 5 in 100 are. Never is one visitor taken for two.
 */
export class VisitorSet {
  readonly bytes: Uint8Array;
  readonly #shift: number;

  /** `size`: bits as a power of two, at least 3; or bytes that another set had, to go on from. */
  constructor(size: number | Uint8Array) {
    this.bytes = typeof size === 'number' ? new Uint8Array(2 ** (size - 3)) : size;
    this.#shift = 32 - Math.log2(this.bytes.length * 8);
  }

  /** Whether the visitor is new. */
  add(visitor: number): boolean {
    // Fibonacci hashing (Knuth, TAOCP 6.4): neighbours, such as the numbers 0 to 9999, are spread over all bits.
    const bit = Math.imul(visitor, 0x9e37_79b1) >>> this.#shift;
    const byte = this.bytes[bit >>> 3] ?? 0;
    const mask = 1 << (bit & 7);
    if (byte & mask) return false;
    this.bytes[bit >>> 3] = byte | mask;
    return true;
  }
}

interface Counted {
  seen: VisitorSet;
  views: number;
  visitors: number;
  failed: Map<FailureKind, Set<number>>;
}

/** The shell's side: counts between two reports. Memory is 128 KB for each live release, whoever visits. */
export class VisitorCounts {
  #units = new Map<string, Map<string, Counted>>();

  /**
   * Which releases are live, by unit; others are not counted. Where they changed, the unit's count of visitors begins anew,
   * so that a candidate and its stable are counted over the same time.
   */
  live(releases: Readonly<Record<string, readonly string[]>>): void {
    this.#units = new Map(
      Object.entries(releases).map(([unit, versions]) => {
        const now = this.#units.get(unit);
        const same = now?.size === versions.length && versions.every((version) => now.has(version));
        return [unit, same ? now : new Map(versions.map((version) => [version, nothingYet()]))];
      }),
    );
  }

  saw(visitor: number, unit: string, release: string): void {
    const counted = this.#units.get(unit)?.get(release);
    if (!counted) return;
    counted.views++;
    if (counted.seen.add(visitor)) counted.visitors++;
  }

  failed(visitor: number, unit: string, release: string, kind: FailureKind): void {
    const counted = this.#units.get(unit)?.get(release);
    if (!counted) return;
    const failed = counted.failed.get(kind) ?? new Set();
    if (failed.size < mostFailed) counted.failed.set(kind, failed.add(visitor));
  }

  /** The report of what happened since the last one. */
  drain(): HealthReport {
    const report: HealthReport = [];
    for (const [unit, releases] of this.#units) {
      for (const [release, counted] of releases) {
        const { views, visitors } = counted;
        if (!views && !counted.failed.size) continue;
        const failed: ReleaseHealth['failed'] = {};
        for (const [kind, who] of counted.failed) failed[kind] = [...who];
        report.push({ unit, release, views, visitors, failed });
        counted.views = 0;
        counted.visitors = 0;
        counted.failed = new Map();
      }
    }
    return report;
  }
}

const nothingYet = (): Counted => ({ seen: new VisitorSet(20), views: 0, visitors: 0, failed: new Map() });
