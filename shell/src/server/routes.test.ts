import { healthReportSchema } from '@arcade/mfe-kit/health';
import { expect, vi } from 'vitest';
import { startShell, test } from '../test/running-shell.ts';
import { stubOrigin } from '../test/stub-origin.ts';
import { visitor } from './lot.ts';

test('a picture comes from the catalog, once, and may be kept for ever', async ({
  world: { shell, catalog },
}) => {
  const first = await shell.get('/media/lamp%20a.svg');
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('image/svg+xml');
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(first.headers.get('content-security-policy')).toContain('sandbox');
  await shell.get('/media/lamp%20a.svg');
  expect(catalog.asked.filter(({ path }) => path === '/media/lamp%20a.svg')).toHaveLength(1);
});

test('a picture that is not there is not there, and that is not kept', async ({ world: { shell } }) => {
  for (const path of ['/media/none.svg', '/media/page.html']) {
    const answer = await shell.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('a path cannot leave the pictures of the catalog', async ({ world: { shell, catalog } }) => {
  await shell.get('/media/..%2f..%2fevents');
  expect(catalog.asked.every(({ path }) => path.startsWith('/media/'))).toBe(true);
});

test('what broke in a browser is counted by unit; anything else is refused', async ({ world: { shell } }) => {
  const report = (body: string, headers = {}) =>
    shell.post('/reports', body, { 'content-type': 'text/plain', ...headers });
  const broken = (unit: string, kind = 'boundary') =>
    JSON.stringify([{ unit, release: 'v1', kind, name: 'test.page', message: 'no' }]);
  expect((await report(broken('mfe-test'))).status).toBe(204);
  expect((await report(broken('made-up'))).status).toBe(204);
  expect((await report('not JSON')).status).toBe(400);
  expect((await report(broken('x'.repeat(65)))).status).toBe(400);
  expect((await report(broken('mfe-test', 'made-up'))).status).toBe(400);
  expect((await report('x'.repeat(40_000))).status).toBe(413);
  expect((await report(broken('mfe-test'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const metrics = await (await shell.get('/metrics')).text();
  expect(metrics).toContain('page_failures_total{unit="mfe-test",where="browser"} 1');
  // Names from outside make no series of their own.
  expect(metrics).toContain('page_failures_total{unit="unknown",where="browser"} 1');
  expect(metrics).not.toContain('made-up');
});

test("the registry hears of a browser's failures, by the visitor of the signed cookie and by no other", async ({
  world: { env },
}) => {
  const registry = await stubOrigin(() => new Response(null, { status: 204 }));
  const shell = await startShell({
    ...env,
    HEALTH_URL: `${registry.url}/api/health`,
    HEALTH_TOKEN: 'of-the-shell',
  });
  const cookie = /arcade_visitor=[^;]+/.exec((await shell.get('/en/test/1')).headers.getSetCookie().join());
  const failures = (...releases: string[]) =>
    JSON.stringify(
      releases.map((release) => ({ unit: 'mfe-test', release, kind: 'error', name: 'a', message: 'b' })),
    );
  const post = (body: string, own: string) =>
    shell.post('/reports', body, { 'content-type': 'text/plain', cookie: own });
  await post(failures('v1', 'v9'), cookie?.[0] ?? '');
  await post(failures('v1'), 'arcade_visitor=somebody.else');

  const id =
    decodeURIComponent(cookie?.[0] ?? '')
      .slice('arcade_visitor='.length)
      .split('.')[0] ?? '';
  const told = () => registry.asked.flatMap(({ body }) => healthReportSchema.parse(JSON.parse(body)));
  await vi.waitFor(() =>
    expect(told().flatMap(({ failed }) => failed.error ?? [])).toEqual([visitor(id).lot]),
  );
  expect(told()[0]).toMatchObject({ unit: 'mfe-test', release: 'v1', views: 1, visitors: 1 });
  expect(registry.asked[0]?.headers.authorization).toBe('Bearer of-the-shell');

  const many = failures(...Array.from({ length: 20 }, () => 'v1'));
  const answers = [await post(many, cookie?.[0] ?? ''), await post(many, cookie?.[0] ?? '')];
  answers.push(await post(many, cookie?.[0] ?? ''));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 429]);
  await shell.stop();
  await registry.close();
});

test('search engines find every page in both languages, and stay out of carts', async ({
  world: { shell },
}) => {
  const robots = await (await shell.get('/robots.txt')).text();
  for (const path of ['cart', 'checkout', 'orders']) expect(robots).toContain(`Disallow: /*/${path}`);
  const [, sitemap = ''] = /Sitemap: (\S+)/.exec(robots) ?? [];
  const answer = await shell.get(new URL(sitemap).pathname);
  const xml = await answer.text();
  expect(answer.headers.get('content-type')).toContain('application/xml');
  for (const locale of ['en', 'ko']) {
    for (const path of ['/c/lamps', '/p/first', '/p/a%26b']) {
      expect(xml).toContain(`<loc>http://127.0.0.1:3000/${locale}${path}</loc>`);
    }
  }
});

test('it lives, and is ready, with releases; without any it lives and is not ready', async ({
  world: { shell, env, folder },
}) => {
  expect((await shell.get('/livez')).status).toBe(200);
  expect((await shell.get('/readyz')).status).toBe(200);
  const empty = await startShell({ ...env, DISCOVERY: `${folder}/none.json`, STATE_DIR: `${folder}/empty` });
  expect((await empty.get('/livez')).status).toBe(200);
  const ready = await empty.get('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ reason: expect.stringContaining('no release is live yet') });
  await empty.stop();
});

test('every page has a policy of its own, and every script of it carries its nonce', async ({
  world: { shell },
}) => {
  const nonces = new Set<string>();
  for (const path of ['/en/test/1', '/en/test/1', '/en/nothing-here', '/en/broken']) {
    const answer = await shell.get(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy) ?? [];
    nonces.add(nonce);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.has('strict-transport-security')).toBe(false);
    const scripts = [...(await answer.text()).matchAll(/<script (?!type="application)[^>]*>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [tag] of scripts) expect(tag).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(4);
});

test('behind TLS, the answer asks for TLS and cookies go over nothing else', async ({ world: { env } }) => {
  const shell = await startShell({ ...env, PUBLIC_URL: 'https://arcade.example/' });
  const answer = await shell.get('/en/test/1');
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure/);
  expect(await answer.text()).toContain('<link rel="canonical" href="https://arcade.example/en/test/1"');
  await shell.stop();
});

test('a visitor is named by a signed cookie; a forged one is replaced', async ({ world: { shell } }) => {
  const visitorCookie = (answer: Response) =>
    answer.headers.getSetCookie().find((line) => line.startsWith('arcade_visitor='));
  const given = visitorCookie(await shell.get('/en/test/1')) ?? '';
  expect(given).toMatch(/; HttpOnly/);
  expect(given).toMatch(/; SameSite=Lax/);
  const [own = ''] = given.split(';');
  expect(visitorCookie(await shell.get('/en/test/1', { cookie: own }))).toBeUndefined();
  const forged = `${own.slice(0, -4)}AAAA`;
  expect(visitorCookie(await shell.get('/en/test/1', { cookie: forged }))).toBeDefined();
});

test('an address without a language leads to the one that is preferred', async ({ world: { shell } }) => {
  const from = async (path: string, headers: Record<string, string>) => {
    const answer = await shell.get(path, headers);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('vary')).toContain('accept-language');
    return answer.headers.get('location');
  };
  expect(await from('/', { 'accept-language': 'ko-KR,ko;q=0.9' })).toMatch(/^\/ko\/?$/);
  expect(await from('/', { 'accept-language': 'fr' })).toMatch(/^\/en\/?$/);
  expect(await from('/', { 'accept-language': 'en', cookie: 'arcade_locale=ko' })).toMatch(/^\/ko\/?$/);
  expect(await from('/test/1?x=1', { 'accept-language': 'ko' })).toBe('/ko/test/1?x=1');
  expect((await shell.get('/ko/test/1')).headers.getSetCookie().join()).toContain('arcade_locale=ko');
});

test('while the catalog is down, pictures fail and pages do not', async ({ world: { env } }) => {
  const shell = await startShell({ ...env, MEDIA_ORIGIN: 'http://127.0.0.1:1' });
  const picture = await shell.get('/media/lamp.svg', { accept: 'text/html' });
  expect(picture.status).toBe(502);
  expect(picture.headers.get('cache-control')).toBe('no-store');
  expect(await picture.json()).toEqual({ code: 'PICTURES_UNAVAILABLE' });
  expect((await shell.get('/en/test/1')).status).toBe(200);
  await shell.stop();
});
