/**
 * Is a candidate worse than its stable, beyond chance? Asked after every report, for as long as the candidate lives.
 *
 * Which visitors get the candidate is drawn by lot: their numbers are random, the same all the time, and have nothing to do with what
 * ails them. So if the candidate fails its visitors as often as stable does, then whoever fails next was given the candidate with a
 * probability equal to its share of traffic w, whatever happened before. That holds for failures that come late or in bursts, for rare and
 * frequent visitors, in an outage that hits both, and when the share goes up, as long as each visitor counts once, namely
 * the first time either release fails them (health.ts sees to it).
 *
 * Against it we bet that the candidate fails θ times as often: each such visitor multiplies the stake by θ / (θw + 1 − w) if they had
 * the candidate, else by 1 / (θw + 1 − w). The expected factor is 1 where both are equal, and less where the candidate is better.
 * The stake is spread evenly over several θ; their mean is the kind's e-value. By Ville's inequality it ever reaches
 * 1/a with a probability of at most a, however often it is looked at.
 *
 * Each kind of failure has a bet of its own, and α is split among them (Bonferroni). Their mean would not do, though a mean of e-values is
 * an e-value: who failed in one kind before is known to have the candidate or not, so what is a fair bet for one kind alone
 * is not fair beside the others, and only the single processes keep Ville's bound (Choe and Ramdas).
 *
 * - J. Ville, Étude critique de la notion de collectif, 1939.
 * - J. ter Schure, M. Pérez-Ortiz, A. Ly, P. Grünwald, The anytime-valid logrank test, NEJSDS 2024: the factor above.
 * - P. Grünwald, R. de Heide, W. Koolen, Safe testing, JRSS B 2024: e-values, stopping and going on at will.
 * - V. Vovk, R. Wang, E-values: calibration, combination and applications, Annals of Statistics 2021: mixtures.
 * - Y. J. Choe, A. Ramdas, Combining evidence across filtrations, arXiv 2402.09698.
 */
import { type FailureKind, failureKinds } from '@arcade/mfe-kit/health';

export type Side = 'candidate' | 'stable';

/** Of all rollouts of releases that are as good as their stable, at most one in a hundred is rolled back. */
export const evidenceLimit = 100;

/** How many times as often as stable's the candidate's visitors may be failing, by the bets. */
const ratios = [1.5, 2, 4, 8, 16, 32, 64, 128];

/**
 * How many times as often as stable a release as good as stable may fail. Nobody has a new release in the browser's cache yet, so more
 * is loaded than of stable: later, and at more occasions to fail.
 */
const allowance: Record<FailureKind, number> = { load: 2, boundary: 1, error: 1, operation: 1, slow: 2 };

/** Two devices of one household, or a developer who looks at the candidate in two browsers, are not two by chance. */
const leastFailures = 3;

/** Plain data, to be kept as JSON. By kind: failing visitors, and the natural logarithm of the stake on each ratio. */
export type Evidence = Readonly<Record<FailureKind, { candidate: number; stable: number; stakes: number[] }>>;

export const noEvidence = (): Evidence =>
  byKind(() => ({ candidate: 0, stable: 0, stakes: ratios.map(() => 0) }));

/**
 * What is known after one or more visitors failed for the first time. `share`, above 0 to 1: the candidate's part of visitors, not less
 * than it was when they got their page. With nobody left on stable (1), nothing is learnt.
 */
export function weigh(
  evidence: Evidence,
  failed: { kind: FailureKind; side: Side; visitors: number },
  share: number,
): Evidence {
  const { kind, side, visitors } = failed;
  const allowed = allowance[kind];
  const expected = (allowed * share) / (allowed * share + 1 - share);
  const before = evidence[kind];
  return {
    ...evidence,
    [kind]: {
      ...before,
      [side]: before[side] + visitors,
      // A sum of logarithms: the product itself leaves the range of numbers after some hundred failures.
      stakes: ratios.map((ratio, at) => {
        const won = side === 'candidate' ? Math.log(ratio) : 0;
        return (before.stakes[at] ?? 0) + visitors * (won - Math.log(ratio * expected + 1 - expected));
      }),
    },
  };
}

export interface Judgement {
  verdict: 'worse' | 'undecided';
  /** Of the kind that speaks most against the candidate, with the split of α taken off: 100 is the limit. */
  evidence: number;
  kind: FailureKind;
}

export function judge(evidence: Evidence): Judgement {
  const all = failureKinds.map((kind): Judgement => {
    const { candidate, stakes } = evidence[kind];
    const against = Math.exp(logMean(stakes)) / failureKinds.length;
    const worse = against >= evidenceLimit && candidate >= leastFailures;
    // JSON has no Infinity.
    return { verdict: worse ? 'worse' : 'undecided', evidence: Math.min(against, 1e12), kind };
  });
  const worse = all.filter(({ verdict }) => verdict === 'worse');
  return (worse.length ? worse : all).reduce((most, one) => (one.evidence > most.evidence ? one : most));
}

/** ln of the mean of exp(values). */
function logMean(values: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum / values.length);
}

export const byKind = <T>(make: (kind: FailureKind) => T): Record<FailureKind, T> => ({
  load: make('load'),
  boundary: make('boundary'),
  error: make('error'),
  operation: make('operation'),
  slow: make('slow'),
});
