// Takes in what shells report, rolls back a candidate that is worse than its stable, and says whether a ramp may go on.
import type { HealthReport } from '@arcade/mfe-kit/health';
import type { Asker } from '../control-plane.ts';
import type { Refused } from '../refusals.ts';
import { type Candidate, isRefusal } from '../rollout.ts';
import type { Entry, Store } from '../store.ts';
import { evidenceLimit } from './compare.ts';
import type { Figures, SavedRollout, Step } from './figures.ts';
import { type Health, RolloutHealth } from './health.ts';
import { mayGoOn } from './ramp.ts';
import { whyRolledBack } from './reason.ts';

export interface WatchPorts {
  store: Pick<Store, 'units'>;
  figures: Figures;
  rollBack: (what: { unit: string; from: string }, asker: Asker) => Promise<Entry[] | Refused>;
  now: () => Date;
}

export interface WatchedRollout extends Health {
  unit: string;
  candidate: string;
  stable: string;
  /** Percent of visitors. */
  traffic: number;
  began: string;
  /** Of `evidence`. */
  limit: number;
  /** Of a ramp: whether it would go on now, and why not. */
  ramp?: ReturnType<typeof mayGoOn>;
}

export type Watch = ReturnType<typeof watchRollouts>;

interface Watched {
  began: string;
  step: Step;
  health: RolloutHealth;
}

export function watchRollouts({ store, figures, rollBack, now }: WatchPorts) {
  const known = new Map<string, Watched>();

  /** Of the candidate that the unit has now. */
  function watched(unit: string): (Watched & { candidate: Candidate }) | undefined {
    const state = store.units().get(unit);
    if (!state?.candidate) return undefined;
    const { stable, candidate } = state;
    const { began, since, version } = candidate;
    let rollout = known.get(unit);
    if (rollout?.began !== began) {
      const saved = figures.rollout(unit);
      rollout =
        saved?.began === began
          ? { ...saved, health: new RolloutHealth(saved.health.rollout, saved.health) }
          : {
              began,
              step: { since, metBefore: 0 },
              health: new RolloutHealth({ unit, candidate: version, stable }),
            };
      known.set(unit, rollout);
    }
    if (rollout.step.since !== since) rollout.step = { since, metBefore: rollout.health.exposed };
    return { ...rollout, candidate };
  }

  function ramp({ candidate, step, health }: Watched & { candidate: Candidate }) {
    if (!candidate.ramp) return undefined;
    return mayGoOn(health.judgement(), {
      visitors: health.exposed - step.metBefore,
      sinceMs: now().getTime() - Date.parse(step.since),
      everyMs: candidate.ramp.everyMs,
    });
  }

  return {
    /** Gives the rollbacks that followed. */
    async take(report: HealthReport): Promise<Entry[]> {
      const units = store.units();
      // A shell may be behind, but of what a visitor cannot have nothing is to be known.
      const ours = report.filter(({ unit, release }) => {
        const state = units.get(unit);
        return [state?.stable, state?.candidate?.version, ...(state?.before ?? [])].includes(release);
      });
      const rollouts = [...new Set(ours.map(({ unit }) => unit))].flatMap((unit) => watched(unit) ?? []);
      for (const { health, candidate } of rollouts) health.take(ours, candidate.traffic / 100);
      figures.record(now(), ours, rollouts.map(saved));
      const acts: Entry[] = [];
      for (const { health } of rollouts) {
        const { unit, candidate: from } = health.rollout;
        const judged = health.health();
        if (judged.verdict !== 'worse') continue;
        const reason = whyRolledBack(health.rollout, judged);
        const outcome = await rollBack({ unit, from }, { actor: 'watch', reason });
        // Else somebody was faster.
        if (!isRefusal(outcome)) acts.push(...outcome);
      }
      return acts;
    },

    /** Of a candidate with a ramp. */
    healthy(unit: string): boolean {
      const rollout = watched(unit);
      return rollout !== undefined && ramp(rollout)?.goOn === true;
    },

    /** What is being rolled out, and how it fares. */
    rollouts(): WatchedRollout[] {
      return [...store.units().keys()].flatMap((unit) => {
        const rollout = watched(unit);
        if (!rollout) return [];
        const { health, candidate, began } = rollout;
        const next = ramp(rollout);
        const facts = { ...health.rollout, traffic: candidate.traffic, began, limit: evidenceLimit };
        return { ...facts, ...health.health(), ...(next && { ramp: next }) };
      });
    },
  };
}

const saved = ({ began, step, health }: Watched): SavedRollout => ({ began, step, health: health.save() });
