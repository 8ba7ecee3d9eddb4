import path from 'node:path';
import type { HealthReport, ReleaseHealth } from '@arcade/mfe-kit/health';
import { expect, test } from 'vitest';
import { controlPlane } from '../control-plane.ts';
import { openStore } from '../store.ts';
import { build, temporaryFolder } from '../testing.ts';
import { openFigures } from './figures.ts';
import { watchRollouts } from './watch.ts';

const unit = 'mfe-order';
const mina = { actor: 'mina' };

test('a candidate that fails its visitors is rolled back by itself, and the log has the figures', async () => {
  const { watch, store } = await rollout();
  await watch.take([of('v1', 900, { boundary: [9_000] }), of('v2', 100, { boundary: numbers(3) })]);
  expect(store.units().get(unit)?.candidate).toBeDefined();
  await watch.take([of('v2', 20, { boundary: numbers(12) })]);
  expect(store.units().get(unit)).toEqual({ stable: 'v1', before: [] });
  expect(store.log({ limit: 1 })[0]).toMatchObject({
    actor: 'watch',
    reason: expect.stringMatching(
      /^mfe-order v2 rolled back: 12 of 120 visitors \(10 %\) met an error in a part of the page, 1 of 900 \(0\.11 %\) on v1; evidence .+ against a limit of 100$/,
    ),
    act: { act: 'rollback', from: 'v2', to: 'v1' },
  });
});

test('a candidate that fails as many as stable does stays, however often it is looked at', async () => {
  const { watch, store } = await rollout();
  for (let round = 0; round < 50; round++) {
    const failed = numbers(10, round * 10);
    await watch.take([
      of('v1', 900, { error: failed.slice(1) }),
      of('v2', 100, { error: failed.slice(0, 1) }),
    ]);
  }
  expect(store.units().get(unit)?.candidate).toMatchObject({ version: 'v2' });
  expect(watch.rollouts()).toMatchObject([
    { unit, candidate: 'v2', stable: 'v1', traffic: 10, verdict: 'undecided', limit: 100 },
  ]);
});

test('evidence is kept across a restart', async () => {
  const { watch, restart } = await rollout();
  await watch.take([of('v2', 100, { load: numbers(4) })]);
  const before = watch.rollouts();
  const after = await restart();
  expect(after.watch.rollouts()).toEqual(before);
  // The same visitors are no news.
  await after.watch.take([of('v2', 0, { load: numbers(4) })]);
  expect(after.watch.rollouts()[0]).toMatchObject({ evidence: before[0]?.evidence });
  await after.watch.take([of('v2', 10, { load: numbers(10) })]);
  expect(after.store.units().get(unit)?.candidate).toBeUndefined();
});

test('a release that was rolled back and is tried again begins anew', async () => {
  const { watch, plane, store, pass } = await rollout();
  await watch.take([of('v2', 100, { error: numbers(12) })]);
  expect(store.units().get(unit)?.candidate).toBeUndefined();
  pass(1);
  await plane.deploy({ unit, version: 'v2', traffic: 10 }, mina);
  expect(watch.rollouts()).toMatchObject([{ rates: { error: { candidate: { failed: 0, visitors: 0 } } } }]);
  await watch.take([of('v2', 1)]);
  expect(store.units().get(unit)?.candidate).toMatchObject({ version: 'v2' });
});

test('a ramp goes on when enough visitors met a healthy candidate in its step', async () => {
  const { watch, plane, store, pass } = await rollout({ to: 100, everyMs: 60_000 });
  await watch.take([of('v1', 3_000), of('v2', 300)]);
  expect(await plane.goOn()).toEqual([]);
  pass(1);
  expect(await plane.goOn()).toMatchObject([{ act: { act: 'step', traffic: 20 } }]);

  // Those of the step before do not count for this one.
  pass(1);
  await watch.take([of('v2', 200)]);
  expect(await plane.goOn()).toEqual([]);
  expect(watch.rollouts()).toMatchObject([{ ramp: { goOn: false, because: 'too few visitors' } }]);
  await watch.take([of('v2', 100)]);
  expect(await plane.goOn()).toMatchObject([{ act: { traffic: 40 } }]);
  expect(store.units().get(unit)?.candidate?.traffic).toBe(40);
});

test('a ramp stays where it is while its candidate is in doubt', async () => {
  const { watch, plane, pass } = await rollout({ to: 100, everyMs: 60_000 });
  await watch.take([of('v1', 3_000), of('v2', 300, { error: numbers(3) })]);
  pass(10);
  expect(await plane.goOn()).toEqual([]);
  expect(watch.rollouts()).toMatchObject([
    { verdict: 'undecided', ramp: { goOn: false, because: 'in doubt' } },
  ]);
  // As many of the others fail: it was chance, or hits both.
  await watch.take([of('v1', 100, { error: numbers(60, 100) })]);
  expect(await plane.goOn()).toMatchObject([{ act: { act: 'step', traffic: 20 } }]);
});

test('figures are summed by minute, of releases that visitors can have, for a week', async () => {
  const { watch, figures, pass, now } = await rollout();
  await watch.take([of('v1', 10, { error: [1, 2] }), of('v2', 5)]);
  await watch.take([of('v1', 3, { error: [2] }), of('never', 9), { ...of('v1', 1), unit: 'mfe-none' }]);
  const [noon, week] = [now(), 7 * 24 * 60];
  expect(figures.minutes({ since: noon })).toMatchObject([
    { minute: '2026-05-05T12:00', unit, release: 'v1', visitors: 13, failed: { error: 3, load: 0 } },
    { minute: '2026-05-05T12:00', unit, release: 'v2', visitors: 5 },
  ]);
  expect(figures.minutes({ unit: 'mfe-none', since: noon })).toEqual([]);
  pass(week + 1);
  await watch.take([of('v1', 1)]);
  expect(figures.minutes({ since: noon })).toMatchObject([{ minute: '2026-05-12T12:01', visitors: 1 }]);
});

/** v2 is being rolled out at 10 %, v1 is stable; it is noon. */
async function rollout(ramp: { to?: number; everyMs?: number } = {}) {
  const dir = await temporaryFolder();
  let minutes = 0;
  const now = () => new Date(Date.parse('2026-05-05T12:00:00Z') + minutes * 60_000);
  const start = () => {
    const store = openStore(path.join(dir, 'registry.db'));
    const figures = openFigures(path.join(dir, 'health.db'));
    const close = () => {
      store.close();
      figures.close();
    };
    const watch = watchRollouts({
      store,
      figures,
      now,
      rollBack: (what, asker) => plane.rollback(what, asker),
    });
    const plane = controlPlane({ dir, store, check: async () => [], healthy: watch.healthy, now });
    return { store, figures, watch, plane, close };
  };
  const world = start();
  for (const version of ['v1', 'v2']) await world.plane.publish(await build({ version }), mina);
  await world.plane.deploy({ unit, version: 'v1', traffic: 100 }, mina);
  await world.plane.deploy({ unit, version: 'v2', traffic: 10, ...ramp }, mina);
  return {
    ...world,
    now,
    pass: (more: number) => {
      minutes += more;
    },
    restart: async () => {
      world.close();
      return start();
    },
  };
}

function of(release: string, visitors: number, failed: ReleaseHealth['failed'] = {}): HealthReport[number] {
  return { unit, release, views: visitors, visitors, failed };
}

const numbers = (count: number, from = 0): number[] => Array.from({ length: count }, (_, at) => from + at);
