/** What /metrics tells of the graph. */
import { AggregatorRegistry, register } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { operationLabel } from '../src/metrics.ts';
import { hangs, startAsking } from './asking.ts';
import { type Graph, startGraph } from './graph.ts';
import { response } from './raw-subgraph.ts';

let graph: Graph | undefined;
afterEach(async () => {
  await graph?.stop();
  graph = undefined;
  register.resetMetrics();
});

/** Lines of one metric, without those of its buckets and sums. */
async function lines(name: string): Promise<string[]> {
  const text = graph
    ? await (await fetch(`${graph.router.url}/metrics`)).text()
    : await register.getSingleMetricAsString(name);
  return text.split('\n').filter((line) => line.startsWith(name));
}

test('operations are counted by name and outcome, with their cost and what was planned for them', async () => {
  graph = await startGraph();
  const query = 'query Cheap { product(id: "7") { name inStock } }';
  for (let time = 1; time <= 3; time++) await graph.ask(query);
  await graph.stock.stop();
  await graph.ask(query);
  expect(await lines('graphql_operation_duration_seconds_count')).toEqual([
    'graphql_operation_duration_seconds_count{operation="Cheap",outcome="ok"} 3',
    'graphql_operation_duration_seconds_count{operation="Cheap",outcome="partial"} 1',
  ]);
  expect(await lines('graphql_operation_cost_count')).toEqual(['graphql_operation_cost_count 4']);
  expect(await lines('graphql_plans_total')).toEqual([
    'graphql_plans_total{result="miss"} 1',
    'graphql_plans_total{result="hit"} 3',
  ]);
  expect(await lines('subgraph_request_duration_seconds_count')).toEqual([
    'subgraph_request_duration_seconds_count{subgraph="products",outcome="ok"} 4',
    'subgraph_request_duration_seconds_count{subgraph="stock",outcome="ok"} 3',
    'subgraph_request_duration_seconds_count{subgraph="stock",outcome="SUBGRAPH_UNAVAILABLE"} 1',
  ]);
});

test('a client cannot make more than so many labels', () => {
  const labels = new Set(Array.from({ length: 10_000 }, (_, each) => operationLabel(`Name${each}`)));
  expect(labels.size).toBeLessThanOrEqual(501);
  expect(operationLabel('Another')).toBe('other');
});

test('what is on its way and what waits for a subgraph is seen, until its client is closed', async () => {
  const { ask, subgraph, client } = await startAsking(hangs, { concurrency: 1, queue: 1 });
  const asked = [1, 2].map((number) => ask({ body: `{"query":"{ a${number} }"}` }));
  await subgraph.received(1);
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_OVERLOADED' });
  expect(await lines('subgraph_requests_in_flight')).toEqual([
    'subgraph_requests_in_flight{subgraph="stock"} 1',
  ]);
  expect(await lines('subgraph_requests_queued')).toEqual(['subgraph_requests_queued{subgraph="stock"} 1']);
  expect(await lines('subgraph_refusals_total')).toEqual([
    'subgraph_refusals_total{subgraph="stock",code="SUBGRAPH_OVERLOADED"} 1',
  ]);
  for (const number of [1, 2]) {
    await subgraph.received(number);
    subgraph.seen[number - 1]?.socket.write(response('{"data":{}}'));
  }
  await Promise.all(asked);
  await client.close();
  expect(await lines('subgraph_requests_in_flight')).toEqual([]);
});

test('the state of the circuit breaker, and what was sent again, are seen', async () => {
  const { ask } = await startAsking(({ socket }) => socket.destroy(), { breaker: { minimum: 2 } });
  const state = () => lines('subgraph_circuit_breaker');
  expect(await state()).toEqual(['subgraph_circuit_breaker{subgraph="stock"} 0']);
  for (let time = 1; time <= 2; time++) await expect(ask()).rejects.toThrow();
  expect(await lines('subgraph_retries_total')).toEqual(['subgraph_retries_total{subgraph="stock"} 2']);
  expect(await state()).toEqual(['subgraph_circuit_breaker{subgraph="stock"} 2']);
  const worker = await register.getMetricsAsJSON();
  const both = await AggregatorRegistry.aggregate([worker, worker]).metrics();
  expect(both.split('\n')).toContain('subgraph_circuit_breaker{subgraph="stock"} 2');
});
