/** At most so many requests on their way to one subgraph, and so many waiting: one that hangs does not take the router with it. */
export interface Bulkhead<Waiter> {
  readonly inFlight: number;
  readonly queued: number;
  /** Who has a place must `leave`. `queued`: `start` is called with it when there is one. */
  enter(waiter: Waiter): 'entered' | 'queued' | 'full';
  /** Gives the place to who has waited longest. */
  leave(): void;
  /** Waits no longer. */
  giveUp(waiter: Waiter): void;
  /** Settles when nobody is under way or waits. */
  idle(): Promise<void>;
}

export function bulkhead<Waiter>(options: {
  places: number;
  queue: number;
  /** @returns false: it does not need the place */
  start(waiter: Waiter): boolean;
}): Bulkhead<Waiter> {
  const waiting = new Set<Waiter>();
  let taken = 0;
  const idle: (() => void)[] = [];
  return {
    get inFlight() {
      return taken;
    },
    get queued() {
      return waiting.size;
    },
    enter(waiter) {
      if (taken < options.places) {
        taken++;
        return 'entered';
      }
      if (waiting.size >= options.queue) return 'full';
      waiting.add(waiter);
      return 'queued';
    },
    leave() {
      for (const first of waiting) {
        waiting.delete(first);
        if (options.start(first)) return;
      }
      taken--;
      if (taken === 0) for (const tell of idle.splice(0)) tell();
    },
    giveUp(waiter) {
      waiting.delete(waiter);
    },
    idle: () => (taken === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}
