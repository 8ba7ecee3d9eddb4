// How the services of the shop are, by what they say themselves at /readyz and /metrics. Many may look at once: what was seen is kept for a
// moment, and nobody waits longer than the deadline for a service that hangs.
import { errorText } from '@arcade/subgraph-kit/error-text';
import { z } from 'zod';
import { type Sample, samples } from './prometheus.ts';

export interface ServiceState {
  name: string;
  state: 'up' | 'not ready' | 'down';
  /** Why it is not up. */
  reason?: string;
  /** Of a router: by subgraph. */
  breakers: { subgraph: string; state: 'closed' | 'half-open' | 'open' }[];
  /** Of a subgraph: what it reads of others. */
  feeds: Feed[];
}

export interface Feed {
  consumer: string;
  lagSeconds: number;
  reachable: boolean;
  /** Events that wait to be tried again, or were given up. */
  aside: number;
}

export interface Seen {
  at: Date;
  services: ServiceState[];
}

interface ServicePorts {
  /** By name. */
  addresses: Readonly<Record<string, string>>;
  now: () => Date;
  deadlineMs?: number;
  keepMs?: number;
}

export type Services = ReturnType<typeof watchServices>;

export function watchServices({ addresses, now, deadlineMs = 1_000, keepMs = 2_000 }: ServicePorts) {
  let last: { at: number; seen: Promise<Seen> } | undefined;

  const lookAtAll = async (): Promise<Seen> => {
    const services = await Promise.all(
      Object.entries(addresses).map(([name, url]) => lookAt(name, url, deadlineMs)),
    );
    return { at: now(), services };
  };
  return {
    /** Within the deadline, always. */
    look(): Promise<Seen> {
      const at = now().getTime();
      if (!last || at - last.at >= keepMs) last = { at, seen: lookAtAll() };
      return last.seen;
    },
  };
}

const refusal = z.object({ reason: z.string() });

function reasonOf(body: string): string {
  try {
    return refusal.parse(JSON.parse(body)).reason;
  } catch {
    return 'it does not say why';
  }
}

async function lookAt(name: string, url: string, deadlineMs: number): Promise<ServiceState> {
  const about = { name, breakers: [], feeds: [] };
  const base = url.replace(/\/$/, '');
  const signal = AbortSignal.timeout(deadlineMs);
  // What it has counted may take longer than the answer that it is ready; then that alone is known.
  const [ready, metrics] = await Promise.allSettled([
    fetch(`${base}/readyz`, { signal }).then(async (answer) => ({
      status: answer.status,
      body: await answer.text(),
    })),
    fetch(`${base}/metrics`, { signal }).then((answer) => answer.text()),
  ]);
  if (ready.status === 'rejected') {
    const reason = signal.aborted ? `no answer within ${deadlineMs / 1000} s` : errorText(ready.reason);
    return { ...about, state: 'down', reason };
  }
  const told = metrics.status === 'fulfilled' ? readMetrics(metrics.value) : {};
  if (ready.value.status === 200) return { ...about, ...told, state: 'up' };
  return { ...about, ...told, state: 'not ready', reason: reasonOf(ready.value.body) };
}

const BREAKER = 'subgraph_circuit_breaker';
const [LAG, REACHABLE, PARKED] = ['feed_lag_seconds', 'feed_reachable', 'parked_messages'] as const;
const breakerStates = ['closed', 'half-open', 'open'] as const;

function readMetrics(text: string): Pick<ServiceState, 'breakers' | 'feeds'> {
  const all = samples(text, [BREAKER, LAG, REACHABLE, PARKED]);
  const of = (name: string) => all.filter((sample) => sample.name === name);
  const consumers = [...new Set([...of(LAG), ...of(REACHABLE)].map(({ labels }) => labels.consumer ?? ''))];
  const sum = (found: readonly Sample[], consumer: string) =>
    found.reduce((total, { labels, value }) => (labels.consumer === consumer ? total + value : total), 0);
  return {
    breakers: of(BREAKER).map(({ labels, value }) => ({
      subgraph: labels.subgraph ?? '',
      state: breakerStates[value] ?? 'open',
    })),
    feeds: consumers.map((consumer) => ({
      consumer,
      lagSeconds: sum(of(LAG), consumer),
      reachable: sum(of(REACHABLE), consumer) > 0,
      aside: sum(of(PARKED), consumer),
    })),
  };
}
