import { expect, test } from 'vitest';
import { secretOf, serve, temporaryFolder } from '../testing.ts';
import { sha256 } from '../tokens.ts';
import { sessions } from './sessions.ts';
import { browser, words } from './testing.ts';

test('a token that the registry does not know signs nobody in', async () => {
  const page = browser((await serve(await temporaryFolder())).url);
  for (const wrong of ['a-guess', '', `${secretOf.admin} and more`]) {
    const { status, headers, text } = await page.signIn(wrong);
    expect(status).toBe(401);
    expect(headers.getSetCookie()).toEqual([]);
    expect(words(text)).toContain('The registry knows no such token.');
  }
  expect(words((await page.get('/')).text)).toContain('Sign in');
});

test('the browser gets an id that says nothing of the token, that scripts cannot read, and that other sites do not send', async () => {
  const { url } = await serve(await temporaryFolder());
  const set = async () => (await browser(url).signIn(secretOf.order)).headers.getSetCookie()[0] ?? '';
  const cookie = await set();
  expect(cookie).toMatch(/^arcade-room=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800$/);
  expect(cookie).not.toContain(secretOf.order);
  expect(await set()).not.toBe(cookie);
});

test('by https the cookie is sent by https only, and nobody else can set it', async () => {
  const { url } = await serve(await temporaryFolder(), {}, { PUBLIC_URL: 'https://registry.shop.example' });
  const { status, headers } = await browser(url).post(
    '/sign-in',
    { token: secretOf.admin },
    { origin: 'https://registry.shop.example' },
  );
  expect(status).toBe(303);
  expect(headers.getSetCookie()[0]).toMatch(/^__Host-arcade-room=.*; Secure$/);
});

test('who signs out is out, also with the cookie kept', async () => {
  const { url } = await serve(await temporaryFolder());
  const page = browser(url);
  const [cookie = ''] = (await page.signIn(secretOf.order)).headers.getSetCookie()[0]?.split(';') ?? [];
  expect(words((await page.get('/')).text)).toContain('order team');
  await page.post('/sign-out', {});
  const kept = await fetch(url, { headers: { cookie } });
  expect(words(await kept.text())).not.toContain('order team');
});

test('a sign-in ends after eight hours', async () => {
  let now = new Date('2026-05-05T08:00:00Z');
  const token = { name: 'order team', units: [], sha256: sha256('secret') };
  const open = sessions({ tokens: [token], now: () => now, secure: false });
  let cookie = '';
  const reply = {
    header: (_: string, value: string) => {
      cookie = value;
    },
  };
  expect(open.signIn({ headers: {} }, reply, 'secret')).toBe(true);
  const later = { headers: { cookie: `theme=dark; ${cookie.split(';')[0]}` } };
  now = new Date('2026-05-05T15:59:59Z');
  expect(open.viewer(later)).toEqual(token);
  now = new Date('2026-05-05T16:00:00Z');
  expect(open.viewer(later)).toBeUndefined();
});

test('signing in leads back to where one was, and never to another site', async () => {
  const page = browser((await serve(await temporaryFolder())).url);
  const next = async (to: string) => (await page.post('/sign-in', { token: secretOf.admin, next: to })).to;
  expect(await next('/units/mfe-order?window=day')).toBe('/units/mfe-order?window=day');
  for (const elsewhere of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/a\r\nb: c',
  ]) {
    expect(await next(elsewhere)).toBe('/');
  }
});
