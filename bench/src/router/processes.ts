/** Processes that a run starts. Whatever happens to the run, none of them outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { boundTo } from './cores.ts';

const START_MS = 60_000;
const STOP_MS = 3_000;

export interface Command {
  name: string;
  /** Program and arguments. */
  command: readonly string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
}

const running = new Set<ChildProcess>();

/** Ends all of them at an interrupt, and with this process whatever ends it. */
export function endAllWithMe(): void {
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
}

export interface Started {
  name: string;
  pid: number;
  child: ChildProcess;
  /** Its last words. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a process of its own on a core; with `ipc`, one to talk to. */
export function startProcess(
  { name, command, cwd, env }: Command,
  core: number | undefined,
  ipc = false,
): Started {
  const [program = '', ...args] = boundTo(core, command);
  const child = spawn(program, args, {
    ...(cwd !== undefined && { cwd }),
    // Nothing of what happens to be set here: two machines should run the same.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} cannot be started: ${program} is not there`);
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  const keep = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { name, pid, child, output: () => output, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(force);
}

/** Waits until it answers GraphQL. */
export async function untilAnswering(started: Started, url: string): Promise<void> {
  const last = performance.now() + START_MS;
  while (performance.now() < last) {
    if (started.child.exitCode !== null) break;
    const response = await askOnce(url, '{__typename}').catch(() => undefined);
    if (response?.status === 200) return;
    await delay(50);
  }
  throw new Error(`${started.name} does not answer at ${url}. It said:\n${started.output()}`);
}

export function askOnce(url: string, query: string, variables?: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
}

/** Free a moment ago; whoever gets it takes it at once. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system names no port');
  return address.port;
}
