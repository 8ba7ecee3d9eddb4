import { expect, test } from 'vitest';
import { build, secretOf } from '../testing.ts';
import { hidden, room, unit, words } from './testing.ts';

test('without signing in everything is read and nothing is done', async () => {
  const { admin, page, log } = await room();
  await admin.post(`units/${unit}/deploy`, { version: 'v2', traffic: 10 });
  const before = await log();
  for (const path of ['/', `/units/${unit}`, '/fields', '/log']) {
    const { status, text } = await page.get(path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/method="post"|\/promote|\/rollback|\/deploy/);
  }
  for (const act of ['deploy', 'promote', 'rollback']) {
    const asked = await page.get(`/units/${unit}/${act}`);
    expect([asked.status, asked.to]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(`/units/${unit}/${act}`)}`,
    ]);
    const done = await page.post(`/units/${unit}/${act}`, { version: 'v2' });
    expect(done.status).toBe(401);
    expect(words(done.text)).toContain('You are not signed in, or no longer: nothing was done.');
  }
  expect(await log()).toEqual(before);
});

test('a release is deployed, promoted and rolled back, each after a confirmation, and the page says what was done', async () => {
  const { page, log } = await room({ signedIn: secretOf.order });
  const asked = await page.get(`/units/${unit}/deploy?version=v2&traffic=10&to=&everyMs=`);
  expect(words(asked.text)).toContain('Now Stable v1 100 % Then Stable v1 90 % Candidate v2 10 %');
  expect(words(asked.text)).toContain('It may be deployed.');
  const deployed = await page.post(`/units/${unit}/deploy`, { ...hidden(asked.text), reason: 'lunch' });
  expect(deployed.status).toBe(303);
  expect(words((await page.get(deployed.to ?? '')).text)).toContain(
    'Done: mfe-order@v2 gets 10 % of the visitors (numbers 0 to 999).',
  );

  const promoted = await page.post(
    `/units/${unit}/promote`,
    hidden((await page.get(`/units/${unit}/promote`)).text),
  );
  expect(words((await page.get(promoted.to ?? '')).text)).toContain('Done: mfe-order@v2 is stable');
  const back = await page.get(`/units/${unit}/rollback`);
  expect(words(back.text)).toContain('A micro-frontend’s rollback is not checked');
  await page.post(`/units/${unit}/rollback`, { ...hidden(back.text), reason: ' ' });

  const entries = (await log()).slice(0, 3);
  expect(entries.map(({ act, actor }) => `${actor}: ${act.act}`)).toEqual([
    'order team: rollback',
    'order team: promote',
    'order team: deploy',
  ]);
  expect(entries.map(({ reason }) => reason)).toEqual([undefined, undefined, 'lunch']);
});

test('what is so already is said, and writes nothing', async () => {
  const { page, log } = await room({ signedIn: secretOf.order });
  const before = await log();
  const { to } = await page.post(`/units/${unit}/deploy`, { version: 'v1', traffic: '100', from: 'v1' });
  expect(words((await page.get(to ?? '')).text)).toContain('So it was already; nothing was done.');
  expect(await log()).toEqual(before);
});

test('a team has buttons for its own units only, and is told so when it tries another', async () => {
  const { admin, page, log } = await room({ signedIn: secretOf.order });
  await admin.publishFolder('mfe-catalog', await build({ unit: 'mfe-catalog', version: 'c1' }));
  const before = await log();
  const { text } = await page.get('/');
  expect(text).toContain('/units/mfe-order#deploy');
  expect(text).not.toContain('/units/mfe-catalog#deploy');
  expect((await page.get('/units/mfe-catalog')).text).not.toContain('id="deploy"');
  const others = [
    await page.get('/units/mfe-catalog/deploy'),
    await page.post('/units/mfe-catalog/deploy', { version: 'c1' }),
  ];
  for (const { status, text } of others) {
    expect(status).toBe(403);
    expect(words(text)).toContain(
      'The token of order team opens mfe-order, subgraphs/order, not mfe-catalog.',
    );
  }
  expect(await log()).toEqual(before);
});

test('a form that another page sends is refused, also one on another port of this host', async () => {
  const { page, log, url } = await room({ signedIn: secretOf.order });
  const before = await log();
  const wanted = { version: 'v2', traffic: '10', from: 'v1' };
  const senders = [
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' },
    { origin: 'http://127.0.0.1:3000' },
    { origin: 'null' },
    { origin: new URL(url).origin, 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of senders) {
    const { status, text } = await page.post(`/units/${unit}/deploy`, wanted, {
      'sec-fetch-site': 'same-origin',
      ...headers,
    });
    expect([status, words(text)]).toEqual([
      403,
      expect.stringContaining('was not sent by a page of the registry'),
    ]);
  }
  expect(await log()).toEqual(before);
  expect((await page.post(`/units/${unit}/deploy`, wanted)).status).toBe(303);
});

test('what the check refuses is shown with all that it names, and is done by force and with a reason only', async () => {
  const refusal = {
    check: 'operations' as const,
    severity: 'refusal' as const,
    unit,
    release: 'v2',
    operation: 'CartPage',
    field: 'Cart.totl',
    line: 3,
    column: 7,
    message: 'Cannot query field "totl" on type "Cart".',
    remedy: 'Ask for what the schema has.',
  };
  const { page, log } = await room({ signedIn: secretOf.order, refuses: { v2: [refusal] } });
  const asked = await page.get(`/units/${unit}/deploy?version=v2&traffic=10`);
  expect(words(asked.text)).toContain('It may not be deployed.');
  expect(words(asked.text)).toContain('Refused · operations · CartPage · Cart.totl · 3:7');
  expect(asked.text).toContain('Cannot query field &quot;totl&quot; on type &quot;Cart&quot;.');
  const before = await log();
  const fields = hidden(asked.text);
  const withoutForce = await page.post(`/units/${unit}/deploy`, { ...fields, reason: 'we have to' });
  expect(withoutForce.status).toBe(409);
  expect(words(withoutForce.text)).toContain('Nothing was done. mfe-order@v2 does not pass its check');
  const withoutReason = await page.post(`/units/${unit}/deploy`, { ...fields, force: 'true', reason: ' ' });
  expect(withoutReason.status).toBe(400);
  expect(words(withoutReason.text)).toContain('What is forced needs a reason');
  expect(await log()).toEqual(before);
  expect(
    (await page.post(`/units/${unit}/deploy`, { ...fields, force: 'true', reason: 'we have to' })).status,
  ).toBe(303);
  expect(words((await page.get('/log')).text)).toContain(
    'mfe-order@v2 gets 10 % of the visitors (numbers 0 to 999) (forced) we have to',
  );
});

test('what has changed since it was shown is not acted upon; the page says so and shows what is so now', async () => {
  const { admin, page, log } = await room({ signedIn: secretOf.order });
  await admin.post(`units/${unit}/deploy`, { version: 'v2', traffic: 10 });
  const asked: Record<string, Record<string, string>> = {};
  for (const act of ['deploy?version=v2&traffic=50', 'promote', 'rollback']) {
    const [name = ''] = act.split('?');
    asked[name] = hidden((await page.get(`/units/${unit}/${act}`)).text);
  }
  await admin.post(`units/${unit}/rollback`, {});
  await admin.post(`units/${unit}/deploy`, { version: 'v3', traffic: 5 });
  const before = await log();
  for (const [act, fields] of Object.entries(asked)) {
    const { status, text } = await page.post(`/units/${unit}/${act}`, fields);
    expect([act, status]).toEqual([act, 409]);
    expect(words(text)).toContain('Somebody or something else was faster.');
    // v2 cannot be deployed beside v3: of that nothing would change.
    expect(words(text).includes('Below is what would change now.')).toBe(act !== 'deploy');
  }
  expect(await log()).toEqual(before);
});

test('what cannot be asked for is refused in the registry’s own words', async () => {
  const { page } = await room({ signedIn: secretOf.order });
  const said = async (path: string) => {
    const { status, text } = await page.get(`/units/${unit}/${path}`);
    return [status, words(text)];
  };
  expect(await said('promote')).toEqual([
    409,
    expect.stringContaining('has no candidate to promote: deploy one first.'),
  ]);
  expect(await said('deploy?version=v9')).toEqual([
    404,
    expect.stringContaining('mfe-order has no release v9.'),
  ]);
  expect(await said('deploy?version=v2&traffic=101')).toEqual([
    400,
    expect.stringContaining('Traffic is 0 to 100'),
  ]);
  expect(await said('deploy?version=v2&traffic=10&to=50&everyMs=')).toEqual([
    400,
    expect.stringContaining('A ramp needs both'),
  ]);
  expect(await said('deploy?version=v2&traffic=some')).toEqual([400, expect.stringContaining('traffic')]);
  expect((await page.get('/units/mfe-unknown')).status).toBe(404);
});
