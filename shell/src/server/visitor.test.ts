import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { Signer } from './cookies.ts';
import { accessTokens, visitorOf } from './identity.ts';
import { choicesOf, preferredLocale } from './session.ts';

const signer = new Signer('a secret of the test, long enough for it');

async function shop() {
  const app = Fastify();
  await app.register(fastifyCookie);
  app.get('/', async (request, reply) => ({
    visitor: visitorOf(request, reply, signer, true),
    locale: preferredLocale(request),
    choices: choicesOf(request, 'en'),
  }));
  return app;
}

test('a new visitor gets a signed cookie that scripts cannot read, and is known by it', async () => {
  const app = await shop();
  const first = await app.inject('/');
  const [cookie] = first.cookies;
  expect(cookie).toMatchObject({ name: 'arcade_visitor', httpOnly: true, sameSite: 'Lax', secure: true });
  const second = await app.inject({ url: '/', cookies: { arcade_visitor: cookie?.value ?? '' } });
  expect(second.json().visitor).toEqual(first.json().visitor);
  expect(second.cookies).toEqual([]);
});

test('a cookie that we did not sign names nobody', async () => {
  const app = await shop();
  const victim = (await app.inject('/')).json().visitor.id;
  for (const forged of [victim, `${victim}.`, `${victim}.${'A'.repeat(43)}`, '.']) {
    const answer = await app.inject({ url: '/', cookies: { arcade_visitor: forged } });
    expect(answer.json().visitor.id).not.toBe(victim);
  }
});

test.for([
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
  ['fr,ko;q=0.5,en;q=0.4', 'ko'],
  ['ko;q=0,en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
] as const)('Accept-Language %s reads as %s', async ([header, locale]) => {
  const app = await shop();
  const answer = await app.inject({ url: '/', headers: { 'accept-language': header } });
  expect(answer.json().locale).toBe(locale);
});

test('the language that was read last wins over Accept-Language', async () => {
  const app = await shop();
  const headers = { 'accept-language': 'en', cookie: 'arcade_locale=ko' };
  expect((await app.inject({ url: '/', headers })).json().locale).toBe('ko');
});

test('a currency that we do not have is not taken from the cookie', async () => {
  const app = await shop();
  const at = async (preferences: string) =>
    (await app.inject({ url: '/', headers: { cookie: `arcade_preferences=${preferences}` } })).json().choices
      .session;
  expect(await at('currency=KRW&theme=dark')).toMatchObject({ currency: 'KRW', theme: 'dark' });
  expect(await at('currency=XXX&theme=%3Cscript%3E')).toMatchObject({ currency: 'USD', theme: 'system' });
});

test('the access token names the visitor to the router, for five minutes', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { kty = '', ...key } = await exportJWK(privateKey);
  const tokens = await accessTokens({ kty, ...key });
  const { payload, protectedHeader } = await jwtVerify(await tokens('visitor-1'), publicKey, {
    issuer: 'arcade-shell',
    audience: 'arcade',
    typ: 'at+jwt',
  });
  expect(protectedHeader.alg).toBe('EdDSA');
  expect(payload.sub).toBe('visitor-1');
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});
