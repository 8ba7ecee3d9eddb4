/** Lets those who wait for an order's fate know of it, whichever instance of the service decided it. */
import type { OrderId } from '../domain/ids.ts';

export class Settlements {
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #patienceMs: number;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** Resolves when the order is settled, or when patience ends. */
  of(id: OrderId): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(id) ?? new Set();
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        if (waiting.size === 0) this.#waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(done, this.#patienceMs);
      this.#waiting.set(id, waiting.add(done));
    });
  }

  tell(id: string): void {
    for (const done of [...(this.#waiting.get(id) ?? [])]) done();
  }
}
