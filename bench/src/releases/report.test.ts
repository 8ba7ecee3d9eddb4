import { expect, test } from 'vitest';
import { type Row, table, trends } from './report.ts';

function rows(heapAt: (releases: number) => number): Row[] {
  return Array.from({ length: 21 }, (_, at) => ({
    releases: at * 10,
    views: at * 100,
    failed: 0,
    p50: 20,
    p95: 40,
    memory: { shell: { heap: heapAt(at * 10), resident: 300 } },
    mirror: { files: 1, megabytes: 1 },
  }));
}

test('what a start takes is no growth', () => {
  expect(
    trends(
      rows((releases) => (releases < 50 ? releases : 80)),
      'heap',
    ),
  ).toEqual([{ process: 'shell', early: 80, late: 80, slope: 0 }]);
});

test('what each release leaves behind is told in kilobytes, whatever a single sample says', () => {
  const leak = (releases: number) => 80 + releases / 4 + (releases === 100 ? 50 : 0);
  expect(trends(rows(leak), 'heap')).toEqual([{ process: 'shell', early: 92.5, late: 120, slope: 256 }]);
});

test('the table has a line for each sample', () => {
  const [head, , first, second] = table(rows(() => 80)).split('\n');
  expect(head).toContain('shell: heap, RSS (MB)');
  expect(first).toMatch(/\| +0 \| +0 \| +0 \| +20, 40 \| +80\.0, 300 \| +1\.0 \|/);
  expect(second).toMatch(/\| +10 \| +100 \|/);
});
