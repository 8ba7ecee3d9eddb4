// What the commands say, and how they end: on Ctrl-C, SIGTERM, or when whoever started them is gone.
import { fileURLToPath } from 'node:url';
import type { ShopStatus } from './control.ts';
import type { Change } from './supervisor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command that stays until it is told to end; it resolves with what ends it. A failure is one line (the build's
 * also shows the build's output) and exit code 1.
 */
export async function runCommand(
  command: (signal: AbortSignal, root: string) => Promise<() => Promise<void>>,
): Promise<void> {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
  for (const reason of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])
    process.on(reason, () => ending.abort());
  try {
    const stop = await command(ending.signal, root);
    await ended;
    console.log('\nClosing …');
    await stop();
  } catch (error) {
    if (!ending.signal.aborted) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
  process.exit();
}

export function printTable(status: ShopStatus, seconds: number): void {
  const rows = Object.entries(status.processes).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(
    [
      '',
      ...rows.map(([name, { address, state }]) => `  ${name.padEnd(width)}  ${address.padEnd(28)}  ${state}`),
      '',
      `  The shop is open at ${status.address} (ready in ${seconds.toFixed(1)} s). Ctrl-C closes it; logs are in .data/logs.`,
      '',
    ].join('\n'),
  );
}

const order = ['shell', 'router', 'catalog', 'order', 'delivery', 'registry', 'postgres'];

/** A line for each death and each return. */
export function printChange({ name, state, ended, pauseSeconds, readySeconds, restarts }: Change): void {
  if (state === 'pausing') console.log(`  ${name} ended (${ended}); started again in ${pauseSeconds} s`);
  if (state === 'ready' && restarts > 0) {
    console.log(`  ${name} is back after ${readySeconds?.toFixed(1)} s (restart ${restarts})`);
  }
}
