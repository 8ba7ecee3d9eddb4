// Keeps one process running: starts it, knows when it is ready, starts it again when it dies, and ends it.
//
// The contract with the process: it gets an IPC channel, sends `{ ready: true }` over it once it listens, and ends on
// SIGTERM and when the channel closes.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessPlan {
  name: string;
  /** For Node: its options, a script, and the script's arguments. */
  command: string[];
  folder: string;
  env: Record<string, string>;
  /** Where it is reached: `http://127.0.0.1:4001`. */
  address: string;
  /** Answers 200 as soon as the process can work; without one its own message is enough. */
  readyUrl?: string;
  logFile: string;
}

export type State = 'starting' | 'ready' | 'pausing' | 'stopped';

export interface Change {
  name: string;
  state: State;
  restarts: number;
  /** How it ended: `SIGKILL`, `code 1`. */
  ended?: string;
  /** Until it is started again. */
  pauseSeconds?: number;
  /** From its start until it was ready. */
  readySeconds?: number;
}

export interface Supervised {
  plan: ProcessPlan;
  status(): { state: State; restarts: number; pid: number | undefined };
  /** Resolves with seconds when first ready. Rejects when it ends before: nothing would get better by trying again. */
  start(): Promise<number>;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface Limits {
  firstMs: number;
  longestMs: number;
  /** A process that was ready for so long has recovered: the next pause is the first one again. */
  recoveredMs: number;
  /** What a process gets for leaving by itself. */
  graceMs: number;
  /** For the first start. */
  readyMs: number;
}

const standardLimits: Limits = {
  firstMs: 500,
  longestMs: 30_000,
  recoveredMs: 60_000,
  graceMs: 12_000,
  readyMs: 120_000,
};

export class StartError extends Error {}

export function supervise(
  plan: ProcessPlan,
  onChange: (change: Change) => void = () => {},
  limits: Limits = standardLimits,
): Supervised {
  let child: ChildProcess | undefined;
  let state: State = 'stopped';
  let restarts = 0;
  let failures = 0;
  /** Aborted by stop(); each start() has its own. */
  let run = new AbortController();

  const change = (next: State, facts: Partial<Change> = {}) => {
    state = next;
    onChange({ name: plan.name, state, restarts, ...facts });
  };

  /** One life of the process. Calls back when it is ready, resolves with how it ended. */
  async function live(onReady: (seconds: number) => void): Promise<string> {
    change('starting');
    const started = performance.now();
    const log = openSync(plan.logFile, 'a');
    const running = spawn(process.execPath, plan.command, {
      cwd: plan.folder,
      env: { ...process.env, ...plan.env },
      // Straight into the file: a process must be able to log its own end when this one is gone.
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C in the terminal reaches only this process, which ends the others in order.
      detached: true,
    });
    closeSync(log);
    child = running;
    const life = new AbortController();
    running.once('message', async () => {
      if (plan.readyUrl) await untilOk(plan.readyUrl, life.signal);
      if (!life.signal.aborted && state === 'starting') onReady((performance.now() - started) / 1000);
    });
    return await new Promise((resolve) => {
      const ended = (how: string) => {
        life.abort();
        child = undefined;
        resolve(how);
      };
      running.once('error', (error) => ended(error.message));
      running.once('exit', (code, signal) => ended(signal ?? `code ${code}`));
    });
  }

  /** From the second life on: again and again, with a growing pause, until stop(). */
  async function revive(ended: string, readyAt: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      failures = performance.now() - readyAt > limits.recoveredMs ? 1 : failures + 1;
      const pause = Math.min(limits.longestMs, limits.firstMs * 2 ** (failures - 1));
      change('pausing', { ended, pauseSeconds: pause / 1000 });
      await sleep(pause, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      restarts += 1;
      ended = await live((readySeconds) => {
        readyAt = performance.now();
        change('ready', { readySeconds });
      });
    }
  }

  async function start(): Promise<number> {
    run = new AbortController();
    const { signal } = run;
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    let readyAt: number | undefined;
    const firstLife = live((readySeconds) => {
      readyAt = performance.now();
      change('ready', { readySeconds });
      resolve(readySeconds);
    });
    void firstLife.then((ended) => {
      if (readyAt !== undefined) return revive(ended, readyAt, signal);
      if (!signal.aborted) change('stopped');
      reject(new StartError(`${plan.name} ended (${ended}) before it was ready: ${lastWords(plan.logFile)}`));
    });
    const late = setTimeout(() => {
      reject(
        new StartError(
          `${plan.name} is not ready after ${limits.readyMs / 1000} s: ${lastWords(plan.logFile)}`,
        ),
      );
    }, limits.readyMs);
    return promise.finally(() => clearTimeout(late));
  }

  async function stop(): Promise<void> {
    run.abort();
    const running = child;
    change('stopped');
    if (!running) return;
    const gone = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill('SIGTERM');
    const late = setTimeout(() => running.kill('SIGKILL'), limits.graceMs);
    await gone;
    clearTimeout(late);
  }

  return {
    plan,
    status: () => ({ state, restarts, pid: child?.pid }),
    start,
    stop,
    kill: (signal) => child?.kill(signal),
  };
}

/** Keeps the log of the run before beside the new one. */
export function rotateLog(file: string): void {
  try {
    renameSync(file, file.replace(/\.log$/, '.previous.log'));
  } catch {
    // The first start has none.
  }
}

async function untilOk(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(25);
  }
}

/** What a process said last: the message of a JSON line, or plain lines (a stack or a configuration error). */
function lastWords(file: string): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (last.startsWith('{')) {
    try {
      return String(JSON.parse(last).err?.message ?? JSON.parse(last).msg);
    } catch {
      return last;
    }
  }
  const plain = lines.slice(lines.findLastIndex((line) => line.startsWith('{')) + 1);
  // A thrown error: Node prints where, then the message, then the stack.
  const message = plain.find((line) => /^\w*Error\b.*: /.test(line));
  return message ?? plain.slice(-5).join('\n');
}
