/** The table that a run prints. */
import { median } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';

export interface Round {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  /** Milliseconds of the router's CPU; undefined where the system does not tell. */
  cpuPerRequest: number | undefined;
  /** Share of one core that the router used. */
  busy: number | undefined;
  /** Share of its core that others used. */
  others: number | undefined;
  /** Requests that it sent to subgraphs for one request of a client. */
  subgraphRequests: number;
  /** Resident megabytes after the round. */
  memory: number | undefined;
}

/** All rounds of one contender; the rounds of others with the same number ran beside it. */
export interface Measured {
  workload: string;
  mode: string;
  contender: string;
  rounds: readonly Round[];
}

/** The middle one of the rounds' ratios: what slows the machine for a while slows the rounds beside it as well. */
export function ratio(
  ours: readonly Round[],
  theirs: readonly Round[],
  figure: 'requestsPerSecond' | 'cpuPerRequest',
): number | undefined {
  const ratios = ours.flatMap((round, index) => {
    const one = round[figure];
    const other = theirs[index]?.[figure];
    return one === undefined || other === undefined ? [] : one / other;
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

/**
 * A Markdown table, one row for each contender in each mode of each workload. Beside each of `peers` that was measured alike: how many
 * times its requests a second, and (in parentheses) how many times fewer CPU a request.
 */
export function report(measured: readonly Measured[], peers: readonly string[]): string {
  const head = [
    'workload',
    'shared',
    'router',
    'requests/s',
    'p50 ms',
    'p95 ms',
    'CPU ms/request',
    'core used',
    'subgraph requests',
    'RSS MB',
    ...peers.map((peer) => `× ${peer} (CPU)`),
  ];
  const rows = measured.map(({ workload, mode, contender, rounds }) => {
    const of = (figure: keyof Round, digits: number) => {
      const values = rounds.flatMap((round) => round[figure] ?? []);
      return values.length > 0 ? median(values).toFixed(digits) : '–';
    };
    const busy = rounds.flatMap((round) => round.busy ?? []);
    return [
      workload,
      mode,
      contender,
      of('requestsPerSecond', 0),
      of('p50', 1),
      of('p95', 1),
      of('cpuPerRequest', 2),
      busy.length > 0 ? `${(median(busy) * 100).toFixed(0)} %` : '–',
      of('subgraphRequests', 1),
      of('memory', 0),
      ...peers.map((peer) => {
        const other = measured.find(
          (each) => each.contender === peer && each.workload === workload && each.mode === mode,
        );
        if (!other || contender === peer) return '–';
        const times = ratio(rounds, other.rounds, 'requestsPerSecond')?.toFixed(2);
        return `${times} (${ratio(other.rounds, rounds, 'cpuPerRequest')?.toFixed(2) ?? '–'})`;
      }),
    ];
  });
  return markdownTable([head, ...rows], 3);
}

/** A line for people when the figures cannot be trusted; else nothing. */
export function warning(measured: readonly Measured[]): string | undefined {
  const others = measured.flatMap(({ rounds }) => rounds.flatMap((round) => round.others ?? []));
  if (others.length === 0 || median(others) < 0.1) return undefined;
  return `Something else took ${(median(others) * 100).toFixed(0)} % of the router's core (median), up to ${(Math.max(...others) * 100).toFixed(0)} %: trust CPU ms/request, and ask again on a quiet machine.`;
}
