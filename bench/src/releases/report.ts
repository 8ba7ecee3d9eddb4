/** The table of a run, and whether memory is flat. */
import { median } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Sample } from './memory.ts';

export interface Row {
  releases: number;
  views: number;
  failed: number;
  /** Of the pages since the row before, milliseconds. */
  p50: number;
  p95: number;
  memory: Record<string, Sample>;
  mirror: { files: number; megabytes: number };
}

export interface Trend {
  process: string;
  /** Lowest heap of the first and of the last releases after the start, megabytes. */
  early: number;
  late: number;
  /** Theil–Sen: the median of the slopes between all pairs of samples, so that no single one decides. Kilobytes a release. */
  slope: number;
}

/** So many releases at the start are not compared: caches fill up to their limits, and V8 compiles what is hot. */
const WARM_UP = 50;
const WINDOW = 50;

export function trends(rows: readonly Row[], what: keyof Sample): Trend[] {
  const warm = rows.filter(({ releases }) => releases >= WARM_UP);
  const last = warm.at(-1)?.releases ?? 0;
  return Object.keys(rows[0]?.memory ?? {}).map((process) => {
    const points = warm.map(({ releases, memory }) => ({
      releases,
      megabytes: memory[process]?.[what] ?? Number.NaN,
    }));
    const lowest = (among: typeof points) => Math.min(...among.map(({ megabytes }) => megabytes));
    return {
      process,
      early: lowest(points.filter(({ releases }) => releases <= WARM_UP + WINDOW)),
      late: lowest(points.filter(({ releases }) => releases > last - WINDOW)),
      slope: 1_024 * slopeOf(points),
    };
  });
}

function slopeOf(points: readonly { releases: number; megabytes: number }[]): number {
  const slopes = points.flatMap((one, at) =>
    points.slice(at + 1).map((other) => (other.megabytes - one.megabytes) / (other.releases - one.releases)),
  );
  return median(slopes);
}

export function table(rows: readonly Row[]): string {
  const processes = Object.keys(rows[0]?.memory ?? {});
  const head = [
    'releases',
    'page views',
    'failed',
    'p50, p95 (ms)',
    ...processes.map((name) => `${name}: heap, RSS (MB)`),
    'mirror (MB)',
  ];
  const lines = rows.map(({ releases, views, failed, p50, p95, memory, mirror }) => [
    releases,
    views.toLocaleString('en'),
    failed,
    `${p50.toFixed(0)}, ${p95.toFixed(0)}`,
    ...processes.map((name) => {
      const { heap = Number.NaN, resident = Number.NaN } = memory[name] ?? {};
      return `${heap.toFixed(1)}, ${resident.toFixed(0)}`;
    }),
    mirror.megabytes.toFixed(1),
  ]);
  return markdownTable([head, ...lines]);
}

export function trendTable(rows: readonly Row[]): string {
  const resident = trends(rows, 'resident');
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
  const lines = trends(rows, 'heap').map(({ process, early, late, slope }) => [
    process,
    early.toFixed(1),
    late.toFixed(1),
    signed(slope),
    signed(resident.find((one) => one.process === process)?.slope ?? Number.NaN),
  ]);
  return markdownTable([
    [
      'process',
      `least heap, releases ${WARM_UP}–${WARM_UP + WINDOW} (MB)`,
      `least heap, last ${WINDOW} (MB)`,
      'heap (KB a release)',
      'RSS (KB a release)',
    ],
    ...lines,
  ]);
}
