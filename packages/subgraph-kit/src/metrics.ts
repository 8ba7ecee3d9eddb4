/** What `/metrics` says, in Prometheus' text format. One registry a process, as there is one page. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

collectDefaultMetrics();

export const metrics = register;

export const httpDuration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'From request to last byte, by route.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
});

export const sqlStatements = new Counter({
  name: 'sql_statements_total',
  help: 'Statements sent to PostgreSQL, BEGIN and COMMIT included.',
});

export const eventsHandled = new Counter({
  name: 'events_handled_total',
  help: 'Events of another service, by what became of them: done, duplicate, waiting or failed.',
  labelNames: ['consumer', 'type', 'outcome'],
});

export const feedLag = new Gauge({
  name: 'feed_lag_seconds',
  help: 'Age of the newest event that was read when it was read; 0 when everything is read.',
  labelNames: ['consumer'],
});

export const feedReachable = new Gauge({
  name: 'feed_reachable',
  help: '1 when the last read of the source worked, 0 while it is retried.',
  labelNames: ['consumer'],
});

export const parkedMessages = new Gauge({
  name: 'parked_messages',
  help: 'Messages aside: retrying (will be tried again), waiting (behind one of the same subject), parked (given up until replayed).',
  labelNames: ['consumer', 'state'],
});
