/**
 * The router's signed statement of who is asking. A subgraph answers nobody without one. Router and subgraphs share this
 * file so that what one signs is what the others check.
 */
import { createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK, jwtVerify, SignJWT } from 'jose';

import { expiringCache } from './expiring-cache.ts';

export const STATEMENT_HEADER = 'arcade-statement';

const ISSUER = 'arcade-router';
const TYPE = 'arcade-statement+jwt';
const ALGORITHM = 'EdDSA';
/** Longest life of a statement, seconds. */
export const STATEMENT_LIFE = 60;
const CLOCK_TOLERANCE = 5;

export interface Identity {
  /** The visitor's id; undefined is nobody. */
  visitor: string | undefined;
  scopes: ReadonlySet<string>;
}

export type SignStatement = (identity: Identity, subgraph: string) => Promise<string>;

/** @param key private Ed25519 JWK */
export async function statementSigner(key: JWK): Promise<SignStatement> {
  const signingKey = await importJWK(key, ALGORITHM);
  return ({ visitor, scopes }, subgraph) => {
    const statement = new SignJWT(scopes.size > 0 ? { scope: [...scopes].join(' ') } : {})
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, ...(key.kid === undefined ? {} : { kid: key.kid }) })
      .setIssuer(ISSUER)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${STATEMENT_LIFE}s`);
    if (visitor !== undefined) statement.setSubject(visitor);
    return statement.sign(signingKey);
  };
}

/** Rejects (jose's errors) what the router did not sign for this subgraph within the last minute. */
export type VerifyStatement = (statement: string) => Promise<Identity>;

export function statementVerifier(jwks: JSONWebKeySet, subgraph: string): VerifyStatement {
  const keys = createLocalJWKSet(jwks);
  // The router uses a statement for a while, so most have been seen: a look instead of a signature check.
  const known = expiringCache<Identity>(10_000);
  return async (statement) => {
    const cached = known.get(statement);
    if (cached) return cached;
    const { payload } = await jwtVerify(statement, keys, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: subgraph,
      typ: TYPE,
      maxTokenAge: STATEMENT_LIFE,
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['exp', 'iat'],
    });
    const scope = typeof payload.scope === 'string' ? payload.scope : '';
    const identity: Identity = { visitor: payload.sub, scopes: new Set(scope.split(' ').filter(Boolean)) };
    known.set(statement, identity, (payload.exp ?? 0) * 1000);
    return identity;
  };
}
