import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@arcade/subgraph-kit/service';
import { test as base, expect, vi } from 'vitest';
import { type FollowOptions, followDocument } from './followed-document.ts';

const log = createLogger('test', 'silent');

interface Fixtures {
  folder: string;
  /** Serves `text` with an ETag, or a refusal, or says nothing. */
  origin: { url: string; text: string | undefined; hangs: boolean; asked: number; unchanged: number };
  /** Follows until the test ends; `used` are the texts that came into use. */
  follow(options: Partial<FollowOptions> & { place: string }): Promise<{
    used: string[];
    loaded(): boolean;
    look(): Promise<void>;
    stop(): void;
  }>;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-followed-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  origin: async ({}, use) => {
    const origin = { url: '', text: undefined as string | undefined, hangs: false, asked: 0, unchanged: 0 };
    const server = createServer((request, answer) => {
      origin.asked++;
      if (origin.hangs) return;
      if (origin.text === undefined) {
        answer.writeHead(503).end();
        return;
      }
      const etag = `"${origin.text}"`;
      if (request.headers['if-none-match'] === etag) {
        origin.unchanged++;
        answer.writeHead(304).end();
      } else answer.writeHead(200, { etag }).end(origin.text);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    origin.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/document`;
    await use(origin);
    server.closeAllConnections();
    server.close();
  },
  follow: async ({ folder }, use) => {
    const stops: (() => void)[] = [];
    await use(async (options) => {
      const used: string[] = [];
      const document = await followDocument({
        name: 'document',
        stateDir: join(folder, 'state'),
        pauseMs: 10,
        log,
        use: (text) => {
          if (text.startsWith('wrong')) throw new Error('wrong');
          used.push(text);
        },
        ...options,
      });
      stops.push(() => document.stop());
      return {
        used,
        loaded: () => document.loaded,
        look: () => document.look(),
        stop: () => document.stop(),
      };
    });
    for (const stop of stops) stop();
  },
});

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 10 });

test('an address is followed, and sent only when it has changed', async ({ origin, follow }) => {
  origin.text = 'one';
  const { used, loaded } = await follow({ place: origin.url });
  expect([used, loaded()]).toEqual([['one'], true]);
  await until(() => expect(origin.unchanged).toBeGreaterThan(2));
  origin.text = 'two';
  await until(() => expect(used).toEqual(['one', 'two']));
});

test('a file is followed', async ({ folder, follow }) => {
  const place = join(folder, 'document.json');
  await writeFile(place, 'one');
  const { used } = await follow({ place });
  expect(used).toEqual(['one']);
  await writeFile(place, 'number two');
  await until(() => expect(used).toEqual(['one', 'number two']));
});

test('what is wrong, or gone, changes nothing', async ({ origin, follow }) => {
  origin.text = 'one';
  const { used, loaded } = await follow({ place: origin.url });
  origin.text = 'wrong';
  await until(() => expect(origin.unchanged).toBeGreaterThan(2));
  origin.text = undefined;
  const { asked } = origin;
  await until(() => expect(origin.asked).toBeGreaterThan(asked + 2));
  expect([used, loaded()]).toEqual([['one'], true]);
  origin.text = 'two';
  await until(() => expect(used).toEqual(['one', 'two']));
});

test('after a restart the last good one goes on while its place is gone', async ({ origin, follow }) => {
  origin.text = 'one';
  (await follow({ place: origin.url })).stop();
  origin.text = undefined;
  const { used, loaded } = await follow({ place: origin.url });
  expect([used, loaded()]).toEqual([['one'], true]);
  origin.text = 'two';
  await until(() => expect(used).toEqual(['one', 'two']));
});

test('a place that takes the question and says nothing is as good as gone', async ({ origin, follow }) => {
  origin.text = 'one';
  (await follow({ place: origin.url })).stop();
  origin.hangs = true;
  const { used } = await follow({ place: origin.url, answerMs: 50 });
  expect(used).toEqual(['one']);
});

test('two places do not take each other for what they kept', async ({ origin, follow, folder }) => {
  origin.text = 'one';
  await follow({ place: origin.url });
  const { loaded } = await follow({ place: join(folder, 'nothing-there') });
  expect(loaded()).toBe(false);
});

test('a place that is not there yet is waited for', async ({ origin, follow }) => {
  const { used, loaded } = await follow({ place: origin.url, pauseMs: 3_600_000 });
  expect([used, loaded()]).toEqual([[], false]);
  origin.text = 'one';
  await until(() => expect([used, loaded()]).toEqual([['one'], true]));
});

test('a look on request does not wait for the next round', async ({ origin, follow }) => {
  origin.text = 'one';
  const { used, look } = await follow({ place: origin.url, pauseMs: 3_600_000 });
  origin.text = 'two';
  await look();
  expect(used).toEqual(['one', 'two']);
});
