import { spawn } from 'node:child_process';
import path from 'node:path';

/** `turbo run build weigh`, quiet: one line that moves on a terminal, the whole output when it fails. */
export async function build(root: string, signal: AbortSignal, filters: string[] = []): Promise<void> {
  const started = performance.now();
  const args = [
    'run',
    'build',
    'weigh',
    '--output-logs=errors-only',
    '--ui=stream',
    ...filters.map((name) => `--filter=${name}`),
  ];
  const turbo = spawn(path.join(root, 'node_modules/.bin/turbo'), args, {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', FORCE_COLOR: '0' },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  turbo.stdout.on('data', collect);
  turbo.stderr.on('data', collect);

  turbo.once('error', () => {}); // Aborted: 'close' follows.
  const line = () => `Building … ${((performance.now() - started) / 1000).toFixed(0)} s`;
  const tick = process.stdout.isTTY ? setInterval(() => process.stdout.write(`\r${line()}`), 500) : undefined;
  if (!tick) console.log('Building …');
  const code = await new Promise((resolve) => turbo.once('close', resolve));
  clearInterval(tick);
  if (tick) process.stdout.write('\r\x1b[K');
  if (code !== 0) throw new BuildError(output);
}

export class BuildError extends Error {
  constructor(output: string) {
    super(`The build failed.\n\n${output.trim()}`);
  }
}
