import { Counter, Gauge, Histogram } from 'prom-client';

/** For all that is waited for. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const subgraphDuration = new Histogram({
  name: 'subgraph_request_duration_seconds',
  help: 'Requests to subgraphs, by what became of them: ok, the code of the error, or abandoned when nobody waits any more.',
  labelNames: ['subgraph', 'outcome'],
  buckets: SECONDS,
});

export const sharedReads = new Counter({
  name: 'subgraph_reads_shared_total',
  help: 'Reads that were answered by an identical one already in flight.',
  labelNames: ['subgraph'],
});

export const operationDuration = new Histogram({
  name: 'graphql_operation_duration_seconds',
  help: 'Operations that were run, by name; ok, or partial where the answer holds errors.',
  labelNames: ['operation', 'outcome'],
  buckets: SECONDS,
});

export const operationCost = new Histogram({
  name: 'graphql_operation_cost',
  help: 'Estimated cost of the operations that were run, in points.',
  buckets: [1, 10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000],
});

/** Names come from clients: these many are told apart. */
const NAMES = 500;
const names = new Set<string>();

export function operationLabel(name = 'unnamed'): string {
  if (names.has(name)) return name;
  if (names.size === NAMES) return 'other';
  names.add(name);
  return name;
}

export const requestsShared = new Counter({
  name: 'graphql_requests_shared_total',
  help: 'Requests that were answered by an identical one of the same identity already in hand.',
});

export const planCache = new Counter({
  name: 'graphql_plans_total',
  help: 'Plans that requests needed: hit is one that was there, miss one that was made.',
  labelNames: ['result'],
});

export const subgraphRetries = new Counter({
  name: 'subgraph_retries_total',
  help: 'Reads that were sent again because the connection was lost before an answer.',
  labelNames: ['subgraph'],
});

export const subgraphRefusals = new Counter({
  name: 'subgraph_refusals_total',
  help: 'Requests that were not sent, by reason: SUBGRAPH_CIRCUIT_OPEN or SUBGRAPH_OVERLOADED.',
  labelNames: ['subgraph', 'code'],
});

/** What a subgraph's client can be asked when `/metrics` is read, so that nothing is counted twice while requests run. */
export interface SubgraphGauges {
  readonly name: string;
  readonly inFlight: number;
  readonly queued: number;
  readonly breaker: 'closed' | 'half-open' | 'open';
}

/** Clients in use; after a change of supergraph the old one's stay until their last answer. */
export const subgraphClients = new Set<SubgraphGauges>();

new Gauge({
  name: 'subgraph_requests_in_flight',
  help: 'Requests on their way to a subgraph.',
  labelNames: ['subgraph'],
  collect() {
    this.reset();
    for (const { name, inFlight } of subgraphClients) this.inc({ subgraph: name }, inFlight);
  },
});

new Gauge({
  name: 'subgraph_requests_queued',
  help: 'Requests that wait because as many as allowed are on their way to the subgraph.',
  labelNames: ['subgraph'],
  collect() {
    this.reset();
    for (const { name, queued } of subgraphClients) this.inc({ subgraph: name }, queued);
  },
});

const BREAKER_VALUES = { closed: 0, 'half-open': 1, open: 2 } as const;

new Gauge({
  name: 'subgraph_circuit_breaker',
  help: '0 closed, 1 half-open, 2 open; of several workers the worst.',
  labelNames: ['subgraph'],
  // Each worker has a breaker of its own, and a sum of states says nothing.
  aggregator: 'max',
  collect() {
    this.reset();
    for (const { name, breaker } of subgraphClients) this.set({ subgraph: name }, BREAKER_VALUES[breaker]);
  },
});
