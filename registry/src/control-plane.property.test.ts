// Whatever is asked, by whomever, in whatever order, with restarts in between.
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Check, controlPlane } from './control-plane.ts';
import { releaseSets } from './release-sets.ts';
import { evolve, stableTraffic, type UnitState } from './rollout.ts';
import { openStore, type Store } from './store.ts';
import { manifestOf, temporaryFolder } from './testing.ts';

const units = ['mfe-order', 'subgraphs/order'];
const versions = ['v1', 'v2', 'v3', 'bad'];

const unit = fc.constantFrom(...units);
const version = fc.constantFrom(...versions);
const traffic = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0.07, 10, 33.33, 100, 100) },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 10_100 }).map((n) => n / 100) },
);
const ramp = fc.option(fc.record({ to: fc.constantFrom(50, 100), everyMs: fc.constant(60_000) }), {
  nil: {},
  freq: 2,
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ask: fc.constant('deploy'), unit, version, traffic, ramp }) },
  { weight: 2, arbitrary: fc.record({ ask: fc.constant('promote'), unit, version: fc.option(version) }) },
  { weight: 3, arbitrary: fc.record({ ask: fc.constant('rollback'), unit, version: fc.option(version) }) },
  { weight: 2, arbitrary: fc.record({ ask: fc.constant('wait'), minutes: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ ask: fc.constant('restart') }) },
);

test('there is always one stable release, shares sum to 100, nobody gets what failed its check, and log and state agree', async () => {
  const dir = await temporaryFolder();
  const published = path.join(dir, 'published.db');
  publishAll(published);
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
      const file = path.join(dir, `${++runs}.db`);
      await copyFile(published, file);
      let now = Date.parse('2026-05-05T12:00:00Z');
      const check: Check = async (release) =>
        release.version === 'bad' ? [{ ...refusal, unit: release.unit, release: release.version }] : [];
      const start = () => {
        const store = openStore(file);
        return {
          store,
          plane: controlPlane({ dir, store, check, healthy: () => true, now: () => new Date(now) }),
        };
      };
      let { store, plane } = start();
      try {
        for (const one of steps) {
          switch (one.ask) {
            case 'deploy': {
              const { unit, version, traffic, ramp } = one;
              await plane.deploy({ unit, version, traffic, ...ramp }, { actor: 'mina' });
              break;
            }
            case 'promote':
              await plane.promote({ unit: one.unit, version: one.version ?? undefined }, { actor: 'mina' });
              break;
            case 'rollback':
              await plane.rollback({ unit: one.unit, from: one.version ?? undefined }, { actor: 'mina' });
              break;
            case 'wait':
              for (let minute = 0; minute < one.minutes; minute++) {
                now += 60_000;
                await plane.goOn();
              }
              break;
            case 'restart': {
              const before = store.units();
              store.close();
              ({ store, plane } = start());
              expect(store.units()).toEqual(before);
            }
          }
          expectSound(store);
        }
      } finally {
        store.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

function expectSound(store: Store): void {
  const states = store.units();
  for (const [, state] of states) {
    const { stable, before, candidate } = state;
    expect(stable).not.toBe(candidate?.version);
    expect(before).toEqual([...new Set(before)]);
    expect(before).not.toContain(stable);
    expect(candidate?.traffic ?? 0).toBeLessThan(100);
    expect(stableTraffic(state) + (candidate?.traffic ?? 0)).toBeCloseTo(100, 9);
    expect(stableTraffic(state)).toBeGreaterThan(0);
  }
  expect(states.get('subgraphs/order')?.candidate).toBeUndefined();

  const sets = releaseSets(states);
  expect(sets.map(({ fromNumber }) => fromNumber)).toEqual([
    0,
    ...sets.slice(0, -1).map(({ toNumber }) => toNumber),
  ]);
  expect(sets.at(-1)?.toNumber).toBe(10_000);
  for (const [unit, { candidate }] of states) {
    const got = sets.filter(({ versions }) => versions[unit] === candidate?.version);
    const numbers = got.reduce((sum, { fromNumber, toNumber }) => sum + toNumber - fromNumber, 0);
    expect(numbers).toBe(Math.round((candidate?.traffic ?? 0) * 100));
  }
  expect(sets.flatMap(({ versions }) => Object.values(versions))).not.toContain('bad');

  // The log alone gives the state, and every entry says what was before and after it.
  const told = new Map<string, UnitState | null>();
  for (const { number, act, at, before, after } of store.log({ limit: 1_000 }).toReversed()) {
    expect(before, `before of ${number}`).toEqual(told.get(act.unit) ?? null);
    expect(after, `after of ${number}`).toEqual(evolve(before ?? undefined, act, at) ?? null);
    told.set(act.unit, after);
  }
  expect(new Map([...told].filter(([, state]) => state))).toEqual(new Map(states));
}

const refusal = {
  check: 'slots',
  severity: 'refusal',
  message: 'It is bad.',
  remedy: 'Make it good.',
} as const;

function publishAll(file: string): void {
  const store = openStore(file);
  for (const unit of units) {
    for (const version of versions) {
      const manifestText = JSON.stringify(manifestOf({ unit, version }));
      const at = new Date('2026-05-05T11:00:00Z');
      const facts = { publishedAt: at.toISOString(), publishedBy: 'mina' };
      store.addRelease({ unit, version, manifestText, ...facts }, { actor: 'mina', at });
    }
  }
  store.close();
}
