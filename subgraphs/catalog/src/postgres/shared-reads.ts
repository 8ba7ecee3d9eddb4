import type { Reads } from '../use-cases/read-catalogue.ts';

/**
 * Identical reads share one answer while it is in flight and for a moment after: the page and its slots ask for the same
 * product at the same time, and so do the shoppers of a product that everybody looks at.
 */
export class SharedReads<Value> implements Reads<Value> {
  readonly #read: (keys: readonly string[]) => Promise<Map<string, Value>>;
  readonly #now: () => number;
  readonly #answers = new Map<string, { value: Promise<Value | null>; until: number }>();

  static readonly lifeMs = 1_000;
  static readonly most = 2_000;

  constructor(read: (keys: readonly string[]) => Promise<Map<string, Value>>, now = () => performance.now()) {
    this.#read = read;
    this.#now = now;
  }

  /** One read for all that nobody has asked for just now. */
  load(keys: readonly string[]): Promise<(Value | null)[]> {
    const now = this.#now();
    const missing = [...new Set(keys)].filter(
      (key) => (this.#answers.get(key)?.until ?? Number.NEGATIVE_INFINITY) < now,
    );
    if (missing.length > 0) this.#start(missing, now);
    return Promise.all(keys.map((key) => this.#answers.get(key)?.value ?? null));
  }

  /** After a write of this process: its own next reads see it. */
  clear(): void {
    this.#answers.clear();
  }

  #start(keys: readonly string[], now: number): void {
    const all = this.#read(keys);
    for (const key of keys) {
      const answer = {
        value: all.then((values) => values.get(key) ?? null),
        until: Number.POSITIVE_INFINITY,
      };
      // Last in the map is youngest.
      this.#answers.delete(key);
      this.#answers.set(key, answer);
      answer.value.then(
        () => {
          answer.until = now + SharedReads.lifeMs;
        },
        () => {
          if (this.#answers.get(key) === answer) this.#answers.delete(key);
        },
      );
    }
    for (const [key, { until }] of this.#answers) {
      if (this.#answers.size <= SharedReads.most && until >= now) break;
      this.#answers.delete(key);
    }
  }
}
