// A whole shop on one machine: `npm start`, `npm run dev` and the end-to-end tests all start it here.
import { mkdirSync } from 'node:fs';
import { claim, type ShopStatus, serveControl } from './control.ts';
import { createDatabases } from './databases.ts';
import type { ShopOptions } from './env.ts';
import { logsDir, type ProcessName, planProcesses, subgraphs } from './plans.ts';
import { requireFree } from './ports.ts';
import { superuserUrl } from './postgres.ts';
import { registryCommand } from './registry-command.ts';
import { loadSecrets } from './secrets.ts';
import { type Change, rotateLog, type Supervised, supervise } from './supervisor.ts';

export const microFrontends = ['mfe-catalog', 'mfe-order', 'mfe-delivery'];

/** How long what a killed starter left behind may take to notice and go. */
const LEFTOVERS_MS = 15_000;

export interface Shop {
  address: string;
  status(): ShopStatus;
  processes: Map<string, Supervised>;
  stop(): Promise<void>;
}

export interface StartOptions extends ShopOptions {
  /** Makes what the processes run; databases are prepared meanwhile. */
  build: () => Promise<void>;
  onChange?: (change: Change) => void;
  signal: AbortSignal;
}

export async function startShop(options: StartOptions): Promise<Shop> {
  const { dataDir, ports } = options;
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  mkdirSync(logsDir(dataDir), { recursive: true, mode: 0o700 });
  const claimed = await claim(dataDir);
  if (!claimed) throw new AlreadyRunning(dataDir);

  const plans = planProcesses(options, loadSecrets(dataDir));
  const embedded = subgraphs.filter((name) => !options.databaseUrls[name]);
  const processes = new Map<string, Supervised>();
  const start = async (name: ProcessName) => {
    signal.throwIfAborted();
    rotateLog(plans[name].logFile);
    const supervised = supervise(plans[name], options.onChange);
    processes.set(name, supervised);
    await supervised.start();
  };
  const stop = async () => {
    // Who asks goes before who answers.
    for (const group of stopOrder) await Promise.all(group.map((name) => processes.get(name)?.stop()));
    claimed.server.close();
    claimed.server.closeAllConnections();
  };
  const status = (): ShopStatus => ({
    pid: process.pid,
    address: plans.shell.env.PUBLIC_URL ?? plans.shell.address,
    processes: Object.fromEntries(
      [...processes.values()].map(({ plan, status }) => [plan.name, { ...status(), address: plan.address }]),
    ),
  });
  serveControl(claimed.server, status, processes);

  const databases = async () => {
    if (embedded.length === 0) return;
    await start('postgres');
    const { databasePasswords } = loadSecrets(dataDir);
    await createDatabases(
      superuserUrl(ports.postgres, databasePasswords.postgres),
      embedded.map((name) => ({ name, password: databasePasswords[name] })),
    );
  };
  const releases = async () => {
    const said = await registryCommand(options, [
      'release',
      // Who is asked goes before who asks.
      ...subgraphs.map((name) => `subgraphs/${name}`),
      ...['shell', ...microFrontends],
      ...['--built', '--if-new', '--traffic', '100'],
    ]);
    for (const line of said.split('\n').filter((line) => /is not deployed|are deployed although/.test(line)))
      console.log(`  ${line}`);
  };
  const everything = async () => {
    const { postgres: _, ...own } = ports;
    await requireFree(embedded.length > 0 ? ports : own, claimed.unclean ? LEFTOVERS_MS : 0);
    const built = options.build();
    await Promise.all([
      Promise.all([databases(), built]).then(() => Promise.all(subgraphs.map(start))),
      Promise.all([built, start('registry')])
        .then(releases)
        .then(() => Promise.all([start('router'), start('shell')])),
    ]);
  };
  try {
    await Promise.race([everything(), rejection(options.signal)]);
  } catch (error) {
    failed.abort();
    await stop();
    throw error;
  }
  return { address: status().address, status, processes, stop };
}

const stopOrder: ProcessName[][] = [
  ['shell'],
  ['router'],
  ['catalog', 'order', 'delivery', 'registry'],
  ['postgres'],
];

export class AlreadyRunning extends Error {
  constructor(dataDir: string) {
    super(
      `A shop runs already with its data in ${dataDir}. Stop it, or start another with DATA_DIR=… and ports of its own.`,
    );
  }
}

const rejection = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
