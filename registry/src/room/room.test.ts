import { expect, test } from 'vitest';
import { build, secretOf } from '../testing.ts';
import { room, unit, words } from './testing.ts';

test('who looks sees what is live, with shares, the next step of a ramp, who gets what together, and the last acts', async () => {
  const { admin, page } = await room();
  await admin.post(`units/${unit}/deploy`, {
    version: 'v2',
    traffic: 10,
    to: 40,
    everyMs: 600_000,
    reason: 'try it',
  });
  const overview = words((await page.get('/')).text);
  expect(overview).toContain('mfe-order Stable v1 90 % Candidate v2 10 %');
  expect(overview).toMatch(
    /Next step: 20 %, not before \d{4}-\d\d-\d\d \d\d:\d\d:\d\d; doubles every 10m up to 40 %/,
  );
  expect(overview).toContain('10 % candidate of mfe-order visitors 0000–0999');
  expect(overview).toContain('90 % stable everywhere visitors 1000–9999');
  expect(overview).toContain('Deployed mfe-order@v2 gets 10 % of the visitors (numbers 0 to 999) try it');
  expect(overview).toContain('v1 100 % → v1 90 %, v2 10 %');
});

test('a unit’s page has its health: the evidence, rates beside stable, charts that say what they show', async () => {
  const { admin, shell, page } = await room();
  await admin.post(`units/${unit}/deploy`, { version: 'v2', traffic: 10 });
  const failed = { error: [1, 2] };
  await shell.post('health', [
    { unit, release: 'v1', views: 90, visitors: 60, failed: {} },
    { unit, release: 'v2', views: 10, visitors: 8, failed },
  ]);
  const { text } = await page.get(`/units/${unit}`);
  expect(words(text)).toMatch(/Errors that nobody caught 2 of 8 25 % 0 of 60/);
  expect(text).toContain('aria-label="Last hour, views by minute. candidate v2: 10; stable v1: 90."');
  expect(text).toContain(
    'aria-label="Last hour, errors that nobody caught, by minute. candidate v2: 2 of 10 views; stable v1: 0 of 90 views."',
  );
  expect(words((await page.get(`/units/${unit}?window=week`)).text)).toContain('Views by hour');
});

test('what is brought up to date has its place whether there is a candidate or not, so that none stays when it is gone', async () => {
  const { admin, page } = await room();
  const places = async () =>
    Array.from((await page.get(`/units/${unit}`)).text.matchAll(/id="([\w-]+)" data-live/g), ([, id]) => id);
  const without = await places();
  await admin.post(`units/${unit}/deploy`, { version: 'v2', traffic: 10 });
  expect(words((await page.get(`/units/${unit}`)).text)).toContain('The candidate beside stable');
  expect(without).toEqual(await places());
});

test('of a release it is said from which commit it comes, and that not all of it was committed', async () => {
  const { admin, page } = await room();
  await admin.publishFolder(unit, await build({ version: 'v4' }), `${'c584e9c'.padEnd(40, '0')}-dirty`);
  expect(words((await page.get(`/units/${unit}`)).text)).toContain('commit c584e9c-dirty');
  expect(words((await page.get('/log')).text)).toContain('mfe-order@v4 is published from c584e9c-dirty');
});

test('what an address asks for is shown as it was written, and is never markup', async () => {
  const { page } = await room({ signedIn: secretOf.admin });
  const hostile = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of [
    `/fields?name=${hostile}`,
    `/sign-in?next=/${hostile}`,
    `/units/${hostile}`,
    `/log?unit=${hostile}`,
  ]) {
    expect((await page.get(path)).text, path).not.toContain('<script>');
  }
  const outdated = { version: 'v2', traffic: '10', from: 'v9', reason: '"><script>alert(1)</script>' };
  const { text } = await page.post(`/units/${unit}/deploy`, outdated);
  expect(text).toContain('value="&quot;&gt;&lt;script&gt;');
});

test('pages run no script and no style but files of the registry, in no frame, and other origins read none', async () => {
  const { page } = await room({ signedIn: secretOf.admin });
  for (const path of [
    '/',
    `/units/${unit}`,
    `/units/${unit}/deploy?version=v2`,
    '/fields',
    '/log',
    '/sign-in',
    '/units/mfe-unknown',
  ]) {
    const { headers, text } = await page.get(path);
    const policy = headers.get('content-security-policy');
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toContain('unsafe');
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin'), path).toBeNull();
    expect(text, path).not.toMatch(/ style=| on\w+="|<style|<script(?! src="\/room\/)/);
  }
  for (const asset of ['room.css', 'room.js', 'icon.svg', 'newsreader-display.woff2']) {
    expect((await page.get(`/room/${asset}`)).status, asset).toBe(200);
  }
});
