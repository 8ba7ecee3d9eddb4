import { expect, test } from 'vitest';
import { build } from '../testing.ts';
import { world } from './testing.ts';

test('a share is said with the numbers of the visitors who are in it', async () => {
  const { arcade } = await world('a1', 'b2');
  await arcade('deploy', 'mfe-order@a1');
  const give = async (traffic: string) => (await arcade('deploy', 'mfe-order@b2', '--traffic', traffic)).said;
  expect(await give('0.01')).toBe('mfe-order@b2 gets 0.01 % of the visitors (number 0)');
  expect(await give('0.07')).toBe('mfe-order@b2 gets 0.07 % of the visitors (numbers 0 to 6)');
  expect(await give('0')).toBe('mfe-order@b2 gets no visitors');
});

test('the status says how a candidate fares beside its stable release', async () => {
  const { arcade, shell } = await world('a1', 'b2');
  await arcade('deploy', 'mfe-order@a1');
  expect((await arcade('status')).said).not.toContain('evidence');
  await arcade('deploy', 'mfe-order@b2', '--traffic', '10', '--to', '100', '--every', '10m');
  const about = { unit: 'mfe-order', views: 1 };
  await shell.post('health', [
    { ...about, release: 'a1', visitors: 90, failed: { error: [5_000] } },
    { ...about, release: 'b2', visitors: 10, failed: { error: [1, 2], slow: [3] } },
  ]);
  const { said } = await arcade('status', 'mfe-order');
  expect(
    said
      .slice(said.indexOf('\n\n') + 2)
      .replaceAll(/ {2,}/g, ' | ')
      .split('\n'),
  ).toEqual([
    'mfe-order | candidate b2 | stable a1',
    'visitors | 10 | 90',
    'met an error that nobody caught | 2 (20 %) | 1 (1.1 %)',
    'had a slow or jumping page | 1 (10 %) | 0 (0 %)',
    expect.stringMatching(/^evidence that it is worse: \d+\.\d; at 100 it is rolled back$/),
    'its ramp waits: its time has not come',
  ]);
  expect(JSON.parse((await arcade('status', '--json')).said).rollouts).toMatchObject([
    { candidate: 'b2', rates: { error: { candidate: { failed: 2, visitors: 10 } } } },
  ]);
});

test('the commit that a release comes from is in the status and in the log, with what was not committed', async () => {
  const { arcade, admin } = await world();
  const commit = `${'c584e9c'.padEnd(40, '0')}-dirty`;
  await admin.publishFolder('mfe-order', await build({ version: 'a1' }), commit);
  expect((await arcade('log')).said).toMatch(/mfe-order@a1 is published from c584e9c-dirty$/);
  expect((await arcade('status')).said).toMatch(/ from c584e9c-dirty$/);
  const wrong = admin.publishFolder('mfe-order', await build({ version: 'b2' }), 'HEAD');
  await expect(wrong).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
});
