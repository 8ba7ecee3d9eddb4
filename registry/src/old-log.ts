// Before it had a database the registry kept its log as numbered files in `.deployments/`. A folder that still has them is taken
// over at the first start: every act, and every release whose folder is there. The files stay where they are.
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isCode, ReleaseRefused, readManifest, releaseFolder } from './releases.ts';
import { type Act, evolve } from './rollout.ts';
import type { Store } from './store.ts';

const entry = z.object({
  act: z.enum(['release', 'rollback']),
  unit: z.string(),
  /** What is live from here on. */
  version: z.string(),
  at: z.iso.datetime(),
});

/** Who acted was not written down then. */
const actor = 'unknown (old log)';

/** Does nothing where the store has a log already. Gives the number of acts that were taken over. */
export async function takeOverOldLog(dir: string, store: Store): Promise<number> {
  if (store.lastNumber() > 0) return 0;
  const [releases, acts] = await Promise.all([readReleases(dir), readActs(dir)]);
  store.takeOver(
    releases.map((release) => ({ ...release, publishedBy: actor })),
    acts.map(({ at, act }) => ({ act, by: { actor, at: new Date(at) } })),
  );
  return acts.length;
}

async function readActs(dir: string): Promise<{ at: string; act: Act }[]> {
  const folder = path.join(dir, '.deployments');
  const names = (await listed(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const live = new Map<string, ReturnType<typeof evolve>>();
  const acts: { at: string; act: Act }[] = [];
  for (const name of names) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const { act: kind, unit, version, at } = entry.parse(JSON.parse(text));
    const from = live.get(unit)?.stable;
    const act: Act =
      kind === 'rollback' && from !== undefined
        ? { act: 'rollback', unit, from, to: version }
        : { act: 'deploy', unit, version, traffic: 100 };
    live.set(unit, evolve(live.get(unit), act, at));
    acts.push({ at, act });
  }
  return acts;
}

async function readReleases(dir: string) {
  const units = (await listed(dir)).filter((name) => !name.startsWith('.'));
  const found = await Promise.all(
    units.map(async (unit) =>
      (await listed(path.join(dir, unit))).map(async (version) => {
        const folder = releaseFolder(dir, unit, version);
        try {
          const { text } = await readManifest(folder);
          const { mtime } = await lstat(path.join(folder, 'manifest.json'));
          return [{ unit, version, manifestText: text, publishedAt: mtime.toISOString() }];
        } catch (error) {
          // Not a release, or one that was half cleared away: it cannot be served either.
          if (error instanceof ReleaseRefused) return [];
          throw error;
        }
      }),
    ),
  );
  return (await Promise.all(found.flat()))
    .flat()
    .toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt));
}

async function listed(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  });
}
