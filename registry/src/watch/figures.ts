// What the watch keeps: figures of every release by minute, for charts, and how far each rollout's evidence is, so that it goes on after a
// restart. In a file of its own, because nothing that visitors get follows from it: it may be lost, and need not be on disk before
// a report is answered.
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { type FailureKind, failureKinds, type HealthReport } from '@arcade/mfe-kit/health';
import { byKind } from './compare.ts';
import type { SavedHealth } from './health.ts';

export interface MinuteFigures {
  /** `2026-05-05T12:00`, UTC */
  minute: string;
  unit: string;
  release: string;
  views: number;
  visitors: number;
  /** As they were reported: somebody whom a release fails in two minutes is in both. */
  failed: Record<FailureKind, number>;
}

export interface SavedRollout {
  /** When the candidate got its first visitors (ISO 8601): a release that is tried again begins anew. */
  began: string;
  step: Step;
  health: SavedHealth;
}

export interface Step {
  /** When the candidate got its present share. */
  since: string;
  /** Visitors who had met it until then. */
  metBefore: number;
}

export interface Figures {
  /** All of it or nothing. */
  record(at: Date, report: HealthReport, rollouts: readonly SavedRollout[]): void;
  rollout(unit: string): SavedRollout | undefined;
  /** Oldest first. */
  minutes(of: { unit?: string | undefined; since: Date }): MinuteFigures[];
  close(): void;
}

const KEPT_MS = 7 * 24 * 3_600_000;

const schema = `
  create table if not exists figures (
    minute text not null,
    unit text not null,
    release text not null,
    views integer not null,
    visitors integer not null,
    ${failureKinds.map((kind) => `${kind} integer not null`).join(', ')},
    primary key (minute, unit, release)
  ) strict, without rowid;
  create table if not exists rollouts (unit text primary key, saved text not null) strict;
`;

export function openFigures(file: string): Figures {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(`pragma journal_mode = wal; pragma synchronous = normal; ${schema}`);
  const columns = ['views', 'visitors', ...failureKinds];
  const add = db.prepare(`
    insert into figures (minute, unit, release, ${columns.join(', ')}) values (?, ?, ?, ${columns.map(() => '?').join(', ')})
    on conflict do update set ${columns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}
  `);
  const forget = db.prepare('delete from figures where minute < ?');
  const save = db.prepare('insert or replace into rollouts (unit, saved) values (?, ?)');
  const selectRollout = db.prepare('select saved from rollouts where unit = ?');
  const selectMinutes = db.prepare(
    'select * from figures where minute >= ?1 and (?2 is null or unit = ?2) order by minute, unit, release',
  );
  let forgottenIn = '';

  return {
    record(at, report, rollouts) {
      const minute = minuteOf(at);
      db.exec('begin immediate');
      try {
        for (const { unit, release, views, visitors, failed } of report) {
          const counts = failureKinds.map((kind) => failed[kind]?.length ?? 0);
          add.run(minute, unit, release, views, visitors, ...counts);
        }
        for (const rollout of rollouts) save.run(rollout.health.rollout.unit, JSON.stringify(rollout));
        if (forgottenIn !== minute) forget.run(minuteOf(new Date(at.getTime() - KEPT_MS)));
        db.exec('commit');
        forgottenIn = minute;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    rollout(unit) {
      const row = selectRollout.get(unit);
      return row && JSON.parse(String(row.saved));
    },
    minutes: ({ unit, since }) => selectMinutes.all(minuteOf(since), unit ?? null).map(toFigures),
    close: () => db.close(),
  };
}

const minuteOf = (at: Date) => at.toISOString().slice(0, 16);

const toFigures = (row: Record<string, SQLOutputValue>): MinuteFigures => ({
  minute: String(row.minute),
  unit: String(row.unit),
  release: String(row.release),
  views: Number(row.views),
  visitors: Number(row.visitors),
  failed: byKind((kind) => Number(row[kind])),
});
