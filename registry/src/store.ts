// What the registry knows, in one SQLite file: releases, and the log of acts from which everything else follows. The log is
// only ever appended to, and what is decided on is what is there when it is written: two acts at once come one after the
// other, also from two processes.
import { DatabaseSync } from 'node:sqlite';
import type { Finding } from './checks/finding.ts';
import { parseManifest, type ReleaseManifest } from './manifests.ts';
import { type Act, evolve, type UnitState } from './rollout.ts';
import { schema, toEntry, toRelease } from './tables.ts';

/** By unit, of those with visitors. */
export type Units = ReadonlyMap<string, UnitState>;

export interface By {
  actor: string;
  reason?: string | undefined;
  at: Date;
}

export interface Entry {
  /** 1, 2, 3, … without a gap. */
  number: number;
  /** ISO 8601 */
  at: string;
  actor: string;
  reason?: string;
  act: Act;
  /** The unit as it was and as it became; null: no release of it had visitors. */
  before: UnitState | null;
  after: UnitState | null;
}

export interface Release {
  unit: string;
  version: string;
  /** manifest.json, byte for byte: its integrity value is in the discovery document. */
  manifestText: string;
  publishedAt: string;
  publishedBy: string;
  commit?: string;
  /** What the last check found; a check looks at what is live, so the next may find something else. */
  verdict?: Verdict;
}

export interface Verdict {
  at: string;
  findings: Finding[];
}

export interface Store {
  units(): Units;
  /** Number of the last act; 0 for none. Changes when, and only when, something that follows from acts does. */
  lastNumber(): number;
  /** Appends what is decided, all of it or nothing. Whatever is decided but a list of acts is handed back. */
  append<Refused extends object>(by: By, decide: (units: Units) => Act[] | Refused): Entry[] | Refused;
  /** Gives whether it was new. */
  addRelease(release: Omit<Release, 'verdict'>, by: By): boolean;
  saveVerdict(unit: string, version: string, verdict: Verdict): void;
  release(unit: string, version: string): Release | undefined;
  /** Newest first. */
  releases(unit: string, limit: number): Release[];
  /** All of them, newest first. */
  versions(unit: string): string[];
  /** Units that ever had a release. */
  unitNames(): string[];
  /** The versions that have visitors, had some after that moment, or would get them by rollbacks. */
  givenSince(moment: Date): { unit: string; version: string }[];
  /** Writes what was kept elsewhere before, in one go. */
  takeOver(releases: readonly Omit<Release, 'verdict'>[], acts: readonly { act: Act; by: By }[]): void;
  /** Newest first; `below`: only older ones. */
  log(page: { unit?: string | undefined; below?: number | undefined; limit: number }): Entry[];
  close(): void;
}

/** How long a writer waits for another process's. */
const BUSY_MS = 5_000;

export function openStore(file: string): Store {
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  // FULL: what was answered as done is on disk, also when the power fails.
  db.exec('pragma journal_mode = wal; pragma synchronous = full;');
  let units: Units = new Map();
  let last = 0;

  const transact = <Result>(work: () => Result): Result => {
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec('commit');
      return result;
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  };
  transact(() => {
    const version = Number(db.prepare('pragma user_version').get()?.user_version);
    if (version === 0) db.exec(schema);
    else if (version > 1) throw new Error(`${file} was written by a newer registry (schema ${version}).`);
  });

  const newer = db.prepare('select number, at, act from acts where number > ? order by number');
  const insertAct = db.prepare(
    'insert into acts (number, at, actor, reason, unit, act, before, after) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertRelease = db.prepare(
    'insert into releases (unit, version, manifest, published_at, published_by, commit_id) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const upsertVerdict = db.prepare(
    'insert or replace into verdicts (unit, version, verdict) values (?, ?, ?)',
  );
  const releasesAndVerdicts =
    'select * from releases left join verdicts using (unit, version) where unit = ?';
  const selectRelease = db.prepare(`${releasesAndVerdicts} and version = ?`);
  const newestFirst = 'order by published_at desc, releases.rowid desc';
  const selectReleases = db.prepare(`${releasesAndVerdicts} ${newestFirst} limit ?`);
  const selectVersions = db.prepare(`select version from releases where unit = ? ${newestFirst}`);
  const selectUnits = db.prepare('select distinct unit from releases order by unit');
  // What had visitors until an act is in what was before it. Numbers grow with time, so that is where to look first.
  const selectTakenSince = db.prepare(`
    select unit, before from acts
    where number > (select coalesce(max(number), 0) from acts where at <= ?) and act ->> 'act' <> 'publish'
  `);
  const selectLog = db.prepare(
    'select * from acts where (?1 is null or unit = ?1) and number < ?2 order by number desc limit ?3',
  );

  /** Gives whether it was new. */
  const insert = ({ unit, version, manifestText, ...facts }: Omit<Release, 'verdict'>): boolean => {
    const { publishedAt, publishedBy, commit } = facts;
    return (
      insertRelease.run(unit, version, manifestText, publishedAt, publishedBy, commit ?? null).changes > 0
    );
  };

  /** Takes in what another process has appended. */
  const catchUp = () => {
    for (const row of newer.iterate(last)) {
      units = withAct(units, JSON.parse(String(row.act)), String(row.at));
      last = Number(row.number);
    }
  };

  /** Only inside a transaction. Memory follows when the transaction has ended well. */
  const write = (acts: Act[], { actor, reason, at }: By): { entries: Entry[]; units: Units } => {
    let next = units;
    const entries = acts.map((act, n): Entry => {
      const before = next.get(act.unit) ?? null;
      next = withAct(next, act, at.toISOString());
      const after = next.get(act.unit) ?? null;
      const number = last + n + 1;
      const facts = [actor, reason ?? null, act.unit, JSON.stringify(act)] as const;
      insertAct.run(number, at.toISOString(), ...facts, JSON.stringify(before), JSON.stringify(after));
      return { number, at: at.toISOString(), actor, ...(reason && { reason }), act, before, after };
    });
    return { entries, units: next };
  };
  const remember = (written: { entries: Entry[]; units: Units }) => {
    units = written.units;
    last += written.entries.length;
    return written.entries;
  };

  return {
    units() {
      catchUp();
      return units;
    },
    lastNumber() {
      catchUp();
      return last;
    },
    append(by, decide) {
      const outcome = transact(() => {
        catchUp();
        const decided = decide(units);
        return Array.isArray(decided) ? write(decided, by) : { refused: decided };
      });
      return 'refused' in outcome ? outcome.refused : remember(outcome);
    },
    addRelease(release, by) {
      const { unit, version, commit } = release;
      const act: Act = { act: 'publish', unit, version, ...(commit && { commit }) };
      const written = transact(() => {
        catchUp();
        return write(insert(release) ? [act] : [], by);
      });
      return remember(written).length > 0;
    },
    takeOver(releases, acts) {
      transact(() => {
        for (const release of releases) insert(release);
        for (const { act, by } of acts) {
          write([act], by);
          catchUp();
        }
      });
    },
    saveVerdict: (unit, version, verdict) => void upsertVerdict.run(unit, version, JSON.stringify(verdict)),
    release(unit, version) {
      const row = selectRelease.get(unit, version);
      return row && toRelease(row);
    },
    releases: (unit, limit) => selectReleases.all(unit, limit).map(toRelease),
    versions: (unit) => selectVersions.all(unit).map(({ version }) => String(version)),
    unitNames: () => selectUnits.all().map(({ unit }) => String(unit)),
    givenSince(moment) {
      catchUp();
      const given = new Map<string, { unit: string; version: string }>();
      const add = (unit: string, versions: readonly string[]) => {
        for (const version of versions) given.set(`${unit}@${version}`, { unit, version });
      };
      for (const [unit, state] of units) add(unit, [...givenBy(state), ...state.before]);
      for (const { unit, before } of selectTakenSince.all(moment.toISOString())) {
        const state: UnitState | null = JSON.parse(String(before));
        if (state) add(String(unit), givenBy(state));
      }
      return [...given.values()];
    },
    log: ({ unit, below, limit }) =>
      selectLog.all(unit ?? null, below ?? Number.MAX_SAFE_INTEGER, limit).map(toEntry),
    close: () => db.close(),
  };
}

export const manifestOfRelease = ({ manifestText }: Pick<Release, 'manifestText'>): ReleaseManifest =>
  parseManifest(JSON.parse(manifestText));

export function withAct(units: Units, act: Act, at: string): Units {
  const state = evolve(units.get(act.unit), act, at);
  return state ? new Map(units).set(act.unit, state) : units;
}

const givenBy = ({ stable, candidate }: UnitState) => [stable, ...(candidate ? [candidate.version] : [])];
