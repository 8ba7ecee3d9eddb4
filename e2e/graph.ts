// The graph as an API user sees it: through the router, with an access token of one's own.
import { createHash } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { loadSecrets } from '../scripts/shop/secrets.ts';
import { env } from './env.ts';
import type { Operation } from './operations.ts';
import { shop } from './shop.ts';

const { accessTokenKey } = loadSecrets(env.DATA_DIR);

async function accessToken(subject: string, scope?: string): Promise<string> {
  return new SignJWT(scope ? { scope } : {})
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: accessTokenKey.kid })
    .setIssuer('arcade-shell')
    .setAudience('arcade')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('5 min')
    .sign(await importJWK(accessTokenKey, 'EdDSA'));
}

export type Ask = <Data>(operation: Operation, variables?: Record<string, unknown>) => Promise<Data>;

/** Asks in the name of `subject`; throws what the graph answers as errors. */
export async function graphAs(subject: string, scope?: string): Promise<Ask> {
  const token = await accessToken(subject, scope);
  const address = `${(await shop.status()).processes.router?.address}/graphql`;
  return async <Data>(operation: Operation, variables: Record<string, unknown> = {}) => {
    const sha256Hash = createHash('sha256').update(operation).digest('hex');
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    });
    const answer: { data?: Data; errors?: unknown } = await response.json();
    if (!answer.data || answer.errors) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    return answer.data;
  };
}

/** The warehouse and the merchandisers. */
export const graphAsStaff = () => graphAs('e2e-staff', 'catalog:write');
