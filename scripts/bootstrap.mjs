// Runs on whatever Node the machine has (20 or newer): installs what is missing, then hands over to `scripts/<command>.ts`
// on the Node that the project brings along. See docs/decisions/0002-node-from-npm.md.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'node_modules', '.bin');
const node = path.join(bin, 'node');
const [command, ...args] = process.argv.slice(2);

if (!isInstalled()) install();

// `npm run dev` looks for syntax errors with what strips types, which Node still calls experimental.
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', path.join(root, 'scripts', `${command}.ts`), ...args],
  {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      TURBO_TELEMETRY_DISABLED: '1',
    },
    // The channel tells the child when this process is gone, also after kill -9.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Cannot run ${node}: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));

// npm takes nobody along when it is killed with -9, and neither does the shell that it may have put in between.
if (process.env.npm_lifecycle_event !== undefined) {
  const above = [process.ppid, ...shellsParent(process.ppid)];
  setInterval(() => above.every(isAlive) || child.kill('SIGTERM'), 500).unref();
}

function shellsParent(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent, args = ''] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? [];
  return args.includes('sh -c ') ? [Number(parent)] : [];
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm writes its own copy of the lock file last, so that one tells whether an install was finished. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(node)) return false;
  return statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.log('Installing dependencies …');
  const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  if (!existsSync(node)) {
    console.error(
      `There is no Node for ${process.platform}-${process.arch} among the project's dependencies; Arcade runs on Linux (glibc) and macOS, x64 and arm64.`,
    );
    process.exit(1);
  }
}
