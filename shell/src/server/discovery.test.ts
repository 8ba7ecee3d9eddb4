import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { publishRelease } from '../test/publish-release.ts';
import { DiscoverySource, parseDiscovery } from './discovery.ts';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-discovery-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

async function documentText(folder: string, deployment = { traffic: 100, default: true }): Promise<string> {
  const release = { ...(await publishRelease(folder, 'v1')), deployment };
  return JSON.stringify({ schema: 'v1-pre', microFrontends: { 'mfe-test': [release] } });
}

test('a file is read once and again when it has changed', async ({ folder }) => {
  const file = join(folder, 'source.json');
  await writeFile(file, await documentText(folder));
  const source = new DiscoverySource(file, folder);
  expect((await source.read())?.discovery.microFrontends['mfe-test']).toHaveLength(1);
  expect(await source.read()).toBeUndefined();
  await writeFile(file, JSON.stringify({ schema: 'v1-pre', microFrontends: {} }));
  expect((await source.read())?.discovery.microFrontends).toEqual({});
});

test('the last good document is recalled after a restart, when its source is gone', async ({ folder }) => {
  const file = join(folder, 'source.json');
  await writeFile(file, await documentText(folder));
  await new DiscoverySource(file, folder).read();
  await rm(file);
  const restarted = new DiscoverySource(file, folder);
  await expect(restarted.read()).rejects.toThrow('ENOENT');
  expect((await restarted.recall())?.discovery.microFrontends['mfe-test']).toHaveLength(1);
});

test('an unchanged document costs an answer without body', async ({ folder }) => {
  const text = await documentText(folder);
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const status = request.headers['if-none-match'] === '"1"' ? 304 : 200;
    answers.push(status);
    response.writeHead(status, { etag: '"1"' }).end(status === 200 ? text : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const source = new DiscoverySource(`http://127.0.0.1:${port}/discovery.json`, folder);
  await source.read();
  await source.read();
  expect(answers).toEqual([200, 304]);
  await new Promise((resolve) => server.close(resolve));
});

test.for([
  ['not JSON', '<html>', 'is not JSON'],
  ['without micro-frontends', '{"schema":"v1-pre"}', 'microFrontends'],
])('a document that is wrong is refused: %s', ([, text, reason]) => {
  expect(() => parseDiscovery(text ?? '', 'here')).toThrow(reason);
});

test('a document whose traffic does not sum to 100, or without a default, is refused', async ({ folder }) => {
  const short = await documentText(folder, { traffic: 50, default: true });
  expect(() => parseDiscovery(short, 'here')).toThrow('traffic must sum to 100');
  const without = await documentText(folder, { traffic: 100, default: false });
  expect(() => parseDiscovery(without, 'here')).toThrow('exactly one must be the default');
});
