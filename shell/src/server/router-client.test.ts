import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { stubGraph } from '../test/stub-origin.ts';
import { ownOperations } from './own-operations.ts';
import { routerClient } from './router-client.ts';

test("the shell's own queries name themselves by the hash of their text", async () => {
  const graph = await stubGraph();
  onTestFinished(() => graph.close());
  const router = routerClient(graph.url, 5_000);
  const data = await router.ask(ownOperations.sitemapCategories, {}, z.unknown());
  expect(data).toEqual({ categories: [{ handle: 'lamps' }] });
  const { query, extensions } = JSON.parse(graph.asked[0]?.body ?? '');
  expect(extensions).toEqual({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  });
});
