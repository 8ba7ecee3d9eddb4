/**
 * `npm run bench -w bench -- rollback`: automatic rollback on simulated rollouts, the same ones every time. How often is a release rolled back
 * that is as good as its stable, beside a z-test that is looked at as often; and how many visitors meet a bad one before it is stopped?
 *
 * Visitors come one by one; a report follows every 20 of them (two seconds in a shop with ten new visitors a second). Of those whom a
 * release fails, half are told of at once and half later; half of them meet it again and again, and most fail in several ways.
 */
import { parseArgs } from 'node:util';
import { type FailureKind, failureKinds, type ReleaseHealth } from '../../packages/mfe-kit/src/health.ts';
import { RolloutHealth } from '../../registry/src/watch/health.ts';
import { seeded } from '../../registry/src/watch/seeded.ts';

const reportEvery = 20;
const rollout = { unit: 'mfe-order', candidate: 'v2', stable: 'v1' };
const shares = [0.01, 0.1, 0.5];

interface Scenario {
  visitors: number;
  /** The candidate's share of visitors when so many of all came, both 0–1. */
  share(past: number): number;
  /** Of its visitors, the part that a release fails. */
  stable: number;
  candidate: number;
  /** While this part of all visitors comes, one more in ten is failed, whatever the release: something else is down. */
  outage?: { from: number; to: number };
}

interface Outcome {
  /** Visitors who had met the candidate when it was stopped; infinite where it was not. */
  stoppedAfter: number;
  /** The z-test would have stopped it. */
  naive: boolean;
}

export async function rollbackBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      equal: { type: 'string', default: '1000' },
      bad: { type: 'string', default: '200' },
    },
  });
  const random = seeded(Number(values.seed));
  printEqual(Number(values.equal), random);
  printBad(Number(values.bad), random);
}

/** Candidates that are as good as stable. */
function printEqual(rollouts: number, random: Random): void {
  const visitors = 20_000;
  const ramp = (past: number) => shares[Math.floor(past * shares.length)] ?? 0.5;
  const cases: (Omit<Scenario, 'stable' | 'candidate'> & { name: string })[] = [
    ...shares.map((share) => ({ name: `${share * 100} %`, visitors, share: () => share })),
    { name: '1, 10, 50 %', visitors, share: ramp },
    { name: '1, 10, 50 %, with an outage', visitors, share: ramp, outage: { from: 0.3, to: 0.4 } },
  ];
  console.log(
    `Rolled back, of ${rollouts} rollouts of ${visitors.toLocaleString('en')} visitors to a release as good as stable (z-test looked at as often):\n`,
  );
  const rates = [0.001, 0.01, 0.05];
  printRow('traffic', ...rates.map((rate) => `${rate * 100} % of visitors fail`));
  printRow(...[0, ...rates].map(() => '---'));
  for (const { name, ...scenario } of cases) {
    const cells = rates.map((rate) => {
      let ours = 0;
      let naive = 0;
      for (let count = 0; count < rollouts; count++) {
        const outcome = simulate({ ...scenario, stable: rate, candidate: rate }, random, { naive: true });
        if (outcome.stoppedAfter < Number.POSITIVE_INFINITY) ours++;
        if (outcome.naive) naive++;
      }
      return `${percent(ours / rollouts)} (${percent(naive / rollouts)})`;
    });
    printRow(name, ...cells);
  }
}

/** Candidates that are worse. */
function printBad(rollouts: number, random: Random): void {
  const visitors = 500_000;
  console.log(
    `\nVisitors who met a bad release before it was stopped: median, and 95th percentile, of ${rollouts} rollouts:\n`,
  );
  printRow('failing visitors, stable → candidate', ...shares.map((share) => `${share * 100} % traffic`));
  printRow('---', ...shares.map(() => '---'));
  for (const [stable, candidate] of [
    [0.01, 1],
    [0.05, 0.25],
    [0.01, 0.05],
    [0.001, 0.005],
    [0.05, 0.1],
    [0.01, 0.02],
    [0.001, 0.002],
  ] as const) {
    const cells = shares.map((share) => {
      const scenario = { visitors, share: () => share, stable, candidate };
      const exposed = Array.from({ length: rollouts }, () => simulate(scenario, random).stoppedAfter);
      exposed.sort((a, b) => a - b);
      return [0.5, 0.95].map((part) => count(exposed[Math.floor(part * rollouts)])).join(', ');
    });
    printRow(`${percent(stable)} → ${percent(candidate)}`, ...cells);
  }
  console.log(`\n—: not stopped when ${visitors.toLocaleString('en')} visitors had come to the shop.`);
}

interface Failing {
  visitor: number;
  kinds: FailureKind[];
}

function simulate(scenario: Scenario, random: Random, { naive = false } = {}): Outcome {
  const watch = new RolloutHealth(rollout);
  const zTest = naive ? new ZTest() : undefined;
  const outcome: Outcome = { stoppedAfter: Number.POSITIVE_INFINITY, naive: false };
  /** By number of the report: page views that will fail. */
  const toCome = new Map<number, Failing[]>();
  const met = { candidate: 0, stable: 0 };
  const { from, to } = scenario.outage ?? { from: 1, to: 0 };

  const reports = scenario.visitors / reportEvery;
  for (let report = 0; report < reports; report++) {
    const past = report / reports;
    const share = scenario.share(past);
    const elsewhere = past >= from && past < to ? 0.1 : 0;
    for (let came = 0; came < reportEvery; came++) {
      const visitor = (random() * 2 ** 32) >>> 0;
      const lucky = sideOf(visitor, share) === 'stable';
      if (lucky) met.stable++;
      else met.candidate++;
      const rate = (lucky ? scenario.stable : scenario.candidate) + elsewhere;
      if (random() < rate) planFailures(visitor, report, toCome, random);
    }
    const failing = toCome.get(report);
    if (!failing) continue;
    toCome.delete(report);

    const health = { candidate: healthOf('v2'), stable: healthOf('v1') };
    for (const { visitor, kinds } of failing) {
      const side = sideOf(visitor, share);
      for (const kind of kinds) health[side].failed[kind] = [...(health[side].failed[kind] ?? []), visitor];
      zTest?.failed(visitor, side);
    }
    watch.take([health.candidate, health.stable], share);
    // Whom stable fails speaks for the candidate: nothing is stopped by that.
    if (!health.candidate.failed.error) continue;
    if (zTest?.isWorse(met)) outcome.naive = true;
    if (outcome.stoppedAfter === Number.POSITIVE_INFINITY && watch.judgement().verdict === 'worse')
      outcome.stoppedAfter = met.candidate;
    if (outcome.stoppedAfter < Number.POSITIVE_INFINITY && (!naive || outcome.naive)) break;
  }
  return outcome;
}

const sideOf = (visitor: number, share: number) => (visitor < share * 2 ** 32 ? 'candidate' : 'stable');

function planFailures(visitor: number, now: number, toCome: Map<number, Failing[]>, random: Random): void {
  const kinds = failureKinds.filter((kind) => kind === 'error' || random() < 0.5);
  const views = random() < 0.5 ? 1 : 2 + Math.floor(random() * 5);
  let report = random() < 0.5 ? now : now + 1 + Math.floor(-50 * Math.log(1 - random()));
  for (let view = 0; view < views; view++) {
    const others = toCome.get(report);
    if (others) others.push({ visitor, kinds });
    else toCome.set(report, [{ visitor, kinds }]);
    report += 1 + Math.floor(-30 * Math.log(1 - random()));
  }
}

/** Counts of visitors are for reading and do not move the test. */
function healthOf(release: string): ReleaseHealth {
  return { unit: rollout.unit, release, views: 0, visitors: 0, failed: {} };
}

/** The peer: two proportions of visitors who met an error, pooled, one-sided at 1 %; meant for one look at a sample of fixed size. */
class ZTest {
  #known = new Set<number>();
  #failed = { candidate: 0, stable: 0 };

  failed(visitor: number, side: 'candidate' | 'stable'): void {
    if (this.#known.has(visitor)) return;
    this.#known.add(visitor);
    this.#failed[side]++;
  }

  isWorse(visitors: { candidate: number; stable: number }): boolean {
    const { candidate, stable } = this.#failed;
    const pooled = (candidate + stable) / (visitors.candidate + visitors.stable);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / visitors.candidate + 1 / visitors.stable));
    return (candidate / visitors.candidate - stable / visitors.stable) / error > 2.326;
  }
}

type Random = () => number;

const printRow = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
const percent = (rate: number) => `${Number((rate * 100).toFixed(2))} %`;
const count = (value = Number.NaN) => (value < Number.POSITIVE_INFINITY ? value.toLocaleString('en') : '—');
