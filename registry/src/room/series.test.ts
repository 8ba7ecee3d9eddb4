import { expect, test } from 'vitest';
import { byKind } from '../watch/compare.ts';
import type { MinuteFigures } from '../watch/figures.ts';
import { type Role, seriesOf } from './series.ts';

const now = new Date('2026-05-05T12:30:20Z');
const roleOf = (release: string): Role =>
  release === 'v2' ? 'candidate' : release === 'v1' ? 'stable' : 'earlier';

test('of the last hour every minute is a step, the last one is going on, and the candidate is first', () => {
  const { steps, series } = seriesOf(
    [at('11:30', 'v1', 9), at('11:31', 'v1', 1), at('12:30', 'v1', 2), at('12:30', 'v2', 3, 1)],
    {
      name: 'hour',
      now,
      roleOf,
    },
  );
  expect([steps.length, steps[0], steps.at(-1)]).toEqual([
    60,
    '2026-05-05T11:31:00.000Z',
    '2026-05-05T12:30:00.000Z',
  ]);
  expect(series.map(({ release }) => release)).toEqual(['v2', 'v1']);
  expect(series[1]?.views).toEqual([1, ...new Array(58).fill(0), 2]);
  expect(series[0]?.failed.error.at(-1)).toBe(1);
});

test('of the last day every hour is a step, with all its minutes', () => {
  const { series } = seriesOf([at('11:01', 'v0', 4), at('11:59', 'v0', 5), at('12:00', 'v0', 1)], {
    name: 'day',
    now,
    roleOf,
  });
  expect(series).toHaveLength(1);
  expect(series[0]?.views.slice(-3)).toEqual([0, 9, 1]);
  expect(series[0]?.role).toBe('earlier');
});

function at(time: string, release: string, views: number, errors = 0): MinuteFigures {
  const failed = { ...byKind(() => 0), error: errors };
  return { minute: `2026-05-05T${time}`, unit: 'mfe-order', release, views, visitors: views, failed };
}
