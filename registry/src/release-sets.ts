// Which releases visitors get together: what follows from the shares of all units.
import type { UnitState } from './rollout.ts';

export interface ReleaseSet {
  /** Visitors' numbers from … up to and without `toNumber`; all are 0 to 9999. */
  fromNumber: number;
  toNumber: number;
  versions: Record<string, string>;
}

/**
 * Who gets which releases together. A visitor has one number for all units, so k candidates make at most k + 1 sets, and
 * every set but the last holds whatever candidates the sets after it hold.
 */
export function releaseSets(units: ReadonlyMap<string, UnitState>): ReleaseSet[] {
  const numbers = [...units.values()].map(({ candidate }) => Math.round((candidate?.traffic ?? 0) * 100));
  const bounds = [...new Set([0, ...numbers, 10_000])].toSorted((a, b) => a - b);
  return bounds.slice(0, -1).map((fromNumber, n) => ({
    fromNumber,
    toNumber: bounds[n + 1] ?? 10_000,
    versions: Object.fromEntries(
      [...units].map(([unit, { stable, candidate }]) => [
        unit,
        candidate && fromNumber < Math.round(candidate.traffic * 100) ? candidate.version : stable,
      ]),
    ),
  }));
}
