import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addRelease } from './releases.ts';
import { build, temporaryFolder } from './testing.ts';

test('the same content twice is one release', async () => {
  const dir = await temporaryFolder();
  const built = await build({ version: 'v1' });
  expect(await addRelease(dir, built)).toEqual(await addRelease(dir, built));
  expect(await readdir(path.join(dir, 'mfe-order'))).toEqual(['v1']);
});

test('of the same release taken in many times at once one is there, and nothing beside it', async () => {
  const dir = await temporaryFolder();
  const built = await build({ version: 'v1' });
  await Promise.all(Array.from({ length: 10 }, () => addRelease(dir, built)));
  expect(await readdir(path.join(dir, 'mfe-order'))).toEqual(['v1']);
  expect(await readdir(path.join(dir, '.incoming'))).toEqual([]);
});

test('a version cannot be taken by other content', async () => {
  const dir = await temporaryFolder();
  await addRelease(dir, await build({ version: 'v1', word: 'one' }));
  await expect(addRelease(dir, await build({ version: 'v1', word: 'two' }))).rejects.toMatchObject({
    code: 'VERSION_TAKEN',
  });
  expect(await readFile(path.join(dir, 'mfe-order/v1/client/entry.js'), 'utf8')).toContain('one');
});

test('a truncated, changed, missing or linked file is refused and nothing is kept', async () => {
  const dir = await temporaryFolder();
  const damages: Array<(entry: string) => Promise<void>> = [
    (entry) => writeFile(entry, ''),
    async (entry) => writeFile(entry, (await readFile(entry, 'utf8')).replace('one', 'eno')),
    (entry) => rm(entry),
    async (entry) => {
      await rm(entry);
      await symlink('/etc/hostname', entry);
    },
  ];
  for (const damage of damages) {
    const built = await build({ version: 'v1', word: 'one' });
    await damage(path.join(built, 'client/entry.js'));
    await expect(addRelease(dir, built)).rejects.toMatchObject({ code: expect.stringMatching(/^FILE_/) });
  }
  expect(await readdir(dir)).toEqual(['.incoming']);
  expect(await readdir(path.join(dir, '.incoming'))).toEqual([]);
});

test('a manifest that points out of its folder is refused', async () => {
  const built = await build({ version: 'v1' });
  const file = path.join(built, 'manifest.json');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replaceAll('client/entry.js', 'client/../../entry.js'),
  );
  await expect(addRelease(await temporaryFolder(), built)).rejects.toMatchObject({
    code: 'MANIFEST_INVALID',
  });
});
