/**
 * Who is asking: the shell's access token, checked here and nowhere else. Whatever else a client says about itself goes no
 * further, because subgraphs get nothing of the client's headers but the statement that is signed here.
 */
import { expiringCache } from '@arcade/subgraph-kit/expiring-cache';
import {
  type Identity,
  type SignStatement,
  STATEMENT_LIFE,
  statementSigner,
} from '@arcade/subgraph-kit/statement';
import { createLocalJWKSet, type JSONWebKeySet, type JWK, jwtVerify } from 'jose';

const ISSUER = 'arcade-shell';
const AUDIENCE = 'arcade';
/** A statement is used again while it has at least this left, seconds: time to reach the subgraph. */
const STATEMENT_RESERVE = 15;
const CACHED = 10_000;

export const nobody: Identity = { visitor: undefined, scopes: new Set() };

/** @returns nobody without a token; throws for a token that is not good */
export type Identify = (authorization: string | undefined) => Promise<Identity>;

export function accessTokens(jwks: JSONWebKeySet | undefined): Identify {
  const keys = createLocalJWKSet(jwks ?? { keys: [] });
  const known = expiringCache<Identity>(CACHED);
  return async (authorization) => {
    if (authorization === undefined) return nobody;
    const [scheme = '', token = ''] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer') throw new Error('the authorization is not a bearer token');
    const cached = known.get(token);
    if (cached) return cached;
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['EdDSA'],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    });
    const scope = typeof payload.scope === 'string' ? payload.scope : '';
    const identity: Identity = { visitor: payload.sub, scopes: new Set(scope.split(' ').filter(Boolean)) };
    known.set(token, identity, (payload.exp ?? 0) * 1000);
    return identity;
  };
}

/** Equal for those who must get the same answer. */
export const identityKey = ({ visitor, scopes }: Identity): string =>
  JSON.stringify([visitor ?? null, ...[...scopes].sort()]);

/** Statements signed once for each identity and subgraph, and used again until shortly before they end. */
export async function statements(key: JWK): Promise<SignStatement> {
  const sign = await statementSigner(key);
  const known = expiringCache<Promise<string>>(CACHED);
  return (identity, subgraph) => {
    const cacheKey = `${subgraph} ${identityKey(identity)}`;
    const cached = known.get(cacheKey);
    if (cached) return cached;
    const statement = sign(identity, subgraph);
    known.set(cacheKey, statement, Date.now() + (STATEMENT_LIFE - STATEMENT_RESERVE) * 1000);
    return statement;
  };
}
