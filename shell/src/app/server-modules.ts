// The modules of all releases that this process renders with. They are loaded when a release becomes live, by container, so that a page view of
// one release never meets the modules of another.
import type { Action, Actions } from '@arcade/mfe-kit/contract';
import { forgetContainer, loadExposed, registerContainer } from './federation.ts';
import { keepModules, type Modules } from './modules.ts';
import type { ReleaseSet } from './release-set.ts';

export interface ServerRelease {
  readonly container: string;
  /** Absolute path of its entry, a verified file. */
  readonly entry: string;
  /** Names of its pages and slots, and `actions` if it has any. */
  readonly modules: readonly string[];
}

const releases = new Map<string, Modules>();

/** Loads every module of a release. Throws the first error: a release is live as a whole or not at all. */
export async function loadRelease({ container, entry, modules }: ServerRelease): Promise<void> {
  registerContainer(container, entry);
  const kept = keepModules(({ name }) => loadExposed(container, name));
  try {
    for (const name of modules) await kept.load({ unit: container, name });
  } catch (error) {
    forgetContainer(container);
    throw error;
  }
  releases.set(container, kept);
}

/** Lets go of a release. Page views that are being rendered with it hold what they need of it. */
export function forgetRelease(container: string): void {
  releases.delete(container);
  forgetContainer(container);
}

/** A plain form post of a release that has declared it. */
export async function actionOf(container: string, name: string): Promise<Action | undefined> {
  const module = await releases.get(container)?.load({ unit: container, name: 'actions' });
  if (typeof module !== 'object' || module === null || !('actions' in module)) return undefined;
  // Their types were checked against mfe.config.ts when the release was built.
  return (module.actions as Partial<Actions>)[name];
}

/** What a page view of this set is rendered with: held from now on, whatever becomes live meanwhile. */
export function modulesOf(set: ReleaseSet): Modules {
  const held = new Map(
    Object.entries(set.units).map(([unit, { container }]) => [
      unit,
      { container, modules: releases.get(container) },
    ]),
  );
  return {
    load({ unit, name }) {
      const { container = '', modules } = held.get(unit) ?? {};
      if (!modules) throw new Error(`${unit} is not in the release set of this page.`);
      return modules.load({ unit: container, name });
    },
    forgetFailures() {},
  };
}
