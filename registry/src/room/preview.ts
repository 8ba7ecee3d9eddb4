// What an act would change, and what the check says of it, before anybody confirms it. The control plane decides and checks again when it is
// done (control-plane.ts); these are the same rules.
import type { Finding } from '../checks/finding.ts';
import type { ControlPlane } from '../control-plane.ts';
import { type Differences, differences } from '../differences.ts';
import { findRelease, type Refused } from '../refusals.ts';
import { type Command, decide, isRefusal, isWhole, newestOf, type UnitState } from '../rollout.ts';
import { manifestOfRelease, type Release, type Store, withAct } from '../store.ts';

export interface Preview {
  /** Versions written in full, and with what was found, so that it is refused when that has changed. */
  command: Command;
  before: UnitState | null;
  after: UnitState | null;
  /** Undefined: nothing is checked, because what comes back has had visitors and the graph was kept fit for it. */
  findings: Finding[] | undefined;
  /** Between what most visitors have and what comes. */
  changes: Differences | undefined;
}

interface Ports {
  store: Store;
  plane: Pick<ControlPlane, 'check'>;
  now: () => Date;
}

export async function preview(wanted: Command, { store, plane, now }: Ports): Promise<Preview | Refused> {
  const units = store.units();
  const before = units.get(wanted.unit) ?? null;
  const command = inFull(wanted, before, store);
  if (isRefusal(command)) return command;
  const decided = decide(before ?? undefined, command);
  if (isRefusal(decided)) return decided;
  const at = now().toISOString();
  const after = decided.reduce((state, act) => withAct(state, act, at), units).get(command.unit) ?? null;
  const coming = after && (after.candidate?.version ?? after.stable);
  const release = coming === null ? undefined : store.release(command.unit, coming);
  const isChecked = command.command !== 'rollback' || isWhole(command.unit);
  return {
    command,
    before,
    after,
    findings: isChecked && release ? await plane.check(release) : undefined,
    changes: before && release ? changesFrom(store, goingIn(command, before), release) : undefined,
  };
}

function inFull(command: Command, before: UnitState | null, store: Store): Command | Refused {
  switch (command.command) {
    case 'deploy': {
      const release = findRelease(store, command.unit, command.version);
      if (isRefusal(release)) return release;
      return { ...command, version: release.version, from: before && newestOf(before) };
    }
    case 'promote':
      return { ...command, version: before?.candidate?.version };
    case 'rollback':
      return { ...command, from: before ? newestOf(before) : undefined };
  }
}

/** What the visitors in question have now. */
const goingIn = ({ command }: Command, before: UnitState) =>
  command === 'rollback' ? newestOf(before) : before.stable;

function changesFrom(store: Store, version: string, release: Release): Differences | undefined {
  const older = store.release(release.unit, version);
  if (!older || older.version === release.version) return undefined;
  return differences(manifestOfRelease(older), manifestOfRelease(release));
}
