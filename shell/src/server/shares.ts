/** Who gets which release of a unit. */
import type { LiveRelease } from './loaded-releases.ts';

export interface Share {
  /** The release that the discovery document names. */
  readonly named: string;
  /** Percent of visitors. */
  readonly traffic: number;
  /** The share of everybody who is in no other. */
  readonly isDefault: boolean;
  /** What they get: the named release or, when it cannot be loaded, another one. Undefined: none of the unit has ever worked. */
  readonly live: LiveRelease | undefined;
  /** The named release cannot be had just now, through no fault of its own. */
  readonly hindered?: boolean;
}

/**
 * The share of a visitor with this number, 0 to 9999. Candidates come first, in every unit, so that low numbers get them everywhere: few combinations of
 * releases are seen, and who had a candidate at 10 % has it at 20 %.
 */
export function shareOf(shares: readonly Share[], visitorNumber: number): Share | undefined {
  let upTo = 0;
  for (const share of shares) {
    if (share.isDefault) continue;
    // In hundredths of a percent, whole: 0.07 * 100 is a little more than 7.
    upTo += Math.round(share.traffic * 100);
    if (visitorNumber < upTo) return share;
  }
  return shares.find(({ isDefault }) => isDefault);
}
