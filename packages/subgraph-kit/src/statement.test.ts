import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test, vi } from 'vitest';
import { statementSigner, statementVerifier } from './statement.ts';

async function keys(alg: 'EdDSA' | 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    privateKey,
    secret: await exportJWK(privateKey),
    jwk: { ...(await exportJWK(publicKey)), alg },
  };
}

const router = await keys('EdDSA');
const sign = await statementSigner(router.secret);
const visitor = { visitor: 'v-1', scopes: new Set(['a', 'b']) };
const nobody = { visitor: undefined, scopes: new Set<string>() };
const verifierOf = (subgraph: string) => statementVerifier({ keys: [router.jwk] }, subgraph);
const now = () => Math.floor(Date.now() / 1000);

/** A statement as the router signs it, but for what is given; undefined leaves it out. */
async function forged(
  claims: Record<string, unknown>,
  { by = router, typ = 'arcade-statement+jwt' }: { by?: typeof router; typ?: string } = {},
): Promise<string> {
  const given = { iss: 'arcade-router', aud: 'notes', iat: now(), exp: now() + 60, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(given)))
    .setProtectedHeader({ alg: by.alg, typ })
    .sign(by.privateKey);
}

test('a statement says who asks, to the subgraph that it is for', async () => {
  const verify = verifierOf('notes');
  expect(await verify(await sign(visitor, 'notes'))).toEqual(visitor);
  expect(await verify(await sign(nobody, 'notes'))).toEqual(nobody);
  expect(await verify(await forged({}))).toEqual(nobody);
});

test('a statement lives for a minute', async () => {
  const { iat = 0, exp = 0 } = decodeJwt(await sign(visitor, 'notes'));
  expect(exp - iat).toBe(60);
});

test('what is not a statement of the router for this subgraph is refused', async () => {
  const other = await keys('ES256');
  const verify = statementVerifier({ keys: [router.jwk, other.jwk] }, 'notes');
  const bad: Record<string, string> = {
    nothing: '',
    'for another subgraph': await sign(visitor, 'order'),
    'for nobody in particular': await forged({ aud: undefined }),
    'of another issuer': await forged({ iss: 'arcade-shell' }),
    'of another type, such as an access token': await forged({}, { typ: 'at+jwt' }),
    'by another algorithm': await forged({}, { by: other }),
    'signed by a stranger': await forged({}, { by: await keys('EdDSA') }),
    expired: await forged({ iat: now() - 120, exp: now() - 60 }),
    'older than a minute, whatever it says of its end': await forged({ iat: now() - 120 }),
    'without an end': await forged({ exp: undefined }),
    'without a beginning': await forged({ iat: undefined }),
  };
  for (const [what, statement] of Object.entries(bad)) {
    await expect(verify(statement), what).rejects.toThrow();
  }
});

test('a statement that was good ends when it expires', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const verify = verifierOf('notes');
    const statement = await sign(visitor, 'notes');
    await verify(statement);
    vi.setSystemTime(Date.now() + 59_000);
    await verify(statement);
    vi.setSystemTime(Date.now() + 10_000);
    await expect(verify(statement)).rejects.toThrow();
  } finally {
    vi.useRealTimers();
  }
});
