import { Counter, Histogram } from 'prom-client';

export const subgraphDuration = new Histogram({
  name: 'subgraph_request_duration_seconds',
  help: 'Requests to subgraphs, by what became of them: ok, or the code of the error.',
  labelNames: ['subgraph', 'outcome'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const sharedReads = new Counter({
  name: 'subgraph_reads_shared_total',
  help: 'Reads that were answered by an identical one already in flight.',
  labelNames: ['subgraph'],
});
