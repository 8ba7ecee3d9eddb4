/** A candidate's health beside its stable's, from the reports of all shells, from its first visitor to its last. */
import { type FailureKind, failureKinds, type HealthReport, VisitorSet } from '@arcade/mfe-kit/health';
import { byKind, type Evidence, type Judgement, judge, noEvidence, type Side, weigh } from './compare.ts';

export interface Rollout {
  unit: string;
  candidate: string;
  stable: string;
}

/** A share of visitors, with Wilson's 95 % interval. It is for reading: the decision is made by the evidence. */
export interface Rate {
  failed: number;
  visitors: number;
  rate: number;
  low: number;
  high: number;
}

export interface Health extends Judgement {
  rates: Record<FailureKind, Record<Side, Rate>>;
}

/** To be kept as JSON, so that the watch goes on after a restart: 110 KB at most. */
export interface SavedHealth {
  rollout: Rollout;
  share: number;
  visitors: Record<Side, number>;
  evidence: Evidence;
  /** By kind, base64. */
  failed: Partial<Record<FailureKind, string>>;
}

export class RolloutHealth {
  readonly rollout: Rollout;
  #share = 0;
  #visitors: Record<Side, number> = { candidate: 0, stable: 0 };
  #evidence = noEvidence();
  /** Visitors whom either release failed: 16 KB for each kind. */
  #failed = new Map<FailureKind, VisitorSet>();

  constructor(rollout: Rollout, saved?: SavedHealth) {
    this.rollout = rollout;
    if (!saved) return;
    this.#share = saved.share;
    this.#visitors = { ...saved.visitors };
    this.#evidence = saved.evidence;
    for (const kind of failureKinds) {
      const bits = saved.failed[kind];
      if (bits) this.#failed.set(kind, new VisitorSet(Buffer.from(bits, 'base64')));
    }
  }

  /**
   * `share`, 0 to 1: the part of visitors that gets the candidate now. The highest one so far counts: a visitor may still sit on
   * a page from before the share went down, and too high a share only makes the candidate look better.
   */
  take(report: HealthReport, share: number): void {
    this.#share = Math.max(this.#share, share);
    // Stable first: who is named on both sides was moved to the candidate in between, and took the failure along.
    for (const side of ['stable', 'candidate'] as const) {
      for (const { unit, release, visitors, failed } of report) {
        if (unit !== this.rollout.unit || release !== this.rollout[side]) continue;
        this.#visitors[side] += visitors;
        for (const kind of failureKinds) this.#weigh(kind, side, failed[kind] ?? []);
      }
    }
  }

  #weigh(kind: FailureKind, side: Side, failed: readonly number[]): void {
    // At no share at all, whoever meets the candidate was not given it by lot, but chose to look at it.
    if (!failed.length || !this.#share) return;
    const known = this.#failed.get(kind) ?? new VisitorSet(17);
    this.#failed.set(kind, known);
    const visitors = failed.reduce((fresh, visitor) => fresh + Number(known.add(visitor)), 0);
    if (visitors) this.#evidence = weigh(this.#evidence, { kind, side, visitors }, this.#share);
  }

  /** Visitors whom the candidate met so far. */
  get exposed(): number {
    return this.#visitors.candidate;
  }

  judgement(): Judgement {
    return judge(this.#evidence);
  }

  health(): Health {
    const rate = (kind: FailureKind, side: Side) => rateOf(this.#evidence[kind][side], this.#visitors[side]);
    return {
      ...this.judgement(),
      rates: byKind((kind) => ({ candidate: rate(kind, 'candidate'), stable: rate(kind, 'stable') })),
    };
  }

  save(): SavedHealth {
    return {
      rollout: this.rollout,
      share: this.#share,
      visitors: { ...this.#visitors },
      evidence: this.#evidence,
      failed: Object.fromEntries(
        Array.from(
          this.#failed,
          ([kind, { bytes }]) => [kind, Buffer.from(bytes).toString('base64')] as const,
        ),
      ),
    };
  }
}

/** E. B. Wilson, Probable inference, JASA 1927: holds for few failures and for none, where ± would go below 0. */
export function rateOf(failed: number, counted: number): Rate {
  // Who fails is reported sooner than who comes: a page that breaks at once may be told of before it is counted.
  const visitors = Math.max(counted, failed);
  if (!visitors) return { failed, visitors, rate: 0, low: 0, high: 1 };
  const z = 1.96;
  const rate = failed / visitors;
  const middle = rate + z ** 2 / (2 * visitors);
  const reach = z * Math.sqrt((rate * (1 - rate)) / visitors + (z / (2 * visitors)) ** 2);
  const scale = 1 + z ** 2 / visitors;
  const low = Math.max(0, (middle - reach) / scale);
  return { failed, visitors, rate, low: failed ? low : 0, high: Math.min(1, (middle + reach) / scale) };
}
