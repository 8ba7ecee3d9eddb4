/** So much for each, and no more: a token bucket by name, in memory that does not grow. */
interface Options {
  readonly atOnce: number;
  readonly aMinute: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

interface Bucket {
  left: number;
  filledAt: number;
}

/** Beyond so many names the one that was quiet for the longest time starts anew. */
const mostNames = 10_000;

export class RateLimit {
  readonly #options: Required<Options>;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ now = () => performance.now(), ...options }: Options) {
    this.#options = { ...options, now };
  }

  allows(name: string, cost = 1): boolean {
    const { atOnce, aMinute, now } = this.#options;
    const at = now();
    const { left, filledAt } = this.#buckets.get(name) ?? { left: atOnce, filledAt: at };
    const filled = Math.min(atOnce, left + ((at - filledAt) / 60_000) * aMinute);
    const allowed = cost <= filled;
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: allowed ? filled - cost : filled, filledAt: at });
    const [quietest = ''] = this.#buckets.keys();
    if (this.#buckets.size > mostNames) this.#buckets.delete(quietest);
    return allowed;
  }
}
