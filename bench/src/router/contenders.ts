/** Who is measured, and how each is told what to share. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startArguments } from '../../../scripts/shop/start-arguments.ts';
import type { Command } from './processes.ts';

/**
 * What may be shared among the requests in flight: nothing; identical reads of subgraphs; identical requests of clients too.
 */
export const modes = ['alone', 'reads', 'requests'] as const;
export type Mode = (typeof modes)[number];

export const contenders = ['arcade', 'stock', 'hive'] as const;
export type Contender = (typeof contenders)[number];

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const router = folder('../../../router/');
const peers = folder('../../peers/');

/** Stock shares nothing, whatever the mode. */
export function commandOf(contender: Contender, mode: Mode, supergraph: string, port: number): Command {
  const reads = mode !== 'alone';
  const requests = mode === 'requests';
  switch (contender) {
    case 'arcade':
      return {
        name: 'Arcade',
        command: [process.execPath, ...startArguments(router)],
        cwd: router,
        env: {
          ...wideLimits,
          SHARE_READS: reads ? 'on' : 'off',
          SHARE_REQUESTS: requests ? 'on' : 'off',
          SUPERGRAPH: supergraph,
          PORT: String(port),
          OPERATIONS: 'any',
          WORKERS: '1',
          LOG_LEVEL: 'error',
        },
      };
    case 'stock':
      return {
        name: '@apollo/gateway',
        command: [process.execPath, 'stock.mjs'],
        cwd: peers,
        // Otherwise it asks cloud metadata services about its host, and reports to its maker.
        env: { SUPERGRAPH: supergraph, PORT: String(port), APOLLO_TELEMETRY_DISABLED: 'true' },
      };
    case 'hive':
      return {
        name: 'Hive Gateway',
        command: [
          process.execPath,
          'node_modules/@graphql-hive/gateway/dist/bin.js',
          ...['supergraph', supergraph],
          ...['--config-path', 'hive.config.mjs'],
          '--hive-router-runtime',
          ...['--host', '127.0.0.1'],
          ...['--port', String(port)],
        ],
        cwd: peers,
        env: { SHARE_READS: String(reads), SHARE_REQUESTS: String(requests), LOG_LEVEL: 'error' },
      };
  }
}

/** The limits stay on, and are counted; only nobody here reaches them. */
const wideLimits = {
  MAX_BODY_BYTES: '1000000',
  MAX_QUERY_BYTES: '1000000',
  MAX_TOKENS: '100000',
  MAX_DEPTH: '100',
  MAX_ALIASES: '1000',
  MAX_ROOT_FIELDS: '100',
  MAX_FIELDS: '100000',
  MAX_DIRECTIVES: '1000',
  MAX_PAGE_SIZE: '10000',
  MAX_COST: '1000000',
  MAX_REQUESTS_PER_SECOND: '0',
  // On a machine that does something else too, nobody's answer is cut off.
  REQUEST_TIMEOUT_MS: '30000',
  SUBGRAPH_TIMEOUT_MS: '30000',
};

/** @returns the command that installs the peers, unless they are there already */
export function installPeers(): Command | undefined {
  const installed = `${peers}node_modules/.package-lock.json`;
  const wanted = `${peers}package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return undefined;
  return {
    name: 'npm',
    // None of them needs a script of its own to be installed.
    command: ['npm', 'ci', '--prefix', peers, '--ignore-scripts'],
    // How this machine reaches the registry.
    env: process.env,
  };
}
