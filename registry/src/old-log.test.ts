import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeOverOldLog } from './old-log.ts';
import { addRelease } from './releases.ts';
import { openStore } from './store.ts';
import { build, temporaryFolder } from './testing.ts';

test('a folder with the old log keeps all that it had: what is live, what was before, each act and release', async () => {
  const dir = await oldFolder([
    ['release', 'mfe-order', 'v1'],
    ['release', 'mfe-catalog', 'c1'],
    ['release', 'mfe-order', 'v2'],
    ['release', 'mfe-order', 'v3'],
    ['rollback', 'mfe-order', 'v2'],
  ]);
  const store = open(dir);
  expect(await takeOverOldLog(dir, store)).toBe(5);
  expect([...store.units()]).toEqual([
    ['mfe-order', { stable: 'v2', before: ['v1'] }],
    ['mfe-catalog', { stable: 'c1', before: [] }],
  ]);
  expect(store.versions('mfe-order').toSorted()).toEqual(['v1', 'v2', 'v3']);
  const log = store.log({ limit: 10 });
  expect(log[0]).toMatchObject({
    at: '2026-05-05T12:00:04.000Z',
    actor: 'unknown (old log)',
    act: { act: 'rollback', unit: 'mfe-order', from: 'v3', to: 'v2' },
  });
  expect(await readdir(path.join(dir, '.deployments'))).toHaveLength(5);
});

test('the old log is taken over once', async () => {
  const dir = await oldFolder([['release', 'mfe-order', 'v1']]);
  const store = open(dir);
  await takeOverOldLog(dir, store);
  expect(await takeOverOldLog(dir, store)).toBe(0);
  expect(store.lastNumber()).toBe(1);
});

test('a release whose folder is gone is missing, and nothing else is', async () => {
  const dir = await oldFolder([
    ['release', 'mfe-order', 'v1'],
    ['release', 'mfe-order', 'v2'],
  ]);
  await rm(path.join(dir, 'mfe-order/v1'), { recursive: true });
  const store = open(dir);
  await takeOverOldLog(dir, store);
  expect(store.versions('mfe-order')).toEqual(['v2']);
  expect(store.units().get('mfe-order')).toEqual({ stable: 'v2', before: ['v1'] });
});

test('a new folder begins with an empty log', async () => {
  const dir = await temporaryFolder();
  const store = open(dir);
  expect(await takeOverOldLog(dir, store)).toBe(0);
  expect(store.units().size).toBe(0);
});

function open(dir: string) {
  const store = openStore(path.join(dir, '.registry.db'));
  onTestFinished(() => store.close());
  return store;
}

/** A folder as the registry without a database left it, an act a second. */
async function oldFolder(acts: [act: string, unit: string, version: string][]): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(path.join(dir, '.deployments'));
  for (const [n, [act, unit, version]] of acts.entries()) {
    if (act === 'release') await addRelease(dir, await build({ unit, version }));
    const file = path.join(dir, '.deployments', `${String(n + 1).padStart(8, '0')}.json`);
    await writeFile(file, JSON.stringify({ act, unit, version, at: `2026-05-05T12:00:0${n}.000Z` }));
  }
  return dir;
}
