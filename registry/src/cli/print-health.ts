// How candidates fare beside their stable releases, for people.
import { failureKinds } from '@arcade/mfe-kit/health';
import type { Rate } from '../watch/health.ts';
import { count, evidenceText, met, ratio, waits } from '../watch/reason.ts';
import type { WatchedRollout } from '../watch/watch.ts';
import { faint, strong, table } from './print.ts';

export function healthTable(rollout: WatchedRollout): string {
  const { unit, candidate, stable, rates, evidence, limit, ramp } = rollout;
  const failing = failureKinds.filter((kind) => rates[kind].candidate.failed + rates[kind].stable.failed > 0);
  const visitors = (side: 'candidate' | 'stable') =>
    count(Math.max(...failureKinds.map((kind) => rates[kind][side].visitors)));
  const failed = (rate: Rate) => `${count(rate.failed)} (${ratio(rate.rate)})`;
  return [
    table(
      [unit, `candidate ${candidate}`, `stable ${stable}`],
      [
        [strong('visitors'), visitors('candidate'), visitors('stable')],
        ...failing.map((kind) => [met[kind], failed(rates[kind].candidate), failed(rates[kind].stable)]),
      ],
    ),
    `evidence that it is worse: ${evidenceText(evidence)}; at ${limit} it is rolled back`,
    ...(ramp && !ramp.goOn ? [faint(`its ramp waits: ${waits[ramp.because]}`)] : []),
  ].join('\n');
}
