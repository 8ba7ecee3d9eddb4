/**
 * How often one may ask: n requests at once, and n a second after that. Who has no identity is known by the address. Own,
 * because `rate-limiter-flexible` keeps a timer for each key and as many keys as come; this keeps one number for each, and
 * the latest 100,000 of them.
 */
import type { Identity } from '@arcade/subgraph-kit/statement';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../refusal.ts';

const REMEMBERED = 100_000;

/** Throws Refusal RATE_LIMITED. */
export type RateLimit = (asker: { identity: Identity; address: string }, requests?: number) => void;

/**
 * The generic cell rate algorithm, a token bucket that is one number: when all that was asked is paid for.
 * @param perSecond 0 lets everything through
 * @param now milliseconds
 */
export function rateLimit(perSecond: number, now: () => number = () => performance.now()): RateLimit {
  if (perSecond === 0) return () => {};
  const cost = 1_000 / perSecond;
  const paidAt = new LRUCache<string, number>({ max: REMEMBERED });
  return ({ identity, address }, requests = 1) => {
    const key = identity.visitor === undefined ? `address ${address}` : `visitor ${identity.visitor}`;
    const at = now();
    const paid = Math.max(paidAt.get(key) ?? 0, at) + requests * cost;
    // Half a token's tolerance: times are fractions.
    const wait = paid - at - 1_000 - cost / 2;
    if (wait > 0) {
      throw new Refusal('RATE_LIMITED', `${perSecond} requests a second are answered. Ask again later.`, {
        status: 429,
        headers: { 'retry-after': String(Math.ceil(wait / 1_000)) },
      });
    }
    paidAt.set(key, paid);
  };
}
