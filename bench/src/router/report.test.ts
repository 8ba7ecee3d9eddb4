import { expect, test } from 'vitest';
import { type Round, ratio, report, warning } from './report.ts';

const round = (requestsPerSecond: number): Round => ({
  requestsPerSecond,
  p50: 1,
  p95: 2,
  cpuPerRequest: 0.5,
  busy: 0.99,
  others: 0.01,
  subgraphRequests: 16,
  memory: 100,
});

test('a ratio compares rounds that ran beside each other, and takes the middle one', () => {
  const ours = [200, 20, 300].map(round);
  const theirs = [100, 10, 100].map(round);
  expect(ratio(ours, theirs, 'requestsPerSecond')).toBe(2);
});

test('there is no ratio to who was not measured', () => {
  expect(ratio([round(100)], [], 'requestsPerSecond')).toBeUndefined();
});

test('a row compares only with the same workload and the same sharing', () => {
  const measured = [
    { workload: 'heavy', mode: 'alone', contender: 'Arcade', rounds: [round(600)] },
    { workload: 'heavy', mode: 'alone', contender: 'Hive', rounds: [round(400)] },
    { workload: 'heavy', mode: 'reads', contender: 'Arcade', rounds: [round(900)] },
    { workload: 'heavy', mode: 'reads', contender: 'Hive', rounds: [round(300)] },
  ];
  const cells = report(measured, ['Hive'])
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').at(-2)?.trim());
  expect(cells).toEqual(['1.50 (1.00)', '–', '3.00 (1.00)', '–']);
});

test('what the system does not tell is a dash', () => {
  const unknown = { ...round(10), cpuPerRequest: undefined, busy: undefined, memory: undefined };
  const table = report([{ workload: 'small', mode: 'alone', contender: 'Arcade', rounds: [unknown] }], []);
  const cells = table
    .split('\n')[2]
    ?.split('|')
    .map((cell) => cell.trim());
  expect(cells?.slice(7, 11)).toEqual(['–', '–', '16.0', '–']);
});

test('a machine that does something else is named', () => {
  const measured = (others: number) => [
    { workload: 'small', mode: 'alone', contender: 'arcade', rounds: [{ ...round(10), others }] },
  ];
  expect(warning(measured(0.4))).toMatch('Something else took 40 % of the router');
  expect(warning(measured(0.02))).toBeUndefined();
});
