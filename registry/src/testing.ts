// For tests: folders that go away by themselves, builds as small as a release can be, and a registry that has them.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Discovery, discoverySchema } from '@arcade/mfe-kit/discovery';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { onTestFinished } from 'vitest';
import { registryClient } from './cli/client.ts';
import { startRegistry } from './registry.ts';
import { sha256, type Token } from './tokens.ts';

export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'registry-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

interface Build {
  unit?: string;
  version: string;
  /** In its files; another one is other content. */
  word?: string;
  operations?: readonly string[];
  pages?: Manifest['pages'];
  shared?: Manifest['shared'];
}

const contentOf = (word: string) => `export const word = '${word}';\n`;
const files = ['client/entry.js', 'server/entry.cjs'];

export function manifestOf({
  unit = 'mfe-order',
  version,
  word = version,
  operations = [],
  pages = {},
  shared = {},
}: Build): Manifest {
  const content = contentOf(word);
  const facts = {
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    size: content.length,
    brotliSize: content.length,
  };
  return {
    unit,
    version,
    container: 'mfe_order',
    entry: { client: 'client/entry.js', server: 'server/entry.cjs' },
    pages,
    slots: {},
    uses: {},
    exposes: {},
    shared,
    files: Object.fromEntries(files.map((file) => [file, facts])),
    operations: Object.fromEntries(
      operations.map((text) => [createHash('sha256').update(text).digest('hex'), text]),
    ),
  };
}

/** What a micro-frontend's build leaves behind. */
export async function build(given: Build): Promise<string> {
  const dir = await temporaryFolder();
  for (const file of files) {
    await mkdir(path.join(dir, path.dirname(file)), { recursive: true });
    await writeFile(path.join(dir, file), contentOf(given.word ?? given.version));
  }
  await writeFile(path.join(dir, 'manifest.json'), JSON.stringify(manifestOf(given)));
  return dir;
}

export const secretOf = { admin: 'secret-of-admin', order: 'secret-of-order', shell: 'secret-of-shell' };

const tokens: Token[] = [
  { name: 'admin', units: ['*'], sha256: sha256(secretOf.admin) },
  { name: 'order team', units: ['mfe-order', 'subgraphs/order'], sha256: sha256(secretOf.order) },
  { name: 'shell', units: ['shell/health'], sha256: sha256(secretOf.shell) },
];

/** For tests that are not about the checks. */
const nothingToSay = { check: async () => [], healthy: () => true };

/** A registry that listens, with what is asked of it most. */
export async function serve(
  dir: string,
  judges: Parameters<typeof startRegistry>[1] = nothingToSay,
  env: Partial<Parameters<typeof startRegistry>[0]> = {},
) {
  const registry = await startRegistry(
    {
      PORT: 0,
      HOST: '127.0.0.1',
      RELEASES_DIR: dir,
      REGISTRY_TOKENS: tokens,
      PUBLIC_URL: undefined,
      RELEASE_GRACE_MINUTES: 60,
      SERVICES: {},
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      ...env,
    },
    judges,
  );
  onTestFinished(() => registry.stop());
  const { url } = registry;
  return {
    url,
    stop: registry.stop,
    as: (token?: string) => registryClient({ url, token }),
    discover: async (): Promise<Discovery> =>
      discoverySchema.parse(await (await fetch(`${url}/discovery.json`)).json()),
  };
}
