// What is live follows from acts, and which acts follow from a command is decided here. Nothing else knows the rules.
//
// A unit has exactly one stable release, and at most one candidate that a share of the visitors gets. A candidate that
// everybody would get is the stable release: traffic of 100 % makes it that.

/** What the log holds; a later act may rely on every earlier one. */
export type Act =
  /** `commit`: hex, with `-dirty` behind it when it was built from more than that. */
  | { act: 'publish'; unit: string; version: string; commit?: string }
  /** `traffic` in percent; 100 makes it stable. With `to` it doubles every `everyMs` until it has arrived there. */
  | {
      act: 'deploy';
      unit: string;
      version: string;
      traffic: number;
      to?: number | undefined;
      everyMs?: number | undefined;
      force?: true | undefined;
    }
  /** The next step of a ramp. */
  | { act: 'step'; unit: string; version: string; traffic: number }
  /** The candidate becomes stable. */
  | { act: 'promote'; unit: string; version: string; force?: true | undefined }
  /** The candidate is taken away, or the stable release before the present one comes back. */
  | { act: 'rollback'; unit: string; from: string; to: string; force?: true | undefined };

export interface UnitState {
  stable: string;
  /** What rollbacks would bring back, one after the other: earlier stable releases, each once, the newest last. */
  before: string[];
  candidate?: Candidate;
}

/**
 * How far back rollbacks go. All that they could bring back has to stay possible on the live graph; what is older is deployed
 * by name, after a check.
 */
export const RECALLABLE = 5;

export interface Candidate {
  version: string;
  /** Percent of visitors, less than 100, two decimals. */
  traffic: number;
  /** When it became the candidate, and when it got this share (ISO 8601). */
  began: string;
  since: string;
  ramp?: { to: number; everyMs: number };
}

export type Command =
  | {
      command: 'deploy';
      unit: string;
      version: string;
      traffic: number;
      to?: number | undefined;
      everyMs?: number | undefined;
      /** The candidate, else the stable release, as the asker saw it; null: none. Undefined: whatever it is. */
      from?: string | null | undefined;
      force?: true | undefined;
    }
  | { command: 'promote'; unit: string; version?: string | undefined; force?: true | undefined }
  /** `from`: the release that shall go, as the asker saw it; another one is not rolled back in its place. */
  | { command: 'rollback'; unit: string; from?: string | undefined; force?: true | undefined };

export interface Refusal {
  refused:
    | 'TRAFFIC_INVALID'
    | 'WHOLE_ONLY'
    | 'STABLE_ALREADY'
    | 'OTHER_CANDIDATE'
    | 'NO_CANDIDATE'
    | 'NOTHING_LIVE'
    | 'NOTHING_BEFORE'
    | 'MOVED_ON';
  message: string;
}

export const isRefusal = (value: object): value is { refused: string; message: string } => 'refused' in value;

/** The router follows one supergraph, and a shell is whoever it is: they have no share of visitors. */
export const isWhole = (unit: string) => unit.startsWith('subgraphs/') || unit === 'shell';

export const stableTraffic = ({ candidate }: UnitState) => hundredths(100 - (candidate?.traffic ?? 0));

/** No act: what is asked for is so already. */
export function decide(state: UnitState | undefined, command: Command): Act[] | Refusal {
  switch (command.command) {
    case 'deploy':
      return decideDeploy(state, command);
    case 'promote':
      return decidePromote(state, command);
    case 'rollback':
      return decideRollback(state, command);
  }
}

function decideDeploy(
  state: UnitState | undefined,
  { command: _, ...ask }: Extract<Command, { command: 'deploy' }>,
): Act[] | Refusal {
  const { unit, version, traffic, to, everyMs, from } = ask;
  const wrong = wrongTraffic(ask);
  if (wrong) return refuse('TRAFFIC_INVALID', wrong);
  if (state && isWhole(unit) && traffic < 100) {
    return refuse('WHOLE_ONLY', `${unit} is deployed whole, for all visitors at once: leave --traffic out.`);
  }
  // Before what was found is looked at: who asks twice finds what the first one did.
  if (state && isSo(state, ask)) return [];
  const newest = state ? newestOf(state) : null;
  if (from !== undefined && from !== newest) {
    const now = newest ?? 'without a release that has visitors';
    return refuse('MOVED_ON', `${unit} has moved on: it is ${now} now, not ${from ?? 'without a release'}.`);
  }
  // There is nobody yet who could have the rest.
  if (!state) return [{ act: 'deploy', unit, version, traffic: 100, ...(ask.force && { force: true }) }];
  const { stable, candidate } = state;
  if (candidate && candidate.version !== version) {
    const { version: other, traffic: share } = candidate;
    return stable === version
      ? refuse('STABLE_ALREADY', `${unit}@${version} is stable already; roll ${other} (${share} %) back.`)
      : refuse(
          'OTHER_CANDIDATE',
          `${unit}@${other} has ${share} % of the visitors: promote it or roll it back first.`,
        );
  }
  if (stable === version) return [];
  const ramp = to !== undefined && everyMs !== undefined ? { to, everyMs } : undefined;
  return [{ act: 'deploy', unit, version, traffic, ...ramp, ...(ask.force && { force: true }) }];
}

type DeployAsk = Omit<Extract<Command, { command: 'deploy' }>, 'command'>;

function isSo({ stable, candidate }: UnitState, { version, traffic, to, everyMs }: DeployAsk): boolean {
  if (!candidate) return stable === version && traffic === 100;
  const { ramp } = candidate;
  const isSameShare = candidate.traffic === traffic && ramp?.to === to && ramp?.everyMs === everyMs;
  return candidate.version === version && isSameShare;
}

function decidePromote(
  state: UnitState | undefined,
  { unit, version, force }: Extract<Command, { command: 'promote' }>,
): Act[] | Refusal {
  const candidate = state?.candidate;
  if (!candidate) {
    if (state && state.stable === version) return [];
    return refuse('NO_CANDIDATE', `${unit} has no candidate to promote: deploy one first.`);
  }
  if (version !== undefined && candidate.version !== version) {
    return refuse('MOVED_ON', `The candidate of ${unit} is ${candidate.version} now, not ${version}.`);
  }
  return [{ act: 'promote', unit, version: candidate.version, ...(force && { force: true }) }];
}

function decideRollback(
  state: UnitState | undefined,
  { unit, from, force }: Extract<Command, { command: 'rollback' }>,
): Act[] | Refusal {
  if (!state) return refuse('NOTHING_LIVE', `${unit} has no release with visitors.`);
  const { stable, candidate, before } = state;
  const going = newestOf(state);
  const to = candidate ? stable : before.at(-1);
  if (from !== undefined && from !== going) {
    return refuse('MOVED_ON', `${unit} has moved on: a rollback would take ${going} away now, not ${from}.`);
  }
  if (to === undefined) return refuse('NOTHING_BEFORE', `${unit} has no earlier release to go back to.`);
  return [{ act: 'rollback', unit, from: going, to, ...(force && { force: true }) }];
}

/** What a rollback would take away. */
export const newestOf = ({ stable, candidate }: UnitState) => candidate?.version ?? stable;

/** The next step of a ramp whose time has come; twice the share, so that 1 % is everybody after seven steps. */
export function nextStep(unit: string, state: UnitState, now: Date): Act | undefined {
  const { candidate } = state;
  if (!candidate?.ramp || candidate.traffic >= candidate.ramp.to) return undefined;
  const { version, ramp, since } = candidate;
  if (now.getTime() < Date.parse(since) + ramp.everyMs) return undefined;
  const traffic = hundredths(Math.min(ramp.to, candidate.traffic * 2));
  return traffic === 100 ? { act: 'promote', unit, version } : { act: 'step', unit, version, traffic };
}

export function evolve(state: UnitState | undefined, act: Act, at: string): UnitState | undefined {
  switch (act.act) {
    case 'publish':
      return state;
    case 'deploy': {
      const { version, traffic, to, everyMs } = act;
      if (!state || traffic === 100) return becomeStable(state, version);
      const ramp = to !== undefined && everyMs !== undefined ? { ramp: { to, everyMs } } : {};
      const began = state.candidate?.version === version ? state.candidate.began : at;
      return { ...state, candidate: { version, traffic, began, since: at, ...ramp } };
    }
    case 'step':
      if (state?.candidate?.version !== act.version) return state;
      return { ...state, candidate: { ...state.candidate, traffic: act.traffic, since: at } };
    case 'promote':
      return becomeStable(state, act.version);
    case 'rollback': {
      if (!state) return state;
      const { stable, before, candidate } = state;
      if (candidate?.version === act.from) return { stable, before };
      return { stable: act.to, before: before.slice(0, before.lastIndexOf(act.to)) };
    }
  }
}

function becomeStable(state: UnitState | undefined, version: string): UnitState {
  const earlier = state ? [...state.before, state.stable] : [];
  return { stable: version, before: earlier.filter((one) => one !== version).slice(-RECALLABLE) };
}

function wrongTraffic({ unit, traffic, to, everyMs }: DeployAsk) {
  const isShare = (value: number) => value >= 0 && value <= 100 && hundredths(value) === value;
  if (!isShare(traffic)) return `Traffic is 0 to 100 (percent, two decimals), not ${traffic}.`;
  if (to === undefined && everyMs === undefined) return undefined;
  if (to === undefined || everyMs === undefined) return 'A ramp needs both: --to 100 --every 10m.';
  if (isWhole(unit)) return `${unit} is deployed whole: leave --to and --every out.`;
  if (!isShare(to) || to <= traffic) return `A ramp goes up: --to is more than ${traffic} and at most 100.`;
  // Twice nothing is nothing.
  if (traffic === 0) return 'A ramp begins with some visitors: give --traffic more than 0.';
  if (!Number.isInteger(everyMs) || everyMs < 1_000) return 'A step of a ramp takes one second or more.';
  return undefined;
}

const hundredths = (percent: number) => Math.round(percent * 100) / 100;

const refuse = (refused: Refusal['refused'], message: string): Refusal => ({ refused, message });
