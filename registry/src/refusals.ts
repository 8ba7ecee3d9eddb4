// Why what was asked for is not done, and what to do about it.
import type { Finding } from './checks/finding.ts';
import type { Refusal } from './rollout.ts';
import type { Release, Store } from './store.ts';

export interface Refused {
  refused:
    | Refusal['refused']
    | 'RELEASE_UNKNOWN'
    | 'VERSION_AMBIGUOUS'
    | 'CHECK_FAILED'
    | 'REASON_MISSING'
    | 'BUSY';
  message: string;
  findings?: Finding[];
}

/** By its version, the beginning of one that no other has, or `latest`. */
export function findRelease(store: Store, unit: string, wanted: string): Release | Refused {
  const exact = store.release(unit, wanted);
  if (exact) return exact;
  const all = store.versions(unit);
  const [found, ...others] =
    wanted === 'latest' ? all.slice(0, 1) : all.filter((version) => version.startsWith(wanted));
  const release = found === undefined ? undefined : store.release(unit, found);
  if (!release) {
    const hint =
      all.length > 0 ? `The newest are ${all.slice(0, 3).join(', ')}.` : 'Nothing of it was published yet.';
    return { refused: 'RELEASE_UNKNOWN', message: `${unit} has no release ${wanted}. ${hint}` };
  }
  if (others.length > 0) {
    const versions = [found, ...others.slice(0, 4)].join(', ');
    return {
      refused: 'VERSION_AMBIGUOUS',
      message: `${unit}@${wanted} may be ${versions}: write more of it.`,
    };
  }
  return release;
}

export const busy: Refused = {
  refused: 'BUSY',
  message: 'What is live kept changing while this was checked. Look at the log, and ask again.',
};

export const reasonMissing: Refused = {
  refused: 'REASON_MISSING',
  message: 'What is forced needs a reason, for the log: --reason "…".',
};

export function checkFailed({ unit, version }: Release, findings: Finding[]): Refused {
  const refusals = findings.filter(({ severity }) => severity === 'refusal');
  const [first] = refusals;
  const more = refusals.length > 1 ? ` And ${refusals.length - 1} more.` : '';
  return {
    refused: 'CHECK_FAILED',
    message: `${unit}@${version} does not pass its check: ${first?.message} ${first?.remedy}${more}`,
    findings,
  };
}
