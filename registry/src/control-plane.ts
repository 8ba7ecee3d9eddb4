// What can be done with releases: publish, deploy, promote, roll back, go on with a ramp. Each looks at what is so, asks the
// check where visitors are concerned, decides (rollout.ts) and writes the act (store.ts).
import { type Finding, isRefused } from './checks/finding.ts';
import { busy, checkFailed, findRelease, type Refused, reasonMissing } from './refusals.ts';
import { addRelease, releaseFolder } from './releases.ts';
import {
  type Act,
  type Candidate,
  type Command,
  decide,
  isRefusal,
  isWhole,
  nextStep,
  type Refusal,
} from './rollout.ts';
import { type Entry, type Release, type Store, type Units, withAct } from './store.ts';

export interface Checked {
  unit: string;
  version: string;
  manifestText: string;
  /** Where its files are; undefined for one that was not published yet. */
  folder?: string | undefined;
}

/** May this release get visitors, where these are who gets what? */
export type Check = (release: Checked, units: Units) => Promise<Finding[]>;

/** Whether a ramp may go on, of a candidate that has had its share for as long as it asked. */
export type Healthy = (unit: string, candidate: Candidate) => boolean | Promise<boolean>;

export interface Ports {
  /** Folder of the releases' files. */
  dir: string;
  store: Store;
  check: Check;
  healthy: Healthy;
  now: () => Date;
}

/** Who asks, and why. */
export interface Asker {
  actor: string;
  reason?: string | undefined;
}

export interface Published {
  release: Release;
  /** False: the same content was here already. */
  isNew: boolean;
  findings: Finding[];
}

export type ControlPlane = ReturnType<typeof controlPlane>;

/** How often the world may change under a check before the asker is told to come back. */
const ATTEMPTS = 5;

export function controlPlane({ dir, store, check, healthy, now }: Ports) {
  async function judge(release: Release, units: Units): Promise<Finding[]> {
    const { unit, version } = release;
    const findings = await check({ ...release, folder: releaseFolder(dir, unit, version) }, units);
    store.saveVerdict(unit, version, { at: now().toISOString(), findings });
    return findings;
  }

  /**
   * What gives releases visitors: only after a check of the world that it is written to. Those that are wanted together are
   * there together or not at all, and each is checked in a world that has the others.
   */
  async function giveVisitors(
    wanted: readonly Wanted[],
    { actor, reason }: Asker,
  ): Promise<Entry[] | Refused> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const checkedAt = store.lastNumber();
      const units = store.units();
      const decided = decideEach(
        units,
        wanted.map(({ command }) => command),
      );
      if (isRefusal(decided)) return decided;
      const commands: Command[] = [];
      for (const [at, { release, command }] of wanted.entries()) {
        if (decided[at]?.length === 0) continue;
        const others = decided.filter((_, other) => other !== at).flat();
        const findings = await judge(release, withActs(units, others, now()));
        const failed = isRefused(findings);
        if (failed && !command.force) return checkFailed(release, findings);
        commands.push({ ...command, force: failed || undefined });
      }
      if (commands.length === 0) return [];
      const outcome = store.append<Refused>({ actor, reason, at: now() }, (units) => {
        if (store.lastNumber() !== checkedAt) return busy;
        const acts = decideEach(units, commands);
        return isRefusal(acts) ? acts : acts.flat();
      });
      if (outcome !== busy) return outcome;
    }
    return busy;
  }

  return {
    /** Takes a built folder in. It gets no visitors by that, and is kept also when its check fails. */
    async publish(
      folder: string,
      { actor, reason, commit }: Asker & { commit?: string | undefined },
    ): Promise<Published> {
      const { manifest, text } = await addRelease(dir, folder);
      const { unit, version } = manifest;
      const at = now();
      const facts = { manifestText: text, publishedAt: at.toISOString(), publishedBy: actor };
      const isNew = store.addRelease(
        { unit, version, ...facts, ...(commit && { commit }) },
        { actor, reason, at },
      );
      const release = store.release(unit, version);
      if (!release) throw new Error(`${unit} ${version} was taken in and is not there.`);
      if (!isNew) return { release, isNew, findings: release.verdict?.findings ?? [] };
      const findings = await judge(release, store.units());
      return { release: store.release(unit, version) ?? release, isNew, findings };
    },

    async deploy(ask: DeployAsk, asker: Asker): Promise<Entry[] | Refused> {
      if (ask.force && !asker.reason) return reasonMissing;
      const release = findRelease(store, ask.unit, ask.version);
      if (isRefusal(release)) return release;
      return giveVisitors([wantedOf(ask, release)], asker);
    },

    /** Releases of several units, which need one another: all of them for everybody, or none. */
    async deployTogether(
      releases: readonly Pick<DeployAsk, 'unit' | 'version'>[],
      { force, ...asker }: Asker & Pick<DeployAsk, 'force'>,
    ): Promise<Entry[] | Refused> {
      if (force && !asker.reason) return reasonMissing;
      const wanted: Wanted[] = [];
      for (const { unit, version } of releases) {
        const release = findRelease(store, unit, version);
        if (isRefusal(release)) return release;
        wanted.push(wantedOf({ unit, version, traffic: 100, force }, release));
      }
      return giveVisitors(wanted, asker);
    },

    async promote(
      ask: Omit<Extract<Command, { command: 'promote' }>, 'command'>,
      asker: Asker,
    ): Promise<Entry[] | Refused> {
      if (ask.force && !asker.reason) return reasonMissing;
      const state = store.units().get(ask.unit);
      const command = { command: 'promote', ...ask } as const;
      if (!state?.candidate) {
        const decided = decide(state, command);
        return isRefusal(decided) ? decided : [];
      }
      // The one that is checked, and no other that has taken its place meanwhile.
      const release = findRelease(store, ask.unit, state.candidate.version);
      if (isRefusal(release)) return release;
      return giveVisitors(
        [{ release, command: { ...command, version: ask.version ?? release.version } }],
        asker,
      );
    },

    /**
     * A micro-frontend is never checked: what comes back has had visitors, it has to be quick, and the graph was kept fit for it. Of
     * a subgraph that is not so: what went live since may ask for what only the present one has.
     */
    async rollback(
      ask: Omit<Extract<Command, { command: 'rollback' }>, 'command'>,
      asker: Asker,
    ): Promise<Entry[] | Refused> {
      const command = { command: 'rollback', ...ask } as const;
      const { unit, force } = ask;
      if (!isWhole(unit)) {
        return store.append<Refused>({ ...asker, at: now() }, (units) =>
          decide(units.get(unit), { ...command, force: undefined }),
        );
      }
      if (force && !asker.reason) return reasonMissing;
      const decided = decide(store.units().get(unit), command);
      if (isRefusal(decided)) return decided;
      const [act] = decided;
      if (act?.act !== 'rollback') return [];
      const release = findRelease(store, unit, act.to);
      if (isRefusal(release)) return release;
      return giveVisitors([{ release, command: { ...command, from: act.from } }], asker);
    },

    /** Takes the next step of every ramp whose time has come, where the release is healthy. */
    async goOn(): Promise<Entry[]> {
      const taken: Entry[] = [];
      for (const [unit, state] of store.units()) {
        const { candidate } = state;
        if (!candidate || !nextStep(unit, state, now()) || !(await healthy(unit, candidate))) continue;
        const at = now();
        const step = (units: ReturnType<Store['units']>): Act[] => {
          const current = units.get(unit);
          const act = current && nextStep(unit, current, at);
          return act ? [act] : [];
        };
        taken.push(...store.append<never>({ actor: 'registry', reason: 'ramp', at }, step));
      }
      return taken;
    },

    /** The check alone, of a release that need not be here. */
    check: (release: Checked) => check(release, store.units()),
  };
}

type DeployAsk = Omit<Extract<Command, { command: 'deploy' }>, 'command'>;

/** A command, and the release that it brings to visitors. */
interface Wanted {
  release: Release;
  command: Command;
}

const wantedOf = (ask: DeployAsk, release: Release): Wanted => ({
  release,
  command: { command: 'deploy', ...ask, version: release.version },
});

/** The acts of each command; they are about one unit each, and none is about the unit of another. */
function decideEach(units: Units, commands: readonly Command[]): Act[][] | Refusal {
  const decided: Act[][] = [];
  for (const command of commands) {
    const acts = decide(units.get(command.unit), command);
    if (isRefusal(acts)) return acts;
    decided.push(acts);
  }
  return decided;
}

const withActs = (units: Units, acts: readonly Act[], at: Date): Units =>
  acts.reduce((state, act) => withAct(state, act, at.toISOString()), units);
