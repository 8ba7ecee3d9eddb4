import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { type TestDatabase, testDatabase } from '../src/testing.ts';
import type { NoTables } from './publisher.ts';

let folder: string;
let db: TestDatabase<NoTables>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcade-migrations-'));
  await cp(new URL('./migrations/', import.meta.url), folder, { recursive: true });
  db = await testDatabase({ migrations: pathToFileURL(folder), schema: {} });
});

afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

test('instances that start together migrate once', async () => {
  await writeFile(join(folder, '0002_slow.sql'), 'select pg_sleep(0.2); create table slow ();');
  await Promise.all([1, 2, 3].map(() => migrate(db, pathToFileURL(folder))));
  const { rows } = await db.pool.query(`select name from migration where owner = 'service' order by name`);
  expect(rows).toEqual([{ name: '0001_effect.sql' }, { name: '0002_slow.sql' }]);
});

test('a file that was applied may not be changed', async () => {
  await writeFile(join(folder, '0001_effect.sql'), 'create table other ();');
  await expect(migrate(db, pathToFileURL(folder))).rejects.toThrow(/0001_effect\.sql was changed after/);
});
