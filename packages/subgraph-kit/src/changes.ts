/**
 * What subscriptions wait for: that the thing with an id has changed. Whoever changes it says so by NOTIFY in the same
 * transaction; each process hears it on one connection, and wakes those of its subscriptions that it concerns.
 */
import { GraphQLError } from 'graphql';

export interface Changes {
  tell(id: string): void;
  /** Anything may have changed: after a time in which nothing was heard. */
  tellAll(): void;
  /**
   * Yields at once, and again after each change, until the signal aborts. Changes that come faster than they are looked at are one.
   * Throws GraphQLError TOO_MANY_SUBSCRIPTIONS.
   */
  of(id: string, over: AbortSignal | undefined): AsyncGenerator<void, void>;
}

/** @param max subscriptions at the same time, in this process */
export function changes(max: number): Changes {
  const watchers = new Map<string, Set<Watcher>>();
  let open = 0;

  function leave(id: string, watcher: Watcher): void {
    const all = watchers.get(id);
    if (!all?.delete(watcher)) return;
    open--;
    if (all.size === 0) watchers.delete(id);
    watcher.wake();
  }

  async function* looks(id: string, watcher: Watcher): AsyncGenerator<void, void> {
    try {
      while (watchers.get(id)?.has(watcher)) {
        // Before the look: what changes while somebody looks must not be slept through.
        const changed = watcher.next();
        yield;
        await changed;
      }
    } finally {
      leave(id, watcher);
    }
  }

  return {
    tell(id) {
      for (const { wake } of watchers.get(id) ?? []) wake();
    },
    tellAll() {
      for (const all of watchers.values()) for (const { wake } of all) wake();
    },
    of(id, over) {
      if (open >= max) {
        const extensions = { code: 'TOO_MANY_SUBSCRIPTIONS', max };
        throw new GraphQLError('Too many subscriptions are open just now; try again later.', { extensions });
      }
      const watcher = newWatcher();
      open++;
      watchers.set(id, (watchers.get(id) ?? new Set()).add(watcher));
      // A generator that waits, or that nobody began to read, does not hear of its end.
      if (over?.aborted) leave(id, watcher);
      else over?.addEventListener('abort', () => leave(id, watcher), { once: true });
      return looks(id, watcher);
    },
  };
}

interface Watcher {
  wake(): void;
  next(): Promise<void>;
}

function newWatcher(): Watcher {
  let waiting = Promise.withResolvers<void>();
  return {
    wake: () => waiting.resolve(),
    next() {
      waiting = Promise.withResolvers();
      return waiting.promise;
    },
  };
}
