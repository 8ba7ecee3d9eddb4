/**
 * The public keys of an issuer of access tokens, from its JWKS. They are fetched again now and then, and at once for a key that is
 * not known, so that keys can be rotated; while the issuer is away, the keys that are known go on to hold.
 */
import type { Logger } from '@arcade/subgraph-kit/service';
import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey } from 'jose';

export interface IssuerKeysOptions {
  url: string;
  log: Pick<Logger, 'warn'>;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** How long the issuer may take, milliseconds. */
  timeoutMs?: number;
}

/** After this time the keys are fetched again, beside the requests: a key that was withdrawn ends to hold. */
const REFRESH_MS = 10 * 60_000;
/** Whoever invents key ids makes the router ask the issuer this often, and no more. */
const PAUSE_MS = 30_000;
/** An issuer that is away, or whose answer is wrong, is left alone this long. */
const PAUSE_AFTER_FAILURE_MS = 5_000;
const TIMEOUT_MS = 5_000;

export function issuerKeys({
  url,
  log,
  now = Date.now,
  timeoutMs = TIMEOUT_MS,
}: IssuerKeysOptions): JWTVerifyGetKey {
  let asked = Number.NEGATIVE_INFINITY;
  let failed = Number.NEGATIVE_INFINITY;
  const ask: FetchImplementation = async (address, options) => {
    if (now() < failed + PAUSE_AFTER_FAILURE_MS) throw new Error('the issuer did not answer a moment ago');
    asked = now();
    try {
      const response = await fetch(address, options);
      if (response.status !== 200) throw new Error(`it answered with status ${response.status}`);
      return response;
    } catch (error) {
      failed = now();
      log.warn(
        { err: error, url },
        'the keys of the access tokens cannot be fetched; those that are known hold',
      );
      throw error;
    }
  };
  const keys = createRemoteJWKSet(new URL(url), {
    // What is known holds until something newer is there: see the refresh below.
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: PAUSE_MS,
    timeoutDuration: timeoutMs,
    [customFetch]: ask,
  });
  return async (header, token) => {
    if (keys.jwks() && now() > asked + REFRESH_MS) keys.reload().catch(() => {});
    return keys(header, token);
  };
}
