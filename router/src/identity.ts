/**
 * Who is asking: the access token, checked here and nowhere else. Whatever else a client says about itself goes no
 * further, because subgraphs get nothing of the client's headers but the statement that is signed here.
 */
import { expiringCache } from '@arcade/subgraph-kit/expiring-cache';
import { type Identity, STATEMENT_LIFE, statementSigner } from '@arcade/subgraph-kit/statement';
import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';

/** Signatures with a public key; `none` and shared secrets are not among them. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'];
/** A statement is used again while it has at least this left, seconds: time to reach the subgraph. */
const STATEMENT_RESERVE = 15;
const CACHED = 10_000;

export const nobody: Identity = { visitor: undefined, scopes: new Set() };

/** @returns nobody without a token; throws for a token that is not good */
export type Identify = (authorization: string | undefined) => Promise<Identity>;

export interface AccessTokenOptions {
  /** Keys that are known from the start. */
  jwks: JSONWebKeySet | undefined;
  /** Keys that the issuer publishes. */
  issuerKeys: JWTVerifyGetKey | undefined;
  issuer: string;
  audience: string;
}

/** Access tokens as RFC 9068 says: signed, `typ` at+jwt, for this audience, of this issuer, not expired. */
export function accessTokens({ jwks, issuerKeys, issuer, audience }: AccessTokenOptions): Identify {
  const local = createLocalJWKSet(jwks ?? { keys: [] });
  const keys: JWTVerifyGetKey = issuerKeys
    ? (header, token) =>
        local(header, token).catch((error: unknown) => {
          if (error instanceof errors.JWKSNoMatchingKey) return issuerKeys(header, token);
          throw error;
        })
    : local;
  const known = expiringCache<Identity>(CACHED);
  return async (authorization) => {
    if (authorization === undefined) return nobody;
    const [scheme = '', token = ''] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer') throw new Error('the authorization is not a bearer token');
    const cached = known.get(token);
    if (cached) return cached;
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    });
    const scope = typeof payload.scope === 'string' ? payload.scope : '';
    const identity: Identity = { visitor: payload.sub, scopes: new Set(scope.split(' ').filter(Boolean)) };
    known.set(token, identity, (payload.exp ?? 0) * 1000);
    return identity;
  };
}

const keys = new WeakMap<Identity, string>();

/** Equal for those who must get the same answer. */
export function identityKey(identity: Identity): string {
  const known = keys.get(identity);
  if (known !== undefined) return known;
  const key = JSON.stringify([identity.visitor ?? null, ...[...identity.scopes].sort()]);
  keys.set(identity, key);
  return key;
}

/** The statement for this subgraph: at once when it was signed before. */
export type Statements = (identity: Identity, subgraph: string) => string | Promise<string>;

/** Signed once for each identity and subgraph, and used again until shortly before they end. */
export async function statements(key: JWK): Promise<Statements> {
  const sign = await statementSigner(key);
  const known = expiringCache<string>(CACHED);
  const signing = new Map<string, Promise<string>>();
  return (identity, subgraph) => {
    const cacheKey = `${subgraph} ${identityKey(identity)}`;
    const cached = known.get(cacheKey) ?? signing.get(cacheKey);
    if (cached !== undefined) return cached;
    const until = Date.now() + (STATEMENT_LIFE - STATEMENT_RESERVE) * 1000;
    const statement = sign(identity, subgraph)
      .then((signed) => {
        known.set(cacheKey, signed, until);
        return signed;
      })
      .finally(() => signing.delete(cacheKey));
    signing.set(cacheKey, statement);
    return statement;
  };
}
