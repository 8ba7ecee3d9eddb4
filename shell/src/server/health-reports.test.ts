import type { HealthReport } from '@arcade/mfe-kit/health';
import { healthReportSchema } from '@arcade/mfe-kit/health';
import { createLogger } from '@arcade/subgraph-kit/service';
import { expect, onTestFinished, test, vi } from 'vitest';
import { stubOrigin } from '../test/stub-origin.ts';
import { reportHealth } from './health-reports.ts';

const report = (views: number): HealthReport => [
  { unit: 'mfe-test', release: 'v1', views, visitors: 1, failed: { load: [views] } },
];

/** A registry that answers what the test says, and a shell with these reports to tell. */
async function telling(reports: HealthReport[], answers: number[] = []) {
  /** How often the counts had been asked, by each request. */
  const drains: number[] = [];
  const registry = await stubOrigin(() => {
    drains.push(drain.mock.calls.length);
    return new Response('{}', { status: answers.shift() ?? 200 });
  });
  onTestFinished(() => registry.close());
  const drain = vi.fn(() => reports.splice(0, 1));
  const options = { url: `${registry.url}/api/health`, token: 'of the shell', every: 5 };
  const reporting = reportHealth({ drain }, options, createLogger('test', 'silent'));
  onTestFinished(() => reporting.stop());
  const told = () => registry.asked.map(({ body }) => healthReportSchema.parse(JSON.parse(body))[0]?.views);
  return { registry, drains, reporting, told };
}

test('reports go to the registry as they come, in the name of the shell', async () => {
  const { registry, told } = await telling([report(1), report(2)]);
  await vi.waitFor(() => expect(told()).toEqual([1, 2]));
  expect(registry.asked[0]).toMatchObject({
    path: '/api/health',
    headers: { authorization: 'Bearer of the shell', 'content-type': 'application/json' },
  });
});

test('a registry that is down hears later what it has missed, and nothing more is taken meanwhile', async () => {
  const reports = [report(1), report(2)];
  const { told, drains } = await telling(reports, [503, 500]);
  await vi.waitFor(() => expect(told()).toEqual([1, 1, 1, 2]));
  expect(drains.slice(0, 3)).toEqual([1, 1, 1]);
});

test('a report that the registry refuses does not stand in the way of the next', async () => {
  const { told } = await telling([report(1), report(2)], [401]);
  await vi.waitFor(() => expect(told()).toEqual([1, 2]));
});

test('what is left is told when the shell stops', async () => {
  const reports: HealthReport[] = [];
  const { told, reporting } = await telling(reports);
  reports.push(report(7));
  await reporting.stop();
  expect(told()).toEqual([7]);
});
