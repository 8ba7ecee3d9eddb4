import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { InMemory } from '../test/many-releases.ts';

const manyReleases = fileURLToPath(new URL('../test/many-releases.ts', import.meta.url));

// Takes 25 s on two busy cores.
test('after 200 releases memory holds what it held after 50', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-memory-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const child = fork(manyReleases, [folder], { execArgv: ['--expose-gc'] });
  const told: InMemory[] = [];
  // Sent by our own script.
  child.on('message', (message) => told.push(message as InMemory));
  expect(await once(child, 'exit')).toEqual([0, null]);

  const [early, late] = [told[0], told.at(-1)];
  expect([early?.releases, late?.releases]).toEqual([50, 200]);
  expect(late?.held).toEqual(early?.held);
  expect(late?.held.files).toBe(0);
  // A single release of the 150 between them has 0.5 MB.
  expect((late?.heap ?? 0) - (early?.heap ?? 0)).toBeLessThan(2);
});
