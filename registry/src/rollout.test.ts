import { expect, test } from 'vitest';
import { releaseSets } from './release-sets.ts';
import { type Act, type Command, decide, evolve, isRefusal, nextStep, type UnitState } from './rollout.ts';

const unit = 'mfe-order';
const noon = '2026-05-05T12:00:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000);

test('the first release of a unit is everybody’s at once, whatever share was asked for', () => {
  expect(after(deploy('v1', 10))).toEqual({ stable: 'v1', before: [] });
});

test('a deploy that says what it found is refused when that has changed meanwhile', () => {
  const found = (from: string | null): Command => ({
    command: 'deploy',
    unit,
    version: 'v3',
    traffic: 10,
    from,
  });
  const state = after(deploy('v1'), deploy('v2'));
  expect(decide(state, found('v2'))).toHaveLength(1);
  expect(decide(undefined, found(null))).toHaveLength(1);
  expect(decide(state, found('v1'))).toEqual({
    refused: 'MOVED_ON',
    message: 'mfe-order has moved on: it is v2 now, not v1.',
  });
  expect(decide(state, found(null))).toMatchObject({ refused: 'MOVED_ON' });
  expect(decide(undefined, found('v1'))).toMatchObject({ refused: 'MOVED_ON' });
});

test('who asks for the same deploy twice, with what was found the first time, is not told that another was faster', () => {
  const share: Command = { command: 'deploy', unit, version: 'v2', traffic: 10, from: 'v1' };
  expect(decide(after(deploy('v1'), deploy('v2', 10)), share)).toEqual([]);
  expect(decide(after(deploy('v1'), deploy('v2', 20)), share)).toMatchObject({ refused: 'MOVED_ON' });
  expect(decide(after(deploy('v1'), deploy('v2')), { ...share, traffic: 100 })).toEqual([]);
  expect(decide(after(deploy('v1'), deploy('v2')), share)).toMatchObject({ refused: 'MOVED_ON' });
});

test('a share of the visitors gets the candidate, the rest what is stable', () => {
  const state = after(deploy('v1'), deploy('v2', 10));
  const candidate = { version: 'v2', traffic: 10, began: noon, since: noon };
  expect(state).toEqual({ stable: 'v1', before: [], candidate });
  expect(releaseSets(new Map([[unit, state]]))).toEqual([
    { fromNumber: 0, toNumber: 1000, versions: { [unit]: 'v2' } },
    { fromNumber: 1000, toNumber: 10_000, versions: { [unit]: 'v1' } },
  ]);
});

test('of 100,000 visitors a candidate at 0.07 % gets 7 numbers of 10,000, one at 0 % nobody', () => {
  const sharesOf = (traffic: number) =>
    releaseSets(new Map([[unit, after(deploy('v1'), deploy('v2', traffic))]])).find(
      ({ versions }) => versions[unit] === 'v2',
    );
  expect(sharesOf(0.07)).toMatchObject({ fromNumber: 0, toNumber: 7 });
  expect(sharesOf(0.29)).toMatchObject({ fromNumber: 0, toNumber: 29 });
  expect(sharesOf(0)).toBeUndefined();
});

test('two candidates make three release sets, because a visitor has one number for both', () => {
  const sets = releaseSets(
    new Map([
      ['mfe-catalog', after(deploy('c1'), deploy('c2', 25))],
      ['mfe-order', after(deploy('o1'), deploy('o2', 10))],
      ['mfe-delivery', after(deploy('d1'))],
    ]),
  );
  expect(
    sets.map(({ fromNumber, toNumber, versions }) => [fromNumber, toNumber, ...Object.values(versions)]),
  ).toEqual([
    [0, 1000, 'c2', 'o2', 'd1'],
    [1000, 2500, 'c2', 'o1', 'd1'],
    [2500, 10_000, 'c1', 'o1', 'd1'],
  ]);
});

test('a promoted candidate is stable, and the one before comes back by a rollback', () => {
  const promoted = after(deploy('v1'), deploy('v2', 10), { command: 'promote', unit });
  expect(promoted).toEqual({ stable: 'v2', before: ['v1'] });
  expect(decide(promoted, { command: 'rollback', unit })).toEqual([
    { act: 'rollback', unit, from: 'v2', to: 'v1' },
  ]);
});

test('traffic of 100 % makes a release stable', () => {
  expect(after(deploy('v1'), deploy('v2', 40), deploy('v2', 100))).toEqual({ stable: 'v2', before: ['v1'] });
});

test('a rollback takes the candidate away first, then the stable releases one by one', () => {
  const rollback: Command = { command: 'rollback', unit };
  const started = [deploy('v1'), deploy('v2'), deploy('v3', 10)];
  expect(after(...started, rollback)).toEqual({ stable: 'v2', before: ['v1'] });
  expect(after(...started, rollback, rollback)).toEqual({ stable: 'v1', before: [] });
  expect(decide(after(...started, rollback, rollback), rollback)).toMatchObject({
    refused: 'NOTHING_BEFORE',
  });
});

test('a rollback goes back five releases, so that no older one has to stay possible', () => {
  const state = after(...['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'].map((version) => deploy(version)));
  expect(state).toEqual({ stable: 'v7', before: ['v2', 'v3', 'v4', 'v5', 'v6'] });
});

test('a release that was rolled back can be deployed again, and is counted once among the earlier ones', () => {
  expect(after(deploy('v1'), deploy('v2'), deploy('v1'), deploy('v2'))).toEqual({
    stable: 'v2',
    before: ['v1'],
  });
});

test('what somebody else has already changed is not rolled back or promoted in its place', () => {
  const state = after(deploy('v1'), deploy('v2'));
  expect(decide(state, { command: 'rollback', unit, from: 'v3' })).toMatchObject({ refused: 'MOVED_ON' });
  const canary = after(deploy('v1'), deploy('v2', 10));
  expect(decide(canary, { command: 'promote', unit, version: 'v3' })).toMatchObject({ refused: 'MOVED_ON' });
});

test('asking for what is so already changes nothing', () => {
  expect(decide(after(deploy('v1')), deploy('v1'))).toEqual([]);
  expect(decide(after(deploy('v1'), deploy('v2', 10)), deploy('v2', 10))).toEqual([]);
  expect(decide(after(deploy('v1')), { command: 'promote', unit, version: 'v1' })).toEqual([]);
});

test('a second candidate is refused until the first is decided on', () => {
  const state = after(deploy('v1'), deploy('v2', 10));
  expect(decide(state, deploy('v3', 10))).toMatchObject({
    refused: 'OTHER_CANDIDATE',
    message: 'mfe-order@v2 has 10 % of the visitors: promote it or roll it back first.',
  });
  expect(decide(state, deploy('v1'))).toMatchObject({ refused: 'STABLE_ALREADY' });
});

test('a share that is no share is refused', () => {
  for (const traffic of [-1, 100.01, Number.NaN, 0.001]) {
    expect(decide(after(deploy('v1')), deploy('v2', traffic))).toMatchObject({ refused: 'TRAFFIC_INVALID' });
  }
});

test('a ramp that does not go up, or from nobody, or too fast, is refused', () => {
  const ramp = (traffic: number, to?: number, everyMs?: number) =>
    decide(after(deploy('v1')), { ...deploy('v2', traffic), to, everyMs });
  for (const wrong of [
    ramp(10, 10, 60_000),
    ramp(0, 100, 60_000),
    ramp(10, 100, 999),
    ramp(10, 100),
    ramp(10, undefined, 60_000),
  ]) {
    expect(wrong).toMatchObject({ refused: 'TRAFFIC_INVALID' });
  }
});

test('a ramp doubles the share when its time has come, and ends with a promotion', () => {
  let state = after(deploy('v1'), { ...deploy('v2', 30), to: 100, everyMs: 600_000 });
  expect(nextStep(unit, state, minutesLater(9))).toBeUndefined();
  const step = nextStep(unit, state, minutesLater(10));
  expect(step).toEqual({ act: 'step', unit, version: 'v2', traffic: 60 });
  state = apply(state, step, minutesLater(10));
  expect(nextStep(unit, state, minutesLater(19))).toBeUndefined();
  expect(nextStep(unit, state, minutesLater(20))).toEqual({ act: 'promote', unit, version: 'v2' });
});

test('a ramp to less than everybody stays there', () => {
  let state = after(deploy('v1'), { ...deploy('v2', 30), to: 50, everyMs: 600_000 });
  state = apply(state, nextStep(unit, state, minutesLater(10)), minutesLater(10));
  expect(state.candidate).toMatchObject({ traffic: 50 });
  expect(nextStep(unit, state, minutesLater(60))).toBeUndefined();
});

test('a subgraph is deployed whole', () => {
  const catalog = 'subgraphs/catalog';
  const state = evolve(undefined, { act: 'deploy', unit: catalog, version: 's1', traffic: 100 }, noon);
  expect(decide(state, { ...deploy('s2', 10), unit: catalog })).toMatchObject({ refused: 'WHOLE_ONLY' });
  expect(decide(state, { ...deploy('s2'), unit: catalog })).toMatchObject([{ act: 'deploy', version: 's2' }]);
});

function deploy(version: string, traffic = 100): Extract<Command, { command: 'deploy' }> {
  return { command: 'deploy', unit, version, traffic };
}

/** The state after these commands, all at noon. */
function after(...commands: Command[]): UnitState {
  let state: UnitState | undefined;
  for (const command of commands) {
    const acts = decide(state, command);
    if (isRefusal(acts)) throw new Error(acts.message);
    for (const act of acts) state = evolve(state, act, noon);
  }
  if (!state) throw new Error('Nothing was deployed.');
  return state;
}

function apply(state: UnitState, act: Act | undefined, at: Date): UnitState {
  const next = act && evolve(state, act, at.toISOString());
  if (!next) throw new Error('There was no act.');
  return next;
}
