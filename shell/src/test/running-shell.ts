// The shell as it runs, a process of its own on a free port, with a stub of the graph behind it and a micro-frontend of the tests in it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair } from 'jose';
import { test as base } from 'vitest';
import { discoveryFile, nameLive, publishStub } from './publish-stub.ts';
import { type StubGraph, type StubOrigin, stubGraph, stubOrigin } from './stub-origin.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface RunningShell {
  readonly url: string;
  /** As a browser would ask, but redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export async function startShell(env: Record<string, string>): Promise<RunningShell> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const child = fork(main, {
    execArgv: [],
    env: {
      PORT: '0',
      LOG_LEVEL: 'silent',
      SESSION_SECRET: 'a secret of the test, long enough for it',
      ACCESS_TOKEN_KEY: JSON.stringify(await exportJWK(privateKey)),
      ...env,
    },
  });
  const url = `http://127.0.0.1:${await portOf(child)}`;
  const ask = (path: string, init: RequestInit) => fetch(url + path, { redirect: 'manual', ...init });
  return {
    url,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } }),
    async stop() {
      // It may have ended by itself, which is for the test to tell.
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'port' in message) resolve(Number(message.port));
    });
    child.once('exit', (code) => reject(new Error(`The shell left with ${code} before it was ready.`)));
  });
}

export interface World {
  readonly folder: string;
  readonly graph: StubGraph;
  /** Where pictures come from. */
  readonly catalog: StubOrigin;
  readonly shell: RunningShell;
  /** What the shell was started with, for another one. */
  readonly env: Record<string, string>;
}

/** One shell for the tests of a file; each test that changes its world says so by a world of its own. */
export const test = base.extend<{ world: World; ownWorld: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  world: [async ({}, use) => withWorld(use), { scope: 'file' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  ownWorld: async ({}, use) => withWorld(use),
});

const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';

async function withWorld(use: (world: World) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-shell-'));
  const graph = await stubGraph();
  const catalog = await stubOrigin(({ path }) =>
    path.endsWith('.svg') && !path.includes('none')
      ? new Response(picture, { headers: { 'content-type': 'image/svg+xml' } })
      : new Response('', { status: 404 }),
  );
  await nameLive(folder, await publishStub(folder, 'v1'));
  const env = {
    ROUTER_URL: `${graph.url}/graphql`,
    MEDIA_ORIGIN: catalog.url,
    ROUTER_TIMEOUT_MS: '60000',
    DISCOVERY: discoveryFile(folder),
    STATE_DIR: join(folder, 'state'),
  };
  const shell = await startShell(env);
  await use({ folder, graph, catalog, shell, env });
  await shell.stop();
  await Promise.all([graph.close(), catalog.close()]);
  await rm(folder, { recursive: true });
}
