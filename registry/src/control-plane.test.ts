import path from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from './checks/finding.ts';
import { type Check, controlPlane, type Healthy } from './control-plane.ts';
import { openStore } from './store.ts';
import { build, temporaryFolder } from './testing.ts';

const mina = { actor: 'mina' };
const unit = 'mfe-order';

test('publishing gives nobody anything; deploying does, and the log says who did it, why, and what changed', async () => {
  const { plane, store } = await world();
  await plane.publish(await build({ version: 'v1' }), { ...mina, commit: 'abc1234' });
  expect(store.units().size).toBe(0);
  expect(store.release(unit, 'v1')).toMatchObject({ publishedBy: 'mina', commit: 'abc1234' });

  await plane.deploy({ unit, version: 'v1', traffic: 100 }, { actor: 'jun', reason: 'first of May' });
  expect(store.log({ limit: 10 })).toMatchObject([
    {
      number: 2,
      actor: 'jun',
      reason: 'first of May',
      act: { act: 'deploy', unit, version: 'v1', traffic: 100 },
      before: null,
      after: { stable: 'v1', before: [] },
    },
    { number: 1, actor: 'mina', act: { act: 'publish', unit, version: 'v1' }, before: null, after: null },
  ]);
});

test('the same content again is the same release', async () => {
  const { plane, store } = await world();
  const built = await build({ version: 'v1' });
  expect(await plane.publish(built, mina)).toMatchObject({ isNew: true });
  expect(await plane.publish(built, { actor: 'jun' })).toMatchObject({
    isNew: false,
    release: { publishedBy: 'mina' },
  });
  expect(store.lastNumber()).toBe(1);
});

test('a version may be written short, as long as only one begins like that; latest is the one published last', async () => {
  const { plane, store } = await world('a1b2', 'a1c3', 'd4e5');
  await plane.deploy({ unit, version: 'd4', traffic: 100 }, mina);
  expect(store.units().get(unit)).toMatchObject({ stable: 'd4e5' });
  await plane.deploy({ unit, version: 'a1c3', traffic: 100 }, mina);
  await plane.deploy({ unit, version: 'latest', traffic: 100 }, mina);
  expect(store.units().get(unit)).toMatchObject({ stable: 'd4e5', before: ['a1c3'] });
  expect(await plane.deploy({ unit, version: 'a1', traffic: 100 }, mina)).toMatchObject({
    refused: 'VERSION_AMBIGUOUS',
    message: 'mfe-order@a1 may be a1c3, a1b2: write more of it.',
  });
  expect(await plane.deploy({ unit, version: 'zz', traffic: 100 }, mina)).toMatchObject({
    refused: 'RELEASE_UNKNOWN',
    message: 'mfe-order has no release zz. The newest are d4e5, a1c3, a1b2.',
  });
});

test('a release that fails its check is kept and marked, and gets no visitors', async () => {
  const { plane, store } = await world('good', 'bad');
  await plane.deploy({ unit, version: 'good', traffic: 100 }, mina);
  expect(store.release(unit, 'bad')?.verdict?.findings).toEqual([missingField]);
  expect(await plane.deploy({ unit, version: 'bad', traffic: 10 }, mina)).toMatchObject({
    refused: 'CHECK_FAILED',
    message:
      'mfe-order@bad does not pass its check: Product.material does not exist. Deploy subgraphs/catalog first.',
    findings: [missingField],
  });
  expect(store.units().get(unit)).toEqual({ stable: 'good', before: [] });
});

test('what fails its check is forced with a reason only, and the log shows both', async () => {
  const { plane, store } = await world('good', 'bad');
  await plane.deploy({ unit, version: 'good', traffic: 100 }, mina);
  const forced = { unit, version: 'bad', traffic: 10, force: true } as const;
  expect(await plane.deploy(forced, mina)).toMatchObject({ refused: 'REASON_MISSING' });
  await plane.deploy(forced, { ...mina, reason: 'catalog is a minute away' });
  const [last] = store.log({ limit: 1 });
  expect(last).toMatchObject({ reason: 'catalog is a minute away', act: { version: 'bad', force: true } });

  // Forced once is not forced for everybody.
  expect(await plane.promote({ unit }, mina)).toMatchObject({ refused: 'CHECK_FAILED' });
  await plane.promote({ unit, force: true }, { ...mina, reason: 'it is there' });
  expect(store.units().get(unit)).toEqual({ stable: 'bad', before: ['good'] });
});

test('force is not noted where nothing was to be forced', async () => {
  const { plane, store } = await world('good');
  await plane.deploy({ unit, version: 'good', traffic: 100, force: true }, { ...mina, reason: 'in a hurry' });
  expect(store.log({ limit: 1 })[0]?.act).toEqual({ act: 'deploy', unit, version: 'good', traffic: 100 });
});

test('of two deployments at once one becomes the candidate, and the other is told so', async () => {
  const { plane, store } = await world('v1', 'v2', 'v3');
  await plane.deploy({ unit, version: 'v1', traffic: 100 }, mina);
  const outcomes = await Promise.all([
    plane.deploy({ unit, version: 'v2', traffic: 10 }, mina),
    plane.deploy({ unit, version: 'v3', traffic: 10 }, { actor: 'jun' }),
  ]);
  expect(outcomes).toMatchObject([
    [{ act: { version: 'v2' } }],
    { refused: 'OTHER_CANDIDATE', message: expect.stringContaining('mfe-order@v2 has 10 %') },
  ]);
  expect(store.units().get(unit)).toMatchObject({ stable: 'v1', candidate: { version: 'v2' } });
});

test('what was checked against a world that is gone is checked again before it is written', async () => {
  const asked: string[] = [];
  const { plane, store } = await world('v1', 'v2');
  await plane.deploy({ unit, version: 'v1', traffic: 100 }, mina);
  const check: Check = async ({ version }) => {
    asked.push(version);
    // Somebody else acts while this check is under way.
    if (asked.length === 1)
      store.append<never>({ actor: 'jun', at: noon }, () => [
        { act: 'publish', unit: 'mfe-x', version: 'x' },
      ]);
    return [];
  };
  const slow = controlPlane({ dir: '', store, check, healthy: () => true, now: () => noon });
  expect(await slow.deploy({ unit, version: 'v2', traffic: 10 }, mina)).toMatchObject([
    { act: { version: 'v2' } },
  ]);
  expect(asked).toEqual(['v2', 'v2']);
});

test('a ramp goes on by itself, across a restart, and only while the release is healthy', async () => {
  const { plane, restart } = await world('v1', 'v2');
  await plane.deploy({ unit, version: 'v1', traffic: 100 }, mina);
  await plane.deploy({ unit, version: 'v2', traffic: 30, to: 100, everyMs: 60_000 }, mina);
  expect(await plane.goOn()).toEqual([]);

  const sick = restart({ minutes: 1, healthy: () => false });
  expect(await sick.plane.goOn()).toEqual([]);
  const well = restart({ minutes: 5 });
  // However long it was away: one step, so that the next share is watched too.
  expect(await well.plane.goOn()).toMatchObject([{ actor: 'registry', act: { act: 'step', traffic: 60 } }]);
  expect(await well.plane.goOn()).toEqual([]);
  const last = restart({ minutes: 6 });
  await last.plane.goOn();
  expect(last.store.units().get(unit)).toEqual({ stable: 'v2', before: ['v1'] });
});

test('the second of two rollbacks of one release does not take another one away', async () => {
  const { plane, store } = await world('v1', 'v2', 'v3');
  for (const version of ['v1', 'v2', 'v3']) await plane.deploy({ unit, version, traffic: 100 }, mina);
  await plane.rollback({ unit, from: 'v3' }, mina);
  expect(await plane.rollback({ unit, from: 'v3' }, { actor: 'jun' })).toMatchObject({
    refused: 'MOVED_ON',
    message: 'mfe-order has moved on: a rollback would take v2 away now, not v3.',
  });
  expect(store.units().get(unit)).toEqual({ stable: 'v2', before: ['v1'] });
});

const noon = new Date('2026-05-05T12:00:00Z');

const missingField: Finding = {
  check: 'operations',
  severity: 'refusal',
  unit,
  release: 'bad',
  message: 'Product.material does not exist.',
  remedy: 'Deploy subgraphs/catalog first.',
};

/** A registry at noon with these releases published; a release named `bad` fails its check. */
async function world(...versions: string[]) {
  const dir = await temporaryFolder();
  const file = path.join(dir, 'registry.db');
  const start = (minutes = 0, healthy: Healthy = () => true) => {
    const store = openStore(file);
    const now = () => new Date(noon.getTime() + minutes * 60_000);
    const check: Check = async ({ version }) => (version === 'bad' ? [missingField] : []);
    return { store, plane: controlPlane({ dir, store, check, healthy, now }) };
  };
  let { store, plane } = start();
  for (const version of versions) await plane.publish(await build({ version }), mina);
  const restart = ({ minutes, healthy }: { minutes: number; healthy?: Healthy }) => {
    store.close();
    ({ store, plane } = start(minutes, healthy));
    return { store, plane };
  };
  return { store, plane, restart };
}
