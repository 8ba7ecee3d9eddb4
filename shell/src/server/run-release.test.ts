import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { runRelease } from './run-release.ts';

const test = base.extend<{ release: (files: Record<string, string>) => Promise<string> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  release: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-run-'));
    await use(async (files) => {
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      return join(folder, 'entry.cjs');
    });
    await rm(folder, { recursive: true });
  },
});

test("a release's files find one another, and node's own modules, and each runs once", async ({
  release,
}) => {
  const entry = await release({
    'entry.cjs':
      "exports.join = require('node:path').join; exports.chunks = [require('./a.cjs'), require('./a.cjs')];",
    'a.cjs': 'module.exports = { folder: __dirname };',
  });
  const { join: joinOfRelease, chunks } = runRelease(entry) as {
    join: unknown;
    chunks: { folder: string }[];
  };
  expect(joinOfRelease).toBe(join);
  expect(chunks[0]).toBe(chunks[1]);
  expect(chunks[0]?.folder).toBe(join(entry, '..'));
});

test('nothing of it is in the cache of node, and it runs anew when it is loaded again', async ({
  release,
}) => {
  const entry = await release({ 'entry.cjs': "exports.chunk = require('./a.cjs');", 'a.cjs': '' });
  const [first, second] = [runRelease(entry), runRelease(entry)];
  expect(first).not.toBe(second);
  const { cache } = createRequire(import.meta.url);
  expect(Object.keys(cache).filter((file) => file.startsWith(join(entry, '..')))).toEqual([]);
});

test('a chunk that throws is an error of whoever asks for it, each time', async ({ release }) => {
  const entry = await release({
    'entry.cjs': "exports.load = () => require('./a.cjs');",
    'a.cjs': "throw new Error('broken');",
  });
  const { load } = runRelease(entry) as { load: () => unknown };
  expect(load).toThrow('broken');
  expect(load).toThrow('broken');
});
