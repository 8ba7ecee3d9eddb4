/**
 * `npm run bench -w bench -- router`: our router beside Apollo's gateway and Hive Gateway, on the same subgraphs, the same
 * operations and a core of its own. README.md says what is asked and how to read the table.
 */
import { once } from 'node:events';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { type Contender, commandOf, contenders, installPeers, type Mode, modes } from './contenders.ts';
import { bindMyself, type Cores, chooseCores } from './cores.ts';
import { type RunningGraph, startGraph } from './graph-processes.ts';
import { CONNECTIONS, measure, type Target } from './load.ts';
import { memoryMb } from './process-figures.ts';
import { askOnce, endAllWithMe, freePort, type Started, startProcess, untilAnswering } from './processes.ts';
import { type Measured, type Round, report, warning } from './report.ts';
import { readGraphs, type Workload } from './workloads.ts';

// V8 still optimises what a heavy query needs after a thousand of them.
const WARM_UP_SECONDS = 4;
/** On a busy machine rounds get longer, so there are fewer of them: a workload gets this many times what it ought to take, one round at least. */
const PATIENCE = 1.25;

interface Options {
  rounds: number;
  seconds: number;
  workloads: readonly string[];
  modes: readonly Mode[];
  contenders: readonly Contender[];
}

interface Runner extends Target {
  contender: Contender;
  process: Started;
}

export async function routerBench(args: string[]): Promise<void> {
  const graphs = await readGraphs();
  const options = readOptions(
    args,
    graphs.flatMap(({ workloads }) => workloads.map(({ name }) => name)),
  );
  endAllWithMe();
  if (options.contenders.some((contender) => contender !== 'arcade')) await install();
  const cores = chooseCores();
  bindMyself(cores.load);
  console.log(
    `Node ${process.versions.node}, ${CONNECTIONS} connections, median of up to ${options.rounds} rounds of ${options.seconds} s. ${cores.summary}`,
  );
  const peers = options.contenders.filter((contender) => contender !== 'arcade');
  const measured: Measured[] = [];
  const peaks: string[] = [];
  for (const graph of graphs) {
    const workloads = graph.workloads.filter(({ name }) => options.workloads.includes(name));
    if (workloads.length === 0) continue;
    const running = await startGraph(graph, cores.subgraphs);
    for (const mode of options.modes) {
      const runners = await startRunners(running, mode, options, cores);
      for (const workload of workloads) {
        const found: Measured[] = [];
        for (const [runner, rounds] of await runWorkload(workload, runners, running, options)) {
          found.push({ workload: workload.name, mode, contender: runner.contender, rounds });
          if (workload.name === 'heavy') peaks.push(peakOf(runner, mode));
        }
        // A run that is cut short has told what it knew.
        console.error(report(found, peers));
        measured.push(...found);
      }
      await Promise.all(runners.map((runner) => runner.process.stop()));
    }
    await running.stop();
  }
  console.log(report(measured, peers));
  const warned = warning(measured);
  if (warned) console.log(`\n${warned}`);
  if (peaks.length > 0)
    console.log(`\nMost memory until the end of the heavy query, start included: ${peaks.join('; ')}.`);
}

async function startRunners(
  { supergraph }: RunningGraph,
  mode: Mode,
  options: Options,
  cores: Cores,
): Promise<Runner[]> {
  return Promise.all(
    options.contenders.map(async (contender) => {
      const port = await freePort();
      const process = startProcess(commandOf(contender, mode, supergraph, port), cores.router);
      const url = `http://127.0.0.1:${port}/graphql`;
      await untilAnswering(process, url);
      return { contender, process, name: process.name, pid: process.pid, url, core: cores.router };
    }),
  );
}

/** Everybody answers alike, everybody is warm, then rounds: each has its turn in each, and another one first. */
async function runWorkload(
  { name, query, variables }: Workload,
  runners: readonly Runner[],
  graph: RunningGraph,
  { rounds: count, seconds }: Options,
): Promise<Map<Runner, Round[]>> {
  const end = performance.now() + PATIENCE * 1000 * runners.length * (WARM_UP_SECONDS + count * seconds);
  await demandSameAnswers(name, query, variables, runners);
  const body = JSON.stringify({ query, variables });
  const perSecond = new Map<Runner, number>();
  const measureFor = async (runner: Runner, time: number) => {
    // Each connection asks equally often, once at least.
    const turns = Math.max(1, Math.round(((perSecond.get(runner) ?? 0) * time) / CONNECTIONS));
    const amount = turns * CONNECTIONS;
    const before = await graph.requests();
    const round = await measure(runner, body, amount);
    perSecond.set(runner, round.requestsPerSecond);
    return { ...round, subgraphRequests: ((await graph.requests()) - before) / amount };
  };
  for (const runner of runners) {
    await measureFor(runner, 0);
    await measureFor(runner, WARM_UP_SECONDS);
  }
  const rounds = new Map<Runner, Round[]>(runners.map((runner) => [runner, []]));
  for (let round = 0; round < count && (round === 0 || performance.now() < end); round++) {
    const first = round % runners.length;
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      const figures = await measureFor(runner, seconds);
      rounds.get(runner)?.push(figures);
      console.error(
        `${name}, round ${round + 1}: ${runner.name} ${figures.requestsPerSecond.toFixed(0)} requests/s`,
      );
    }
  }
  return rounds;
}

async function demandSameAnswers(
  workload: string,
  query: string,
  variables: object,
  runners: readonly Runner[],
): Promise<void> {
  let model: { name: string; data: unknown } | undefined;
  for (const { name, url } of runners) {
    const text = await (await askOnce(url, query, variables)).text();
    const { data, errors } = JSON.parse(text);
    if (errors || !data) throw new Error(`${name} does not answer ${workload}: ${text.slice(0, 1_000)}`);
    model ??= { name, data };
    if (!isDeepStrictEqual(model.data, data)) {
      throw new Error(
        `${name} and ${model.name} answer ${workload} differently at ${difference(model.data, data)}`,
      );
    }
    console.error(`${workload}: ${name} answers ${(text.length / 1024).toFixed(1)} KB`);
  }
}

/** Where two values differ first. */
function difference(one: unknown, other: unknown, path = 'data'): string {
  const nested = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (nested(one) && nested(other)) {
    const ones = Object.entries(one);
    const others = new Map(Object.entries(other));
    for (const [key, value] of ones) {
      if (!isDeepStrictEqual(value, others.get(key)))
        return difference(value, others.get(key), `${path}.${key}`);
    }
    if (ones.length !== others.size) return `${path} (fields or entries)`;
  }
  return `${path}: ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`;
}

function peakOf({ name, pid }: Runner, mode: Mode): string {
  const peak = memoryMb(pid, 'VmHWM');
  return `${name} (${mode}) ${peak === undefined ? 'unknown' : `${peak.toFixed(0)} MB`}`;
}

async function install(): Promise<void> {
  const command = installPeers();
  if (!command) return;
  console.log(`Installing the peers, once: ${command.command.join(' ')}`);
  const npm = startProcess(command, undefined);
  const [code] = await once(npm.child, 'exit');
  if (code !== 0) throw new Error(`The peers cannot be installed:\n${npm.output()}`);
}

function readOptions(args: string[], workloads: readonly string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1.5' },
      workloads: { type: 'string', default: workloads.join(',') },
      modes: { type: 'string', default: modes.join(',') },
      routers: { type: 'string', default: contenders.join(',') },
    },
  });
  return {
    rounds: amount('rounds', values.rounds),
    seconds: amount('seconds', values.seconds),
    workloads: chosen('workloads', values.workloads, workloads),
    modes: chosen('modes', values.modes, modes),
    contenders: chosen('routers', values.routers, contenders),
  };
}

function amount(name: string, given: string): number {
  const value = Number(given);
  if (value > 0 && value <= 100) return value;
  throw new Error(`--${name} is ${JSON.stringify(given)}: expected a number up to 100`);
}

function chosen<Name extends string>(option: string, given: string, known: readonly Name[]): Name[] {
  const names = given.split(',');
  const unknown = names.find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) {
    throw new Error(`--${option} names ${JSON.stringify(unknown)}: expected some of ${known.join(',')}`);
  }
  return known.filter((name) => names.includes(name));
}
