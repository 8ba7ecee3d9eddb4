// What the commands say, and how they end: on Ctrl-C, SIGTERM, or when whoever started them is gone.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ShopStatus } from './control.ts';
import type { Shop } from './shop.ts';
import type { Change } from './supervisor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command; its signal is aborted when it shall end. A failure is one line (the build's also shows the build's output)
 * and exit code 1.
 */
export async function runCommand(
  command: (signal: AbortSignal, root: string) => Promise<void>,
): Promise<never> {
  const ending = new AbortController();
  for (const reason of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])
    process.on(reason, () => ending.abort());
  try {
    await command(ending.signal, root);
  } catch (error) {
    if (!ending.signal.aborted) console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  process.exit();
}

/** Shows where things are, and stays until the shop shall end. */
export async function keepOpen(shop: Shop, started: number, signal: AbortSignal): Promise<void> {
  printTable(shop.status(), (performance.now() - started) / 1000);
  if (!signal.aborted) await once(signal, 'abort');
  console.log('\nClosing …');
}

function printTable(status: ShopStatus, seconds: number): void {
  const rows = Object.entries(status.processes).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(
    [
      '',
      ...rows.map(([name, { address, state }]) => `  ${name.padEnd(width)}  ${address.padEnd(28)}  ${state}`),
      '',
      `  The shop is open at ${status.address} (ready in ${seconds.toFixed(1)} s). Ctrl-C closes it.`,
      `  Its control room is at ${status.processes.registry?.address}/`,
      '',
    ].join('\n'),
  );
}

const order = ['shell', 'router', 'catalog', 'order', 'delivery', 'registry', 'postgres'];

/** A line for each death and each return; the first starts are the table's matter. */
export function printChange({ name, state, ended, pauseSeconds, readySeconds, restarts }: Change): void {
  if (state === 'pausing') console.log(`  ${name} ended (${ended}); started again in ${pauseSeconds} s`);
  if (state === 'ready' && restarts > 0) {
    console.log(`  ${name} is back after ${readySeconds?.toFixed(1)} s (restart ${restarts})`);
  }
}
