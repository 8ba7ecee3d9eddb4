// Figures by minute, put together for a chart: pure.
import { type FailureKind, failureKinds } from '@arcade/mfe-kit/health';
import { byKind } from '../watch/compare.ts';
import type { MinuteFigures } from '../watch/figures.ts';

export const windows = {
  hour: { name: 'Last hour', stepMinutes: 1, steps: 60, each: 'minute' },
  day: { name: 'Last day', stepMinutes: 60, steps: 24, each: 'hour' },
  week: { name: 'Last week', stepMinutes: 60, steps: 168, each: 'hour' },
} as const;
export type WindowName = keyof typeof windows;

/** How a release is seen now. */
export type Role = 'candidate' | 'stable' | 'earlier';

export interface Series {
  release: string;
  role: Role;
  /** By step, oldest first. */
  views: number[];
  visitors: number;
  failed: Record<FailureKind, number[]>;
}

export interface Figured {
  /** When each step begins (ISO 8601). */
  steps: string[];
  /** Candidate, stable, then what else had visitors. */
  series: Series[];
}

/** The last step is the one that is going on. */
export const firstStep = (name: WindowName, now: Date): Date => {
  const { stepMinutes, steps } = windows[name];
  const stepMs = stepMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / stepMs) * stepMs - (steps - 1) * stepMs);
};

export function seriesOf(
  minutes: readonly MinuteFigures[],
  { name, now, roleOf }: { name: WindowName; now: Date; roleOf: (release: string) => Role },
): Figured {
  const { stepMinutes, steps } = windows[name];
  const stepMs = stepMinutes * 60_000;
  const start = firstStep(name, now).getTime();
  const none = () => new Array<number>(steps).fill(0);
  const byRelease = new Map<string, Series>();
  for (const { minute, release, views, visitors, failed } of minutes) {
    const at = Math.floor((Date.parse(`${minute}Z`) - start) / stepMs);
    if (at < 0 || at >= steps) continue;
    const series = byRelease.get(release) ?? {
      release,
      role: roleOf(release),
      views: none(),
      visitors: 0,
      failed: byKind(none),
    };
    byRelease.set(release, series);
    series.views[at] = (series.views[at] ?? 0) + views;
    series.visitors += visitors;
    for (const kind of failureKinds) {
      const counts = series.failed[kind];
      counts[at] = (counts[at] ?? 0) + failed[kind];
    }
  }
  const order: Role[] = ['candidate', 'stable', 'earlier'];
  return {
    steps: Array.from({ length: steps }, (_, at) => new Date(start + at * stepMs).toISOString()),
    series: [...byRelease.values()].toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
  };
}

export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
