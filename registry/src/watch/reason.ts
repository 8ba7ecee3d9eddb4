/** Why a candidate was rolled back, in a sentence for the log. */
import type { FailureKind } from '@arcade/mfe-kit/health';
import { evidenceLimit } from './compare.ts';
import type { Health, Rate, Rollout } from './health.ts';

export const met: Record<FailureKind, string> = {
  load: 'could not load it',
  boundary: 'met an error in a part of the page',
  error: 'met an error that nobody caught',
  operation: 'had a query or mutation fail',
  slow: 'had a slow or jumping page',
};

export function whyRolledBack(
  { unit, candidate, stable }: Rollout,
  { kind, evidence, rates }: Health,
): string {
  const { candidate: bad, stable: good } = rates[kind];
  return (
    `${unit} ${candidate} rolled back: ${count(bad.failed)} of ${count(bad.visitors)} visitors (${percent(bad)}) ${met[kind]}, ` +
    `${count(good.failed)} of ${count(good.visitors)} (${percent(good)}) on ${stable}; ` +
    `evidence ${evidenceText(evidence)} against a limit of ${evidenceLimit}`
  );
}

export const evidenceText = (evidence: number): string =>
  evidence > 1e6 ? 'above 1,000,000' : count(evidence);
export const count = (number: number): string => Math.floor(number).toLocaleString('en');
export const percent = ({ rate }: Rate): string =>
  `${(rate * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} %`;
