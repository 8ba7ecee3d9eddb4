import { expect } from 'vitest';
import { publishStub, writeDiscovery } from '../test/publish-stub.ts';
import { startShell, test } from '../test/running-shell.ts';
import { chosenNumber } from './chosen-number.ts';

test('a shop of visitors gives nobody the number that they ask for', async ({ world: { shell } }) => {
  expect(chosenNumber(new URLSearchParams({ visitor: '5' }), false)).toBeUndefined();
  const answer = await shell.get('/en/test/1?visitor=5');
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain('"visitor":');
});

test.for(['', '-1', '10000', '1e3', '5.5', 'me'])(
  'what is no number of a visitor is refused: %s',
  (asked) => {
    const found = chosenNumber(new URLSearchParams({ visitor: asked }), true);
    expect(found).toMatchObject({ status: 400, message: expect.stringContaining('0 to 9999') });
  },
);

test('in a shop for developers one is the visitor with the number that one asks for, and stays it', async ({
  ownWorld: { env, folder },
}) => {
  const shared = async (version: string, traffic: number) => ({
    ...(await publishStub(folder, version)),
    deployment: { traffic, default: version === 'v1' },
  });
  const releases = [await shared('v2', 10), await shared('v1', 90)];
  await writeDiscovery(
    folder,
    JSON.stringify({ schema: 'v1-pre', microFrontends: { 'mfe-test': releases } }),
  );
  const shell = await startShell({ ...env, ALLOW_OVERRIDES: '1' });

  const inside = await shell.get('/en/test/1?visitor=999');
  const html = await inside.text();
  expect(html).toContain('made by v2');
  expect(html).toContain('"visitor":999');
  const [cookie = ''] = inside.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
  expect(cookie).toMatch(/^arcade_visitor=/);

  const next = await shell.get('/en/test/1', { cookie });
  const nextHtml = await next.text();
  expect(nextHtml).toContain('made by v2');
  expect(nextHtml).not.toContain('"visitor":');
  const again = await shell.get('/en/test/1?visitor=999', { cookie });
  expect(again.headers.getSetCookie().join()).not.toContain('arcade_visitor');

  const outside = await shell.get('/en/test/1?visitor=1000', { cookie });
  expect(await outside.text()).toContain('made by v1');
  expect(outside.headers.getSetCookie().join()).toContain('arcade_visitor');
  await shell.stop();
});
