// `arcade`, on the registry of this shop.
import { execFile, spawn } from 'node:child_process';
import type { ShopOptions } from './env.ts';

type Of = Pick<ShopOptions, 'root' | 'dataDir'>;

const command = ({ root, dataDir }: Of, args: string[]) => ({
  args: ['registry/src/cli.ts', ...args],
  // The registry of the shop in this folder, whatever else is set.
  options: { cwd: root, env: { ...process.env, DATA_DIR: dataDir, REGISTRY_URL: '', REGISTRY_TOKEN: '' } },
});

/** Resolves with what it says. */
export function registryCommand(of: Of, args: string[]): Promise<string> {
  const arcade = command(of, args);
  return new Promise((resolve, reject) => {
    execFile(process.execPath, arcade.args, arcade.options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout.trim());
    });
  });
}

/** In this terminal, with its colours; how it ends is how this process will. */
export async function showRegistryCommand(of: Of, args: string[], signal: AbortSignal): Promise<void> {
  const arcade = command(of, args);
  const running = spawn(process.execPath, arcade.args, { ...arcade.options, stdio: 'inherit', signal });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (code) => resolve(code ?? 1));
  });
}
