// Modules of micro-frontends, loaded through module federation and kept, so that rendering finds them without waiting.
import type { Exposed } from './release-set.ts';

export interface Modules {
  /**
   * The same promise for the same module, also when it has failed: rendering asks again and again. React's `use` reads a settled one without
   * suspending.
   */
  load(exposed: Exposed): Promise<unknown>;
  /** Lets the next `load` of what has failed try again. */
  forgetFailures(): void;
}

export function keepModules(load: (exposed: Exposed) => Promise<unknown>): Modules {
  const kept = new Map<string, Promise<unknown>>();
  const failed = new Set<string>();
  return {
    load(exposed) {
      const key = `${exposed.unit}/${exposed.name}`;
      let loading = kept.get(key);
      if (!loading) {
        loading = tracked(load(exposed));
        kept.set(key, loading);
        loading.catch(() => failed.add(key));
      }
      return loading;
    },
    forgetFailures() {
      for (const key of failed) kept.delete(key);
      failed.clear();
    },
  };
}

/** Notes the outcome on the promise where React looks for it (`status`, `value`, `reason`). */
function tracked<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => void Object.assign(promise, { status: 'fulfilled', value }),
    (reason: unknown) => void Object.assign(promise, { status: 'rejected', reason }),
  );
  return promise;
}
