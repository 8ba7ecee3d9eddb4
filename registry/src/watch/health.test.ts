import { failureKinds, type HealthReport, type ReleaseHealth } from '@arcade/mfe-kit/health';
import { expect, test } from 'vitest';
import { RolloutHealth, rateOf } from './health.ts';
import { whyRolledBack } from './reason.ts';

const rollout = { unit: 'mfe-order', candidate: '1.4.0', stable: '1.3.9' };

test('visitors and failing visitors of both releases are summed over reports and shells', () => {
  const watch = new RolloutHealth(rollout);
  watch.take([of('1.4.0', 10, { error: [1] }), of('1.3.9', 90, { error: [2, 3] })], 0.1);
  watch.take([of('1.4.0', 5), of('1.3.9', 45, { error: [4], slow: [2] })], 0.1);
  expect(watch.exposed).toBe(15);
  expect(watch.health().rates.error).toMatchObject({
    candidate: { failed: 1, visitors: 15 },
    stable: { failed: 3, visitors: 135 },
  });
  expect(watch.health().rates.slow.stable).toMatchObject({ failed: 1, visitors: 135 });
});

test('one broken visitor who reloads a hundred times is one failure', () => {
  const watch = new RolloutHealth(rollout);
  for (let reload = 0; reload < 100; reload++) watch.take([of('1.4.0', 0, { boundary: [7] })], 0.01);
  expect(watch.health().rates.boundary.candidate.failed).toBe(1);
  expect(watch.health().verdict).toBe('undecided');
});

test('whom stable failed before brings no failure to the candidate when moved there', () => {
  const watch = new RolloutHealth(rollout);
  const broken = numbers(50);
  watch.take([of('1.3.9', 1_000, { error: broken })], 0.1);
  const before = watch.health();
  watch.take([of('1.4.0', 500, { error: broken })], 0.5);
  expect(watch.health()).toMatchObject({
    evidence: before.evidence,
    rates: { error: { candidate: { failed: 0 } } },
  });
});

test('who is named on both sides at once counts for stable, whatever the order', () => {
  const watch = new RolloutHealth(rollout);
  watch.take([of('1.4.0', 1, { error: [7] }), of('1.3.9', 1, { error: [7] })], 0.5);
  expect(watch.health().rates.error).toMatchObject({ candidate: { failed: 0 }, stable: { failed: 1 } });
});

test('other units and releases do not count', () => {
  const watch = new RolloutHealth(rollout);
  watch.take([{ ...of('1.4.0', 9, { load: [1] }), unit: 'mfe-catalog' }, of('1.2.0', 9, { load: [1] })], 0.5);
  expect(watch.exposed).toBe(0);
  expect(watch.health().rates.load.candidate).toMatchObject({ failed: 0, visitors: 0, low: 0, high: 1 });
});

test('when the share went down, those who still sit on the candidate are not held against it', () => {
  const fair = new RolloutHealth(rollout);
  fair.take([of('1.4.0', 500), of('1.3.9', 500)], 0.5);
  fair.take([of('1.4.0', 0, { error: numbers(6) })], 0.01);
  expect(fair.health().verdict).toBe('undecided');
  const small = new RolloutHealth(rollout);
  small.take([of('1.4.0', 10, { error: numbers(6) })], 0.01);
  expect(small.health().verdict).toBe('worse');
});

test('who looks at a candidate that nobody is given proves nothing against it', () => {
  const watch = new RolloutHealth(rollout);
  watch.take([of('1.4.0', 3, { error: numbers(5) })], 0);
  expect(watch.health().verdict).toBe('undecided');
  watch.take([of('1.4.0', 0, { error: numbers(5) })], 0.1);
  expect(watch.health().verdict).toBe('worse');
});

test('the watch goes on after a restart, and knows who failed before', () => {
  const watch = new RolloutHealth(rollout);
  watch.take([of('1.4.0', 210, { error: numbers(5) }), of('1.3.9', 1_890, { error: [100] })], 0.5);
  const again = new RolloutHealth(rollout, JSON.parse(JSON.stringify(watch.save())));
  expect(again.health()).toEqual(watch.health());
  again.take([of('1.4.0', 0, { error: numbers(5) })], 0.5);
  expect(again.health()).toEqual(watch.health());
});

test('the log says why with the figures', () => {
  const watch = new RolloutHealth(rollout);
  watch.take(
    [of('1.4.0', 210, { boundary: numbers(14) }), of('1.3.9', 1_890, { boundary: [100, 101, 102] })],
    0.1,
  );
  const health = watch.health();
  expect(health).toMatchObject({ verdict: 'worse', kind: 'boundary' });
  expect(whyRolledBack(rollout, { ...health, evidence: 412.7 })).toBe(
    'mfe-order 1.4.0 rolled back: 14 of 210 visitors (6.7 %) met an error in a part of the page, ' +
      '3 of 1,890 (0.16 %) on 1.3.9; evidence 412 against a limit of 100',
  );
  expect(whyRolledBack(rollout, health)).toMatch(/evidence above 1,000,000 against/);
});

test('all that a report can say fits into what is kept', () => {
  const watch = new RolloutHealth(rollout);
  const failed = Object.fromEntries(failureKinds.map((kind) => [kind, numbers(10_000)]));
  watch.take([of('1.4.0', 10_000, failed)], 0.5);
  expect(JSON.stringify(watch.save()).length).toBeLessThan(120_000);
});

test('intervals stay between nothing and everybody', () => {
  expect(rateOf(0, 300)).toMatchObject({ rate: 0, low: 0, high: expect.closeTo(0.0126, 4) });
  expect(rateOf(14, 210)).toMatchObject({ low: expect.closeTo(0.0401, 4), high: expect.closeTo(0.1088, 4) });
  expect(rateOf(5, 5).high).toBe(1);
  // A report of failures may come before the one that counts the visitors.
  expect(rateOf(3, 0)).toMatchObject({ visitors: 3, rate: 1 });
});

function of(release: string, visitors: number, failed: ReleaseHealth['failed'] = {}): HealthReport[number] {
  return { unit: 'mfe-order', release, views: visitors, visitors, failed };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
