import { execFile } from 'node:child_process';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from './store.ts';
import { manifestOf, temporaryFolder } from './testing.ts';

const unit = 'mfe-order';
const by = { actor: 'mina', at: new Date('2026-05-05T12:00:00Z') };

test('what one process appends the other sees, and numbers stay without a gap', async () => {
  const file = path.join(await temporaryFolder(), 'registry.db');
  const [one, other] = [open(file), open(file)];
  for (let n = 1; n <= 5; n++) {
    for (const store of [one, other]) {
      store.append<never>(by, (units) => [
        { act: 'deploy', unit, version: `${units.get(unit)?.stable ?? 'v'}.`, traffic: 100 },
      ]);
    }
  }
  expect(one.units()).toEqual(other.units());
  expect(one.units().get(unit)?.stable).toBe('v..........');
  expect(one.log({ limit: 20 }).map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('of what several processes append at once nothing is lost, and each decides on what the others have done', async () => {
  const file = path.join(await temporaryFolder(), 'registry.db');
  open(file);
  const script = `
    import { openStore } from '${path.join(import.meta.dirname, 'store.ts')}';
    const store = openStore('${file}');
    for (let n = 0; n < 25; n++) {
      store.append({ actor: String(process.pid), at: new Date() }, (units) => [
        { act: 'deploy', unit: '${unit}', version: 'v' + (Number(units.get('${unit}')?.stable.slice(1) ?? 0) + 1), traffic: 100 },
      ]);
    }`;
  const processes = [1, 2, 3].map(() =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]),
  );
  await Promise.all(processes);
  const store = open(file);
  expect(store.units().get(unit)?.stable).toBe('v75');
  expect(store.lastNumber()).toBe(75);
});

test('of a decision that cannot be written whole nothing is written', async () => {
  const file = path.join(await temporaryFolder(), 'registry.db');
  const store = open(file);
  const other = new DatabaseSync(file);
  other.exec(
    `create trigger full before insert on acts when new.act like '%v2%' begin select raise(abort, 'disk is full'); end`,
  );
  other.close();
  expect(() =>
    store.append<never>(by, () => [
      { act: 'deploy', unit, version: 'v1', traffic: 100 },
      { act: 'deploy', unit, version: 'v2', traffic: 100 },
    ]),
  ).toThrow('disk is full');
  expect(store.units().size).toBe(0);
  expect(store.lastNumber()).toBe(0);
});

test('neither the log nor a release can be changed afterwards, whoever tries', async () => {
  const file = path.join(await temporaryFolder(), 'registry.db');
  const store = open(file);
  const manifestText = JSON.stringify(manifestOf({ version: 'v1' }));
  store.addRelease(
    { unit, version: 'v1', manifestText, publishedAt: by.at.toISOString(), publishedBy: 'mina' },
    by,
  );
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  expect(() => db.exec(`update acts set actor = 'nobody'`)).toThrow('the log is only appended to');
  expect(() => db.exec('delete from acts')).toThrow('the log is only appended to');
  expect(() => db.exec(`update releases set manifest = '{}'`)).toThrow('a release never changes');
});

test('a database of a newer registry is left alone', async () => {
  const file = path.join(await temporaryFolder(), 'registry.db');
  const db = new DatabaseSync(file);
  db.exec('pragma user_version = 2');
  db.close();
  expect(() => openStore(file)).toThrow('was written by a newer registry (schema 2)');
});

test('the log is read page by page, of one unit or of all', async () => {
  const store = open(path.join(await temporaryFolder(), 'registry.db'));
  for (const unit of ['mfe-a', 'mfe-b', 'mfe-a', 'mfe-b']) {
    const version = `v${store.lastNumber()}`;
    store.append<never>(by, () => [{ act: 'deploy', unit, version, traffic: 100 }]);
  }
  const numbers = (page: Parameters<typeof store.log>[0]) => store.log(page).map(({ number }) => number);
  expect(numbers({ limit: 3 })).toEqual([4, 3, 2]);
  expect(numbers({ limit: 3, below: 2 })).toEqual([1]);
  expect(numbers({ limit: 3, unit: 'mfe-a' })).toEqual([3, 1]);
});

function open(file: string) {
  const store = openStore(file);
  onTestFinished(() => store.close());
  return store;
}
