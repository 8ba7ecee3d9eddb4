/** Values that hold until a moment, at most so many: when full, the one that was stored first makes room. */
export interface ExpiringCache<Value> {
  get(key: string): Value | undefined;
  /** @param until milliseconds since the epoch */
  set(key: string, value: Value, until: number): void;
}

export function expiringCache<Value>(maxEntries: number): ExpiringCache<Value> {
  const entries = new Map<string, { value: Value; until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until > Date.now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value, until) {
      entries.delete(key);
      entries.set(key, { value, until });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
  };
}
