// What an act did, as one would say it: on a terminal and in the control room.
import type { Entry } from './store.ts';

/** How words are set that tell at a glance: what is good, what is watched, what is gone, and what matters less. */
export interface Tones {
  good: (text: string) => string;
  careful: (text: string) => string;
  bad: (text: string) => string;
  faint: (text: string) => string;
}

const asItIs = (text: string) => text;
const plain: Tones = { good: asItIs, careful: asItIs, bad: asItIs, faint: asItIs };

export function sentence(
  { act, before, after }: Pick<Entry, 'act' | 'before' | 'after'>,
  { good, careful, bad, faint }: Tones = plain,
): string {
  const name = (version: string) => `${act.unit}@${version}`;
  const was = before ? faint(` (before: ${before.stable})`) : '';
  switch (act.act) {
    case 'publish':
      return `${name(act.version)} is published${faint(fromCommit(act.commit))}`;
    case 'deploy': {
      const forced = act.force ? bad(' (forced)') : '';
      if (after?.stable === act.version) return `${good(name(act.version))} is stable${was}${forced}`;
      return `${careful(name(act.version))} ${given(act.traffic, faint)}${forced}`;
    }
    case 'step':
      return `${careful(name(act.version))} ${given(act.traffic, faint)}`;
    case 'promote':
      return `${good(name(act.version))} is stable${was}${act.force ? bad(' (forced)') : ''}`;
    case 'rollback':
      return `${bad(name(act.from))} is taken back; ${good(act.to)} has everybody`;
  }
}

export const fromCommit = (commit: string | undefined) =>
  commit === undefined ? '' : ` from ${shortCommit(commit)}`;

/** As short as git shows it; what follows it (`-dirty`) stays. */
export const shortCommit = (commit: string) => commit.replace(/^([0-9a-f]{7})[0-9a-f]*/, '$1');

/** Candidates have the low numbers, of 0 to 9999. */
function given(traffic: number, faint: Tones['faint']): string {
  const last = Math.round(traffic * 100) - 1;
  if (last < 0) return 'gets no visitors';
  return `gets ${percent(traffic)} of the visitors ${faint(last === 0 ? '(number 0)' : `(numbers 0 to ${last})`)}`;
}

export const percent = (share: number) => `${share} %`;

export function duration(ms: number): string {
  const units: [string, number][] = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
  ];
  const [unit, size] = units.find(([, size]) => ms % size === 0) ?? ['ms', 1];
  return `${ms / size}${unit}`;
}

/** To the minute, UTC. */
export const when = (at: string) => at.slice(0, 16).replace('T', ' ');
