/** Why a candidate was rolled back, in a sentence for the log; and its words and figures, for whoever looks before that. */
import type { FailureKind } from '@arcade/mfe-kit/health';
import { evidenceLimit } from './compare.ts';
import type { Health, Rollout } from './health.ts';
import type { Waiting } from './ramp.ts';

export const met: Record<FailureKind, string> = {
  load: 'could not load it',
  boundary: 'met an error in a part of the page',
  error: 'met an error that nobody caught',
  operation: 'had a query or mutation fail',
  slow: 'had a slow or jumping page',
};

/** Why a ramp does not go on. */
export const waits: Record<Waiting, string> = {
  worse: 'it is worse than stable',
  'in doubt': 'it is in doubt',
  'too early': 'its time has not come',
  'too few visitors': 'too few visitors met it in this step',
};

export function whyRolledBack(
  { unit, candidate, stable }: Rollout,
  { kind, evidence, rates }: Health,
): string {
  const { candidate: bad, stable: good } = rates[kind];
  return (
    `${unit} ${candidate} rolled back: ${count(bad.failed)} of ${count(bad.visitors)} visitors (${ratio(bad.rate)}) ${met[kind]}, ` +
    `${count(good.failed)} of ${count(good.visitors)} (${ratio(good.rate)}) on ${stable}; ` +
    `evidence ${evidenceText(evidence)} against a limit of ${evidenceLimit}`
  );
}

/** Rounded down: what is said to have reached a limit has. */
export const evidenceText = (evidence: number): string =>
  evidence > 1e6
    ? 'above 1,000,000'
    : evidence < 10
      ? (Math.floor(evidence * 10) / 10).toFixed(1)
      : count(evidence);
export const count = (number: number): string => Math.floor(number).toLocaleString('en');
export const ratio = (rate: number): string =>
  `${(rate * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} %`;
