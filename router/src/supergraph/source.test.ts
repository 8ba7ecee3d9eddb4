import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, StartError } from '@arcade/subgraph-kit/service';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSupergraph, type SupergraphSource } from './source.ts';

let folder: string;
let server: Server | undefined;
const stops: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcade-source-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true });
});

/** Loads what begins with "good". */
async function follow(source: string, options: Partial<SupergraphSource> = {}) {
  const used: string[] = [];
  const lines: { level: string; msg: string }[] = [];
  const log = createLogger('test', 'info', { write: (line: string) => lines.push(JSON.parse(line)) });
  const { stop } = await followSupergraph({
    source,
    stateDir: join(folder, 'state'),
    pollMs: 10,
    log,
    async accept(sdl) {
      if (!sdl.startsWith('good')) throw new Error(`Syntax Error: Unexpected Name "${sdl}".`);
      used.push(sdl);
    },
    ...options,
  });
  stops.push(stop);
  return { used, stop, errors: () => lines.filter(({ level }) => level === 'error') };
}

async function serve(behave: (response: ServerResponse) => void) {
  const asked: number[] = [];
  const listening = createServer((_request, response) => {
    asked.push(performance.now());
    behave(response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/supergraph.graphql`, asked };
}

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 10 });

test('without a supergraph nothing starts, and one line says why and what to do', async () => {
  const missing = join(folder, 'none.graphql');
  const wrong = join(folder, 'wrong.graphql');
  await writeFile(wrong, 'half');
  const { url } = await serve((response) => response.writeHead(404).end());
  for (const [source, reason] of [
    [missing, /cannot be read: ENOENT/],
    [wrong, /is refused: Syntax Error: Unexpected Name "half"/],
    [url, /cannot be read: .* answered 404/],
  ] as const) {
    const error = await follow(source).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    expect(String(error)).toMatch(reason);
    expect(String(error)).toMatch(/Set SUPERGRAPH|set SUPERGRAPH/);
    expect(String(error)).toContain(source);
    expect(String(error)).not.toContain('\n');
  }
});

test('one that does not load is refused once, the one before goes on, and the next good one is taken', async () => {
  let text = 'good 1';
  const { url, asked } = await serve((response) => response.end(text));
  const { used, errors } = await follow(url);
  text = 'half';
  await until(() => expect(errors()).toHaveLength(1));
  const before = asked.length;
  await until(() => expect(asked.length).toBeGreaterThan(before + 3));
  expect(errors()).toMatchObject([{ msg: 'supergraph is refused; the last good version goes on' }]);
  expect(used).toEqual(['good 1']);
  text = 'good 2';
  await until(() => expect(used).toEqual(['good 1', 'good 2']));
});

test('while its source is gone, a start takes the last good one, not the last', async () => {
  let text: string | undefined = 'good 1';
  const { url } = await serve((response) => {
    if (text === undefined) response.destroy();
    else response.end(text);
  });
  const first = await follow(url);
  text = 'half';
  await until(() => expect(first.errors()).toHaveLength(1));
  first.stop();
  text = undefined;
  expect((await follow(url)).used).toEqual(['good 1']);
});

test('a source that does not answer is said once, and asked more and more seldom', async () => {
  let away = false;
  const { url, asked } = await serve((response) => (away ? response.destroy() : response.end('good 1')));
  const { errors } = await follow(url);
  away = true;
  await until(() => expect(errors()).toHaveLength(1));
  const since = asked.length;
  await until(() => expect(asked.length).toBeGreaterThan(since + 3));
  const [first = 0, , , fourth = 0] = asked.slice(since);
  expect(fourth - first).toBeGreaterThanOrEqual(2 * (10 + 20 + 40));
  expect(errors()).toHaveLength(1);
});

test('an answer without an end is not read for ever', async () => {
  const flood = Buffer.alloc(1_048_576, 'x');
  let sent = 0;
  const { url } = await serve((response) => {
    const more = () => {
      sent++;
      if (!response.destroyed && sent < 500) response.write(flood, more);
    };
    more();
  });
  await expect(follow(url)).rejects.toThrow(/more than \d+ bytes/);
});
