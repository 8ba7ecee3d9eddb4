/**
 * Public entities and root answers, kept in memory for as long as the subgraph that sent them allows. What is private is never
 * kept, because the keys say nothing of who asked. One cache for each supergraph: another one may mean something else by the same key.
 */
import { LRUCache } from 'lru-cache';
import type { CachePolicy } from './client.ts';

export interface CachedValue {
  /** Shared by all who ask: nobody writes to it. */
  readonly value: unknown;
  /** Seconds that it may still be kept. */
  readonly maxAge: number;
}

export interface EntityCache {
  readonly isEmpty: boolean;
  /** @param key subgraph, operation, variables without representations, and one representation */
  get(key: string): CachedValue | undefined;
  /** @param bytes what the value takes, about */
  set(key: string, value: unknown, bytes: number, policy: CachePolicy | undefined): void;
}

/** @param now milliseconds */
export function entityCache(maxBytes: number, now = () => performance.now()): EntityCache | undefined {
  if (maxBytes === 0) return undefined;
  const entries = new LRUCache<string, { value: unknown; until: number }>({ maxSize: maxBytes });
  return {
    get isEmpty() {
      return entries.size === 0;
    },
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      const left = entry.until - now();
      if (left > 0) return { value: entry.value, maxAge: Math.floor(left / 1000) };
      entries.delete(key);
      return undefined;
    },
    set(key, value, bytes, policy) {
      if (policy?.scope !== 'public' || policy.maxAge <= 0) return;
      // A character of a key is one byte or two: count two.
      const size = Math.max(1, bytes) + key.length * 2;
      entries.set(key, { value, until: now() + policy.maxAge * 1000 }, { size });
    },
  };
}

/**
 * `Cache-Control` of a subgraph's answer (RFC 9111, section 5.2.2). The question said who asks, so an answer is for everybody
 * only where it says `public`.
 * @returns undefined: must not be kept
 */
export function cachePolicyOf(header: string | undefined): CachePolicy | undefined {
  if (header === undefined) return undefined;
  const said = new Map(
    header
      .toLowerCase()
      .split(',')
      .map((directive) => {
        const [name = '', value = ''] = directive.trim().split('=');
        return [name, value] as const;
      }),
  );
  if (said.has('no-store') || said.has('no-cache')) return undefined;
  const scope = said.has('public') && !said.has('private') ? 'public' : 'private';
  // The router is a cache for many, and s-maxage is said to those.
  const maxAge = (scope === 'public' ? said.get('s-maxage') : undefined) ?? said.get('max-age');
  return maxAge !== undefined && /^\d+$/.test(maxAge) && Number(maxAge) > 0
    ? { maxAge: Number(maxAge), scope }
    : undefined;
}

/** For what is put together of both. @returns undefined: must not be kept */
export function strictest(a: CachePolicy | undefined, b: CachePolicy | undefined): CachePolicy | undefined {
  if (!a || !b) return undefined;
  return {
    maxAge: Math.min(a.maxAge, b.maxAge),
    scope: a.scope === 'private' || b.scope === 'private' ? 'private' : 'public',
  };
}

/** What the router's own answer says. */
export const cacheControl = (policy: CachePolicy | undefined): string =>
  policy ? `max-age=${policy.maxAge}, ${policy.scope}` : 'no-store';
