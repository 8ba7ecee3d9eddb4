/** A whole shop for one run: its own ports, its own data, and nothing left of it afterwards. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type RegistryClient, registryClient } from '../../../registry/src/cli/client.ts';
import { build } from '../../../scripts/shop/build.ts';
import { logsDir } from '../../../scripts/shop/plans.ts';
import { freePorts } from '../../../scripts/shop/ports.ts';
import { loadSecrets } from '../../../scripts/shop/secrets.ts';
import { startShop } from '../../../scripts/shop/shop.ts';
import { printChange } from '../../../scripts/shop/terminal.ts';
import { type Watched, watchMemory } from './memory.ts';

const measuredProcesses = ['shell', 'router', 'registry'] as const;

export interface RunningShop {
  address: string;
  registry: RegistryClient;
  memory: Watched[];
  /** Files and megabytes of what the shell has mirrored. */
  mirror(): Promise<{ files: number; megabytes: number }>;
  /** Of processes that were started again: none, when all is well. */
  restarts(): string[];
}

export const SLOT_DEADLINE_MS = 5_000;

export interface ShopSettings {
  root: string;
  graceMinutes: number;
  signal: AbortSignal;
}

export async function withShop(
  { root, graceMinutes, signal }: ShopSettings,
  work: (shop: RunningShop) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'arcade-bench-'));
  try {
    // Variables of single services are passed on. The inspector is opened later, at whatever port is free.
    process.env.RELEASE_GRACE_MINUTES = String(graceMinutes);
    process.env.NODE_OPTIONS = '--inspect-port=0';
    // By default a page leaves after 0.8 s without the slots that are late; on a busy machine that would be many, whatever is released.
    process.env.SLOT_DEADLINE_MS = String(SLOT_DEADLINE_MS);
    const shop = await startShop({
      root,
      dataDir,
      host: '127.0.0.1',
      ports: await freePorts(),
      databaseUrls: {},
      publicUrl: undefined,
      operationManifests: [],
      // As for visitors.
      allowOverrides: '0',
      build: () => build(root, signal),
      onChange: printChange,
      signal,
    });
    try {
      const { processes } = shop.status();
      const memory = await Promise.all(
        measuredProcesses.map((name) => {
          const { pid, address } = processes[name] ?? {};
          if (pid === undefined || address === undefined) throw new Error(`${name} does not run.`);
          return watchMemory({ name, pid, address, logFile: path.join(logsDir(dataDir), `${name}.log`) });
        }),
      );
      await work({
        address: shop.address,
        registry: registryClient({
          url: processes.registry?.address ?? '',
          token: loadSecrets(dataDir).registryTokens.admin,
        }),
        memory,
        mirror: () => sizeOf(path.join(dataDir, 'shell/releases')),
        restarts: () =>
          Object.entries(shop.status().processes).flatMap(([name, { restarts }]) =>
            restarts > 0 ? `${name} was started again ${restarts} times` : [],
          ),
      });
    } finally {
      await shop.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function sizeOf(folder: string): Promise<{ files: number; megabytes: number }> {
  const names = await readdir(folder, { recursive: true });
  // What is being tidied away meanwhile counts nothing.
  const stats = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)));
  const files = stats.filter((one) => one?.isFile());
  return {
    files: files.length,
    megabytes: files.reduce((sum, file) => sum + (file?.size ?? 0), 0) / 2 ** 20,
  };
}
