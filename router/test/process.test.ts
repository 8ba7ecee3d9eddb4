/** The router as a process: what it tells a collector, how it leaves, and how many it is. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { supergraphSdl } from './composed.ts';
import { until } from './http-world.ts';
import { type RawSubgraph, rawSubgraph, response } from './raw-subgraph.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

interface Started {
  process: ChildProcess;
  url: string;
  subgraph: RawSubgraph;
  /** What it has logged so far. */
  logged(): string;
}

async function start(env: Record<string, string>): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-process-'));
  const subgraph = await rawSubgraph(() => {});
  const SUPERGRAPH = join(folder, 'supergraph.graphql');
  await writeFile(SUPERGRAPH, supergraphSdl('type Query { me: String }'));
  const child = fork(MAIN, {
    silent: true,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      OPERATIONS: 'any',
      SUPERGRAPH,
      STATE_DIR: folder,
      SUBGRAPH_URLS: JSON.stringify({ subgraph0: subgraph.url }),
      ...env,
    },
  });
  let logged = '';
  child.stdout?.setEncoding('utf8').on('data', (lines: string) => {
    logged += lines;
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await subgraph.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const [message] = await once(child, 'message');
  const { port } = z.object({ port: z.number() }).parse(message);
  return { process: child, url: `http://127.0.0.1:${port}`, subgraph, logged: () => logged };
}

test('parse, plan and each fetch are spans of the trace that the client began, and SIGTERM ends nothing that is in hand', async () => {
  const received: string[] = [];
  const collector = createServer(async (request, answer) => {
    received.push(await text(request));
    answer.end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void collector.close());
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('the collector has no port');
  const started = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}` });
  const { subgraph, url } = started;
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const asked = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    body: '{"query":"{ me }"}',
  });
  await subgraph.received(1);
  const exit = once(started.process, 'exit');
  started.process.kill('SIGTERM');
  // It takes nobody new, and has not left.
  await until(() => expect(fetch(`${url}/livez`)).rejects.toThrow());
  const [request] = subgraph.seen;
  request?.socket.write(response('{"data":{"me":"you"}}'));
  expect(await (await asked).text()).toBe('{"data":{"me":"you"}}');
  expect(await exit).toEqual([0, null]);
  const spans = received.join('');
  for (const name of [
    trace,
    '"POST /graphql"',
    '"graphql.parse"',
    '"graphql.plan"',
    '"subgraph subgraph0"',
  ]) {
    expect(spans).toContain(name);
  }
  const [, inTrace, span = ''] = request?.headers.traceparent?.split('-') ?? [];
  expect(inTrace).toBe(trace);
  expect(spans).toContain(span);
});

test('WORKERS=2 is two that answer at one port, and count as one', async () => {
  const { process: first, logged, url } = await start({ WORKERS: '2', LOG_LEVEL: 'info' });
  await until(() => expect(logged().match(/router listens at/g)).toHaveLength(2));
  // Each on a connection of its own, so that the workers take turns.
  const ask = (path: string) => fetch(`${url}${path}`, { headers: { connection: 'close' } });
  for (let time = 1; time <= 6; time++) await (await ask('/graphql')).text();
  const count = /^http_request_duration_seconds_count\{method="GET",route="\/graphql",status="400"\} (\d+)$/m;
  for (let time = 1; time <= 4; time++) {
    await until(async () => expect(count.exec(await (await ask('/metrics')).text())?.[1]).toBe('6'));
  }
  const exit = once(first, 'exit');
  first.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});
