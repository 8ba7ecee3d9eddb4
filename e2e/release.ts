// Releases made for a test: what was built, with one thing changed, as a release of its own.
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { registryCommand } from '../scripts/shop/registry-command.ts';
import { env } from './env.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shopFolders = { root, dataDir: path.resolve(root, env.DATA_DIR) };

type Unit = 'mfe-catalog' | 'mfe-order' | 'mfe-delivery';

interface Manifest {
  version: string;
  container: string;
  files: Record<string, { integrity: string; size: number; brotliSize: number }>;
}

/** Makes live, for as long as `work` runs, a release of the unit in whose code every `from` is a `to`. */
export async function withRelease(
  unit: Unit,
  { from, to }: { from: string; to: string },
  work: (version: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'arcade-release-'));
  try {
    const version = await variant(unit, folder, from, to);
    await registryCommand(shopFolders, ['release', unit, '--folder', folder, '--traffic', '100']);
    try {
      await work(version);
    } finally {
      await registryCommand(shopFolders, ['rollback', unit]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function variant(unit: Unit, folder: string, from: string, to: string): Promise<string> {
  await cp(path.join(root, unit, 'dist'), folder, { recursive: true });
  const manifestFile = path.join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const version = randomBytes(6).toString('hex');
  let changed = 0;
  for (const [name, file] of Object.entries(manifest.files)) {
    if (!/\.c?js$/.test(name)) continue;
    const before = await readFile(path.join(folder, name), 'utf8');
    changed += before.split(from).length - 1;
    const content = before.replaceAll(from, to).replaceAll(manifest.version, version);
    await writeFile(path.join(folder, name), content);
    file.integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    file.size = Buffer.byteLength(content);
    file.brotliSize = brotliCompressSync(content).length;
  }
  if (changed === 0) throw new Error(`Nothing in ${unit}'s build reads ${JSON.stringify(from)}.`);
  manifest.container = manifest.container.replace(manifest.version, version);
  manifest.version = version;
  await writeFile(manifestFile, JSON.stringify(manifest));
  return version;
}
