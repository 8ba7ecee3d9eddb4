// How releases and the log are kept (store.ts): the tables, and what a row of them says.
import type { SQLOutputValue } from 'node:sqlite';
import type { Entry, Release } from './store.ts';

export const schema = `
  create table releases (
    unit text not null,
    version text not null,
    manifest text not null,
    published_at text not null,
    published_by text not null,
    commit_id text,
    primary key (unit, version)
  ) strict;
  create table verdicts (
    unit text not null,
    version text not null,
    verdict text not null,
    primary key (unit, version)
  ) strict;
  create table acts (
    number integer primary key,
    at text not null,
    actor text not null,
    reason text,
    unit text not null,
    act text not null,
    before text not null,
    after text not null
  ) strict;
  create index acts_of_unit on acts (unit, number);
  create trigger releases_stay before update on releases begin select raise(abort, 'a release never changes'); end;
  create trigger acts_stay before update on acts begin select raise(abort, 'the log is only appended to'); end;
  create trigger acts_are_kept before delete on acts begin select raise(abort, 'the log is only appended to'); end;
  pragma user_version = 1;
`;

type Row = Record<string, SQLOutputValue>;

export const toRelease = (row: Row): Release => ({
  unit: String(row.unit),
  version: String(row.version),
  manifestText: String(row.manifest),
  publishedAt: String(row.published_at),
  publishedBy: String(row.published_by),
  ...(row.commit_id !== null && { commit: String(row.commit_id) }),
  ...(row.verdict !== null && { verdict: JSON.parse(String(row.verdict)) }),
});

export const toEntry = (row: Row): Entry => ({
  number: Number(row.number),
  at: String(row.at),
  actor: String(row.actor),
  ...(row.reason !== null && { reason: String(row.reason) }),
  act: JSON.parse(String(row.act)),
  before: JSON.parse(String(row.before)),
  after: JSON.parse(String(row.after)),
});
