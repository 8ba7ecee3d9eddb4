/** May `deploy --to 100 --every 10m` give the candidate its next share of visitors? */
import type { Judgement } from './compare.ts';

/**
 * Evidence from which a candidate is in doubt: it keeps its share until the evidence falls again or somebody decides. By Ville's
 * inequality at most one in ten releases that are as good as their stable ever gets there.
 */
export const doubtLimit = 10;

/**
 * Visitors who must have met the candidate in a step. If none of 300 fails, then with 95 % confidence fewer than one in 100 would
 * (rule of three: J. A. Hanley, A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 1983).
 */
export const enoughVisitors = 300;

/** After so many times the step's length a shop with few visitors goes on without having seen enough of them. */
export const patience = 6;

export interface Step {
  /** Visitors who met the candidate since the step began. */
  visitors: number;
  /** How long it lasts already, and how long a step shall last at least. */
  sinceMs: number;
  everyMs: number;
}

export type Waiting = 'worse' | 'in doubt' | 'too early' | 'too few visitors';

export function mayGoOn(
  { verdict, evidence }: Judgement,
  { visitors, sinceMs, everyMs }: Step,
): { goOn: true } | { goOn: false; because: Waiting } {
  if (verdict === 'worse') return { goOn: false, because: 'worse' };
  if (evidence >= doubtLimit) return { goOn: false, because: 'in doubt' };
  if (sinceMs < everyMs) return { goOn: false, because: 'too early' };
  if (visitors < enoughVisitors && sinceMs < everyMs * patience)
    return { goOn: false, because: 'too few visitors' };
  return { goOn: true };
}
