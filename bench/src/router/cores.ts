/** Who runs on which core, so that a router under test has one to itself wherever there are two. Linux only: elsewhere nobody is bound. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Cores {
  /** Undefined: wherever the system likes. */
  router: number | undefined;
  subgraphs: number | undefined;
  load: number | undefined;
  /** For people. */
  summary: string;
}

export function chooseCores(): Cores {
  const unbound = (why: string): Cores => ({
    router: undefined,
    subgraphs: undefined,
    load: undefined,
    summary: `Nobody is bound to a core: ${why}.`,
  });
  if (process.platform !== 'linux') return unbound('that takes Linux');
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
  } catch {
    return unbound('`taskset` is not installed');
  }
  const [load, second, third] = apartFirst(allowedCpus());
  if (load === undefined || second === undefined) return unbound('there is but one');
  if (third === undefined) {
    return {
      router: second,
      subgraphs: load,
      load,
      summary: `Two cores: the router under test has ${second}, subgraphs and load share ${load}.`,
    };
  }
  return {
    router: third,
    subgraphs: second,
    load,
    summary: `The router under test has core ${third}, the subgraphs ${second}, the load ${load}.`,
  };
}

/** What starts a command on a core. */
export const boundTo = (core: number | undefined, command: readonly string[]): readonly string[] =>
  core === undefined ? command : ['taskset', '--cpu-list', String(core), ...command];

/** Binds this process, all its threads. */
export function bindMyself(core: number | undefined): void {
  if (core === undefined) return;
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(process.pid)], {
    stdio: 'ignore',
  });
}

function allowedCpus(): number[] {
  const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Two threads of one core are the last resort. */
function apartFirst(cpus: readonly number[]): number[] {
  const coreOf = (cpu: number) => {
    try {
      return readFileSync(`/sys/devices/system/cpu/cpu${cpu}/topology/thread_siblings_list`, 'utf8').trim();
    } catch {
      return String(cpu);
    }
  };
  const taken = new Set<string>();
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (const cpu of cpus) {
    const core = coreOf(cpu);
    (taken.has(core) ? seconds : firsts).push(cpu);
    taken.add(core);
  }
  return [...firsts, ...seconds];
}
