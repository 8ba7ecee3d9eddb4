// Which release of each unit is live follows from a log that is only ever appended to: one file an entry, numbered. Taking
// the next number is atomic (link(2) fails when it is taken), so two processes can act at once and none needs a lock that
// it might die with.
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isCode } from './releases.ts';

const schema = z.object({
  act: z.enum(['release', 'rollback']),
  unit: z.string(),
  /** What is live from here on. */
  version: z.string(),
  at: z.iso.datetime(),
});

export type Deployment = z.infer<typeof schema>;

/** By unit the versions that were live, each once, the live one last. */
export type Live = Map<string, string[]>;

export class NothingBefore extends Error {
  constructor(unit: string) {
    super(`${unit} has no earlier release to go back to.`);
  }
}

/** Undefined when nothing is to be done: it is live, or (`onlyNew`) it was before. */
export const release = (
  dir: string,
  unit: string,
  version: string,
  { onlyNew = false, at = new Date() } = {},
) =>
  append(dir, (log) => {
    const known = onlyNew && log.some((one) => one.unit === unit && one.version === version);
    if (known || fold(log).get(unit)?.at(-1) === version) return undefined;
    return { act: 'release', unit, version, at: at.toISOString() };
  });

export const rollback = (dir: string, unit: string, at = new Date()) =>
  append(dir, (log) => {
    const version = fold(log).get(unit)?.at(-2);
    if (version === undefined) throw new NothingBefore(unit);
    return { act: 'rollback', unit, version, at: at.toISOString() };
  });

export async function readLive(dir: string): Promise<Live> {
  return fold(await readLog(dir));
}

/** By unit the versions that are or were live, each once. */
export async function readReleased(dir: string): Promise<Map<string, Set<string>>> {
  const released = new Map<string, Set<string>>();
  for (const { unit, version } of await readLog(dir)) {
    released.set(unit, (released.get(unit) ?? new Set()).add(version));
  }
  return released;
}

export function fold(log: Deployment[]): Live {
  const live: Live = new Map();
  for (const { act, unit, version } of log) {
    const versions = live.get(unit) ?? [];
    live.set(
      unit,
      act === 'rollback' ? versions.slice(0, -1) : [...versions.filter((one) => one !== version), version],
    );
  }
  return live;
}

/** What the act was decided on is what is there when it is written: if not, it is decided again. */
async function append(
  dir: string,
  decide: (log: Deployment[]) => Deployment | undefined,
): Promise<Deployment | undefined> {
  await mkdir(folder(dir), { recursive: true });
  const draft = path.join(dir, '.incoming', `${randomUUID()}.json`);
  await mkdir(path.dirname(draft), { recursive: true });
  try {
    for (;;) {
      const log = await readLog(dir);
      const deployment = decide(log);
      if (!deployment) return undefined;
      await writeFile(draft, `${JSON.stringify(deployment)}\n`, { flush: true });
      try {
        await link(draft, path.join(folder(dir), entryName(log.length + 1)));
        return deployment;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function readLog(dir: string): Promise<Deployment[]> {
  const names = await readdir(folder(dir)).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  const texts = await Promise.all(
    names.toSorted().map((name) => readFile(path.join(folder(dir), name), 'utf8')),
  );
  return texts.map((text) => schema.parse(JSON.parse(text)));
}

const folder = (dir: string) => path.join(dir, '.deployments');
const entryName = (number: number) => `${String(number).padStart(8, '0')}.json`;
