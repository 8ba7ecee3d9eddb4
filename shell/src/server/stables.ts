/**
 * Which releases of each unit were stable, the last one last: what a visitor gets when a newer one cannot be loaded. Kept in a file, because
 * the discovery document names only what is live, and the shell may be started anew at any time.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unitName, versionName } from '@arcade/mfe-kit/manifest';
import { z } from 'zod';

/** The present one, the one before, and one more for the time after a rollback. */
const mostKept = 3;
const kept = z.record(unitName, z.array(versionName).max(mostKept));

export class Stables {
  readonly #file: string;
  readonly #byUnit: Map<string, readonly string[]>;

  private constructor(file: string, byUnit: Record<string, readonly string[]>) {
    this.#file = file;
    this.#byUnit = new Map(Object.entries(byUnit));
  }

  static async open(stateDir: string): Promise<Stables> {
    const file = join(stateDir, 'stables.json');
    try {
      return new Stables(file, kept.parse(JSON.parse(await readFile(file, 'utf8'))));
    } catch {
      // None was kept, or by a version of the shell that wrote it differently.
      return new Stables(file, {});
    }
  }

  of(unit: string): readonly string[] {
    return this.#byUnit.get(unit) ?? [];
  }

  units(): readonly string[] {
    return [...this.#byUnit.keys()];
  }

  /** The unit's stable release is this one now, and works. One that was stable before is so by a rollback: what came after it does not count any more. */
  async note(unit: string, version: string): Promise<void> {
    const before = this.of(unit);
    if (before.at(-1) === version) return;
    const place = before.indexOf(version);
    const now = place < 0 ? [...before, version].slice(-mostKept) : before.slice(0, place + 1);
    this.#byUnit.set(unit, now);
    await mkdir(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.${process.pid}.draft`;
    await writeFile(draft, JSON.stringify(Object.fromEntries(this.#byUnit)));
    await rename(draft, this.#file);
  }
}
