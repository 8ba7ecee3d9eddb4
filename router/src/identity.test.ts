import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { type AccessTokenOptions, accessTokens, identityKey, nobody, statements } from './identity.ts';
import { issuerKeys } from './issuer-keys.ts';

interface Key {
  kid: string;
  alg: string;
  private: CryptoKey;
  jwk: Record<string, unknown>;
}

async function key(kid: string, alg = 'EdDSA'): Promise<Key> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, private: pair.privateKey, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg } };
}

const setOf = (...keys: Key[]): JSONWebKeySet => ({
  keys: keys.map(({ jwk }) => ({ kty: String(jwk.kty), ...jwk })),
});

async function token(
  by: Key,
  claims: Record<string, unknown> = {},
  header: { typ?: string | undefined } = {},
): Promise<string> {
  const jwt = new SignJWT({ iss: 'the-issuer', aud: 'the-shop', sub: 'visitor-1', scope: 'a b', ...claims })
    .setProtectedHeader(JSON.parse(JSON.stringify({ alg: by.alg, kid: by.kid, typ: 'at+jwt', ...header })))
    .setIssuedAt();
  if (!('exp' in claims)) jwt.setExpirationTime('5m');
  return `Bearer ${await jwt.sign(by.private)}`;
}

const identify = (options: Partial<AccessTokenOptions>) =>
  accessTokens({
    jwks: undefined,
    issuerKeys: undefined,
    issuer: 'the-issuer',
    audience: 'the-shop',
    ...options,
  });

interface Issuer {
  url: string;
  keys: Key[];
  /** How often it was asked. */
  asked: number;
  away: boolean;
}

let server: Server | undefined;
afterEach(() => server?.close());
const log = { warn: vi.fn() };

async function startIssuer(...keys: Key[]): Promise<Issuer> {
  const issuer: Issuer = { url: '', keys, asked: 0, away: false };
  const listening = createServer((_request, response) => {
    issuer.asked++;
    if (issuer.away) response.writeHead(503).end('<html>');
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(setOf(...issuer.keys)));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  issuer.url = `http://127.0.0.1:${address.port}/jwks`;
  return issuer;
}

test('a token that is good says who asks; none is nobody', async () => {
  for (const alg of ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256']) {
    const known = await key('one', alg);
    const who = await identify({ jwks: setOf(known) })(await token(known));
    expect([alg, who]).toEqual([alg, { visitor: 'visitor-1', scopes: new Set(['a', 'b']) }]);
  }
  expect(await identify({})(undefined)).toBe(nobody);
});

test('a token that is not good is refused', async () => {
  const known = await key('one');
  const other = await key('other', 'ES384');
  const check = identify({ jwks: setOf(known, other) });
  const past = Math.floor(Date.now() / 1000) - 60;
  const stranger = await key('one');
  const secret = new SignJWT({ iss: 'the-issuer', aud: 'the-shop', sub: 'visitor-1' })
    .setProtectedHeader({ alg: 'HS256', kid: 'one', typ: 'at+jwt' })
    .setExpirationTime('5m');
  const shared = new TextEncoder().encode(String(known.jwk.x).padEnd(32, 'x'));
  const bad: Record<string, string> = {
    expired: await token(known, { exp: past }),
    'without an end': await token(known, { exp: undefined }),
    'of nobody': await token(known, { sub: undefined }),
    'of another issuer': await token(known, { iss: 'somebody' }),
    'for another audience': await token(known, { aud: 'somebody' }),
    'of another type': await token(known, {}, { typ: 'JWT' }),
    'of no type': await token(known, {}, { typ: undefined }),
    'signed by a stranger under a known name': await token(stranger),
    'by a key that nobody knows': await token(await key('two')),
    'by a known key, with an algorithm that is not taken': await token(other),
    unsigned: `Bearer ${new UnsecuredJWT({ sub: 'visitor-1' }).setIssuer('the-issuer').setAudience('the-shop').setExpirationTime('5m').encode()}`,
    'signed with the public key as a secret': `Bearer ${await secret.sign(shared)}`,
    'not a bearer token': 'Basic dXNlcjpwYXNz',
    'no token at all': 'Bearer ',
  };
  for (const [what, authorization] of Object.entries(bad)) {
    await expect(check(authorization), what).rejects.toThrow();
  }
});

test('a token that was good ends when it expires', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const known = await key('one');
    const check = identify({ jwks: setOf(known) });
    const authorization = await token(known);
    await check(authorization);
    vi.setSystemTime(Date.now() + 299_000);
    await check(authorization);
    vi.setSystemTime(Date.now() + 2_000);
    await expect(check(authorization)).rejects.toThrow('exp');
  } finally {
    vi.useRealTimers();
  }
});

test("an issuer's keys are fetched once, and again for a key that is new", async () => {
  const [first, second] = [await key('first'), await key('second')];
  const issuer = await startIssuer(first);
  let now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const check = identify({ issuerKeys: issuerKeys({ url: issuer.url, log }) });
  for (const sub of ['one', 'two']) expect((await check(await token(first, { sub }))).visitor).toBe(sub);
  expect(issuer.asked).toBe(1);
  issuer.keys = [second];
  await expect(check(await token(second)), 'right after the last fetch').rejects.toThrow();
  expect(issuer.asked).toBe(1);
  now += 31_000;
  expect((await check(await token(second, { sub: 'three' }))).visitor).toBe('three');
  expect(issuer.asked).toBe(2);
  await expect(check(await token(first, { sub: 'four' })), 'its key was withdrawn').rejects.toThrow();
  clock.mockRestore();
});

test('keys that are known hold while the issuer is away, and it is not asked at every turn', async () => {
  const known = await key('one');
  const issuer = await startIssuer(known);
  let now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const check = identify({ issuerKeys: issuerKeys({ url: issuer.url, log }) });
  await check(await token(known));
  issuer.away = true;
  now += 60 * 60_000;
  expect((await check(await token(known, { sub: 'later' }))).visitor).toBe('later');
  await vi.waitFor(() => expect(issuer.asked).toBe(2));
  const unknown = await key('two');
  const tokens = [await token(unknown), await token(unknown, { sub: 'x' })];
  for (const { status } of await Promise.allSettled(tokens.map(check))) expect(status).toBe('rejected');
  expect(issuer.asked).toBe(2);
  issuer.away = false;
  issuer.keys = [unknown];
  now += 31_000;
  expect((await check(await token(unknown, { sub: 'back' }))).visitor).toBe('back');
  clock.mockRestore();
});

test('a key that an issuer withdrew ends to hold, without anybody waiting for that', async () => {
  const [old, fresh] = [await key('old'), await key('fresh')];
  const issuer = await startIssuer(old);
  let now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const check = identify({ issuerKeys: issuerKeys({ url: issuer.url, log }) });
  await check(await token(old));
  issuer.keys = [fresh];
  now += 11 * 60_000;
  await vi.waitFor(
    async () => await expect(check(await token(old, { jti: crypto.randomUUID() }))).rejects.toThrow(),
  );
  clock.mockRestore();
});

test('an issuer that takes a request and says nothing holds nobody up for long', async () => {
  const silent = createServer(() => {});
  server = silent;
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/jwks`;
  const check = identify({ issuerKeys: issuerKeys({ url, log, timeoutMs: 50 }) });
  await expect(check(await token(await key('one')))).rejects.toThrow();
  silent.closeAllConnections();
});

test('with an issuer that never answered, tokens are refused and keys that were given hold', async () => {
  const given = await key('given');
  const issuer = await startIssuer();
  issuer.away = true;
  const check = identify({ jwks: setOf(given), issuerKeys: issuerKeys({ url: issuer.url, log }) });
  await expect(check(await token(await key('other')))).rejects.toThrow();
  expect((await check(await token(given))).visitor).toBe('visitor-1');
});

test('who may see different things has different keys, whatever the order of the scopes', () => {
  const identity = (visitor: string | undefined, ...scopes: string[]) => ({
    visitor,
    scopes: new Set(scopes),
  });
  const different = [
    nobody,
    identity('a'),
    identity('b'),
    identity('a', 'x'),
    identity('a', 'x', 'y'),
    identity(undefined, 'a'),
    identity('a","x'),
  ];
  expect(new Set(different.map(identityKey)).size).toBe(different.length);
  expect(identityKey(identity('a', 'y', 'x'))).toBe(identityKey(identity('a', 'x', 'y')));
});

test('a statement is signed once for each identity and subgraph, and anew before it ends', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const pair = await generateKeyPair('EdDSA', { extractable: true });
    const sign = await statements(await exportJWK(pair.privateKey));
    const visitor = { visitor: 'one', scopes: new Set<string>() };
    const [first, meanwhile] = await Promise.all([sign(visitor, 'stock'), sign({ ...visitor }, 'stock')]);
    expect(meanwhile).toBe(first);
    expect(sign(visitor, 'stock')).toBe(first);
    expect(await sign(visitor, 'order')).not.toBe(first);
    expect(await sign(nobody, 'stock')).not.toBe(first);
    vi.setSystemTime(Date.now() + 46_000);
    expect(await sign(visitor, 'stock')).not.toBe(first);
  } finally {
    vi.useRealTimers();
  }
});
