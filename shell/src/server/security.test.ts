import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, refuseForeign, securityHeaders } from './security.ts';

function shopThatChanges() {
  const app = Fastify();
  app.post('/change', { onRequest: refuseForeign }, async () => 'changed');
  return (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/change', headers });
}

test('a post from our own page is let through', async () => {
  const post = shopThatChanges();
  expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  expect((await post({ origin: 'http://shop.test', host: 'shop.test' })).statusCode).toBe(200);
});

test.for([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://shop.test', host: 'shop.test' },
  { origin: 'http://evil.test', host: 'shop.test' },
  { origin: 'null', host: 'shop.test' },
  {},
])('a post from elsewhere is refused: %o', async (headers) => {
  const answer = await shopThatChanges()(headers as Record<string, string>);
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'CROSS_ORIGIN' });
});

test('each page has a nonce of its own, and no script runs without one', () => {
  const one = contentSecurityPolicy();
  const other = contentSecurityPolicy();
  expect(one.nonce).not.toBe(other.nonce);
  expect(one.policy).toContain(`script-src 'nonce-${one.nonce}' 'strict-dynamic'`);
  expect(one.policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test('HSTS is sent only when the shop is reached over TLS', async () => {
  const headersOf = async (publicUrl: string) => {
    const app = Fastify();
    securityHeaders(app, publicUrl);
    app.get('/', async () => '');
    return (await app.inject('/')).headers;
  };
  expect(await headersOf('https://arcade.example')).toHaveProperty('strict-transport-security');
  const plain = await headersOf('http://127.0.0.1:3000');
  expect(plain).not.toHaveProperty('strict-transport-security');
  expect(plain['x-content-type-options']).toBe('nosniff');
});
