import { execFile } from 'node:child_process';
import type { ShopOptions } from './env.ts';
import { releasesDir } from './plans.ts';

/** Runs the registry's command line on the releases of this shop; resolves with what it says. */
export function registryCommand({ root, dataDir }: Pick<ShopOptions, 'root' | 'dataDir'>, args: string[]) {
  return new Promise<string>((resolve, reject) => {
    const env = { ...process.env, RELEASES_DIR: releasesDir(dataDir) };
    execFile(
      process.execPath,
      ['registry/src/cli.ts', ...args],
      { cwd: root, env },
      (error, stdout, stderr) => {
        if (error) reject(new Error(stderr.trim() || error.message));
        else resolve(stdout.trim());
      },
    );
  });
}
