/** What the shell counts, beside what every service does. */
import { Counter, Histogram } from 'prom-client';

export const releaseLoads = new Counter({
  name: 'release_loads_total',
  help: 'Releases brought into the shell, by unit and outcome: live or failed.',
  labelNames: ['unit', 'outcome'],
});

export const pageFailures = new Counter({
  name: 'page_failures_total',
  help: 'Pages and slots that broke, by unit and where: server or browser.',
  labelNames: ['unit', 'where'],
});

export const renderDuration = new Histogram({
  name: 'page_render_seconds',
  help: 'From request to HTML, by page and status.',
  labelNames: ['page', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});
