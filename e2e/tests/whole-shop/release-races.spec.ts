// Acts that meet one another, or the end of the registry: afterwards log and state agree, and shoppers have seen nothing of it.
import { evolve, type UnitState } from '../../../registry/src/rollout.ts';
import type { Registry } from '../../registry.ts';
import type { Unit } from '../../release.ts';
import { test as base, expect } from '../../rollout.ts';
import { shop } from '../../shop.ts';
import { pageView } from '../../visitors.ts';
import { articleWithStock } from '../../world.ts';

/** Shoppers come from the beginning to the end of each of these tests, and each gets a page with all that is on it. */
const test = base.extend<{ shoppers: undefined }>({
  shoppers: [
    async ({ registry: _ }, use) => {
      const { handle } = await articleWithStock(5);
      const met: { status: number; whole: boolean }[] = [];
      let isOpen = true;
      const come = async () => {
        while (isOpen) {
          const { status, html } = await pageView(`/en/p/${handle}`);
          met.push({ status, whole: !html.includes('data-failed') });
        }
      };
      const coming = Promise.all([come(), come()]);
      await use(undefined);
      isOpen = false;
      await coming;
      expect(met.length).toBeGreaterThan(1);
      expect(met.filter(({ status, whole }) => status !== 200 || !whole)).toEqual([]);
    },
    { auto: true },
  ],
});

test.slow();

const units: readonly Unit[] = ['mfe-catalog', 'mfe-order', 'mfe-delivery'];
const order = 'mfe-order';

/** Every act follows from the one before, and what is live follows from all of them; each unit has one stable release. */
async function logAndStateAgree(registry: Registry): Promise<void> {
  const log = await wholeLog(registry);
  expect(log.map(({ number }) => number)).toEqual(log.map((_, at) => at + 1));
  const folded = new Map<string, UnitState>();
  for (const { number, act, at, before, after } of log) {
    expect(before, `before act ${number}`).toEqual(folded.get(act.unit) ?? null);
    const state = evolve(folded.get(act.unit), act, at);
    if (state) folded.set(act.unit, state);
    expect(after, `after act ${number}`).toEqual(state ?? null);
  }
  const live = await registry.live();
  const states = Object.entries(live).map(([unit, { stable, candidate, before }]) => [
    unit,
    { stable: stable.version, before, ...(candidate && { candidate }) },
  ]);
  expect(Object.fromEntries(folded)).toEqual(Object.fromEntries(states));
  for (const { stable, candidate } of Object.values(live)) {
    expect(stable.traffic + (candidate?.traffic ?? 0)).toBe(100);
  }
}

/** Oldest first. */
async function wholeLog(registry: Registry) {
  const limit = 500;
  const pages = [await registry.log({ limit })];
  for (let last = pages[0]; last?.length === limit; pages.push(last)) {
    last = await registry.log({ limit, below: last.at(-1)?.number ?? 1 });
  }
  return pages.flat().toReversed();
}

const publishTwo = (registry: Registry, unit: Unit) =>
  Promise.all([registry.publish(unit, {}), registry.publish(unit, {})]);

test('Of two deploys at once of one unit one is done, and the other is told of it', async ({ registry }) => {
  const two = await publishTwo(registry, order);
  for (let round = 0; round < 5; round++) {
    const outcomes = await Promise.allSettled(
      two.map((version) => registry.deploy(order, version, { traffic: 10 })),
    );
    const done = two.filter((_, at) => outcomes[at]?.status === 'fulfilled');
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'OTHER_CANDIDATE' })]);
    const { candidate } = await registry.liveOf(order);
    expect(done).toEqual([candidate?.version]);
    await registry.rollback(order, candidate?.version ?? '');
  }
  await logAndStateAgree(registry);
});

test('Two deploys at once for everybody come one after the other, and both can be taken back', async ({
  registry,
}) => {
  const { stable: before } = await registry.liveOf(order);
  const two = await publishTwo(registry, order);
  await Promise.all(two.map((version) => registry.deploy(order, version, { traffic: 100 })));
  const { stable: last, before: earlier } = await registry.liveOf(order);
  const first = two.find((version) => version !== last.version) ?? '';
  expect(two).toContain(last.version);
  expect(earlier.slice(-2)).toEqual([before.version, first]);
  await registry.rollback(order, last.version);
  await registry.rollback(order, first);
  expect((await registry.liveOf(order)).stable).toEqual(before);
  await logAndStateAgree(registry);
});

test('Teams deploy, promote and roll back at once, each its own unit', async ({ registry }) => {
  const releases = await Promise.all(
    units.map(async (unit) => ({ unit, version: await registry.publish(unit, {}) })),
  );
  const all = (act: (unit: string, version: string) => Promise<unknown>) =>
    Promise.all(releases.map(({ unit, version }) => act(unit, version)));
  await all((unit, version) => registry.deploy(unit, version, { traffic: 10 }));
  await all(async (unit, version) =>
    expect((await registry.liveOf(unit)).candidate).toMatchObject({ version, traffic: 10 }),
  );
  await all((unit) => registry.promote(unit));
  await all(async (unit, version) => expect((await registry.liveOf(unit)).stable.version).toBe(version));
  await all((unit, version) => registry.rollback(unit, version));
  await logAndStateAgree(registry);
});

test('A deploy during a rollback comes before or after it', async ({ registry }) => {
  const [going, coming] = await publishTwo(registry, order);
  const { stable } = await registry.liveOf(order);
  for (let round = 0; round < 5; round++) {
    await registry.deploy(order, going, { traffic: 10 });
    const deploy = () => registry.deploy(order, coming, { traffic: 10 });
    const early = round % 2 === 0 ? deploy() : undefined;
    const [rolledBack, deployed] = await Promise.allSettled([
      registry.rollback(order, going),
      early ?? deploy(),
    ]);
    expect(rolledBack.status).toBe('fulfilled');
    const { candidate, stable: now } = await registry.liveOf(order);
    expect(now.version).toBe(stable.version);
    if (deployed.status === 'fulfilled') {
      expect(candidate?.version).toBe(coming);
      await registry.rollback(order, coming);
    } else {
      expect(deployed.reason).toMatchObject({ code: 'OTHER_CANDIDATE' });
      expect(candidate).toBeNull();
    }
  }
  await logAndStateAgree(registry);
});

test('The registry is killed while it is asked to act: what it has answered is done, and the rest can be asked again', async ({
  registry,
}) => {
  const releases = await Promise.all(
    units.map(async (unit) => ({ unit, version: await registry.publish(unit, {}) })),
  );
  const deployAll = () =>
    Promise.allSettled(releases.map(({ unit, version }) => registry.deploy(unit, version, { traffic: 10 })));
  const rollBackAll = () =>
    Promise.allSettled(releases.map(({ unit, version }) => registry.rollback(unit, version)));

  for (const act of [deployAll, rollBackAll, deployAll]) {
    const restarts = (await shop.status()).processes.registry?.restarts ?? 0;
    const [outcomes] = await Promise.all([act(), shop.act('registry', 'kill')]);
    await expect
      .poll(async () => (await shop.status()).processes.registry, { timeout: 30_000 })
      .toMatchObject({ state: 'ready', restarts: restarts + 1 });
    for (const [at, { unit, version }] of releases.entries()) {
      if (outcomes[at]?.status !== 'fulfilled') continue;
      const { candidate } = await registry.liveOf(unit);
      expect(candidate?.version).toBe(act === deployAll ? version : undefined);
    }
    await logAndStateAgree(registry);
    await act();
    for (const { unit, version } of releases) {
      const { candidate } = await registry.liveOf(unit);
      expect(candidate?.version).toBe(act === deployAll ? version : undefined);
    }
  }
  await logAndStateAgree(registry);
});
