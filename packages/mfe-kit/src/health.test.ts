import { expect, test } from 'vitest';
import { healthReportSchema, VisitorCounts, VisitorSet } from './health.ts';

const units = { 'mfe-order': ['v1', 'v2'] };

test('a visitor who comes three times is one visitor in three views', () => {
  const counts = counting();
  counts.saw(7, 'mfe-order', 'v1');
  counts.saw(7, 'mfe-order', 'v1');
  expect(counts.drain()).toEqual([{ unit: 'mfe-order', release: 'v1', views: 2, visitors: 1, failed: {} }]);
  counts.saw(7, 'mfe-order', 'v1');
  expect(counts.drain()).toMatchObject([{ views: 1, visitors: 0 }]);
});

test('a visitor whose page fails a hundred times between two reports is named once', () => {
  const counts = counting();
  for (let time = 0; time < 100; time++) counts.failed(4_294_967_295, 'mfe-order', 'v2', 'boundary');
  const report = counts.drain();
  expect(report).toMatchObject([{ release: 'v2', failed: { boundary: [4_294_967_295] } }]);
  expect(healthReportSchema.parse(report)).toEqual(report);
});

test('where nothing happened, nothing is reported', () => {
  const counts = counting();
  expect(counts.drain()).toEqual([]);
  counts.saw(7, 'mfe-order', 'v1');
  counts.drain();
  expect(counts.drain()).toEqual([]);
});

test('releases that are not live are not counted', () => {
  const counts = counting();
  counts.saw(7, 'mfe-order', 'made-up');
  counts.failed(7, 'made-up', 'v1', 'error');
  expect(counts.drain()).toEqual([]);
});

test('when a candidate comes, its stable is counted from the same moment', () => {
  const counts = new VisitorCounts();
  counts.live({ 'mfe-order': ['v1'], 'mfe-catalog': ['v1'] });
  counts.saw(7, 'mfe-order', 'v1');
  counts.saw(7, 'mfe-catalog', 'v1');
  counts.live({ ...units, 'mfe-catalog': ['v1'] });
  counts.drain();
  counts.saw(7, 'mfe-order', 'v1');
  counts.saw(7, 'mfe-catalog', 'v1');
  expect(counts.drain()).toMatchObject([
    { unit: 'mfe-order', visitors: 1 },
    { unit: 'mfe-catalog', visitors: 0 },
  ]);
});

test('a report stays small, however many fail', () => {
  const counts = counting();
  for (let visitor = 0; visitor < 20_000; visitor++) counts.failed(visitor, 'mfe-order', 'v2', 'load');
  expect(counts.drain()[0]?.failed.load).toHaveLength(10_000);
});

test('a set of fixed size tells most of 100,000 visitors apart, and goes on from its bytes', () => {
  const set = new VisitorSet(20);
  let visitor = 1;
  let fresh = 0;
  for (let count = 0; count < 100_000; count++) {
    visitor = (Math.imul(visitor, 1_664_525) + 1_013_904_223) >>> 0;
    if (set.add(visitor)) fresh++;
  }
  expect(fresh).toBeGreaterThan(94_000);
  expect(set.bytes).toHaveLength(131_072);
  expect(new VisitorSet(set.bytes).add(visitor)).toBe(false);
});

function counting(): VisitorCounts {
  const counts = new VisitorCounts();
  counts.live(units);
  return counts;
}
