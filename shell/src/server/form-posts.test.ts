import { returnField } from '@arcade/mfe-kit/return-field';
import { expect, vi } from 'vitest';
import { nameLive, operations, publishStub } from '../test/publish-stub.ts';
import { type RunningShell, test } from '../test/running-shell.ts';

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

/** `name=value` of what an answer sets, as the next request sends it back. */
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

test("a form post runs the unit's action, and the next page says what it said, once", async ({
  world: { shell, graph },
}) => {
  const posted = await shell.post('/ko/actions/test.act', form({ id: 'seven' }));
  expect(posted.status).toBe(303);
  expect(posted.headers.get('location')).toBe('/ko/test/1');
  const operation = operations.TestAct_Mutation;
  expect(graph.of('TestAct_Mutation').map(({ body }) => JSON.parse(body))).toContainEqual({
    query: operation?.text,
    variables: { id: 'seven' },
    extensions: { persistedQuery: { version: 1, sha256Hash: operation?.hash } },
  });

  const next = await shell.get('/ko/test/1', { cookie: cookiesOf(posted) });
  expect(await next.text()).toContain('Did seven in ko for KRW');
  expect(next.headers.getSetCookie().join()).toMatch(/arcade_message=;.*(Max-Age=0|1970)/);
});

test('a message that we did not sign is not shown', async ({ world: { shell } }) => {
  const said = Buffer.from(JSON.stringify({ kind: 'done', text: 'You have won' })).toString('base64url');
  const page = await shell.get('/en/test/1', { cookie: `arcade_message=${said}.${'A'.repeat(43)}` });
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain('You have won');
});

test('without a place to go to, the visitor comes back to the page with the form', async ({
  world: { shell },
}) => {
  const back = async (path: string) =>
    (await shell.post('/en/actions/test.stay', form({ [returnField]: path }))).headers.get('location');
  expect(await back('/test/9?sku=1')).toBe('/en/test/9?sku=1');
  // Wherever it points, it stays in the shop.
  expect(await back('https://evil.test/')).toBe('/en');
  expect(await back('//evil.test/')).toMatch(/^\/en\//);
});

test('a form is answered by the release that its page was made with, also when another one has taken its place', async ({
  ownWorld: { shell, folder },
}) => {
  const page = async () => (await shell.get('/en/test/1')).text();
  const answeredBy = async (html: string) => {
    const [, field = '', value = ''] = /name="(arcade-release)" value="([^"]+)"/.exec(html) ?? [];
    return (await shell.post('/en/actions/test.who', form({ [field]: value }))).headers.get('location');
  };
  const earlier = await page();
  expect(await answeredBy(earlier)).toBe('/en/made-by/v1');
  await nameLive(folder, await publishStub(folder, 'v2'));
  await vi.waitFor(async () => expect(await page()).toContain('made by v2'), 20_000);
  expect(await answeredBy(await page())).toBe('/en/made-by/v2');
  expect(await answeredBy(earlier)).toBe('/en/made-by/v1');
});

test('an action that fails, at once or where nobody waits for it, is the failure of its own post alone', async ({
  world: { shell },
}) => {
  expect((await shell.post('/en/actions/test.fails', form({}))).status).toBe(500);
  expect((await shell.post('/en/actions/test.failsLater', form({}))).status).toBe(303);
  await vi.waitFor(async () =>
    expect(await (await shell.get('/metrics')).text()).toContain(
      'page_failures_total{unit="mfe-test",where="server"} 3',
    ),
  );
  expect((await shell.get('/en/test/1')).status).toBe(200);
});

test('an action that no live release has is unknown', async ({ world: { shell } }) => {
  for (const path of ['/en/actions/test.other', '/en/actions/constructor', '/fr/actions/test.act']) {
    expect((await shell.post(path, form({}))).status, path).toBe(404);
  }
});

test.for([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another origin', { origin: 'https://evil.test', 'sec-fetch-site': 'same-site' }],
] as const)(
  'a post from %s is refused and runs nothing',
  async ([, headers], { world: { shell, graph } }) => {
    const id = JSON.stringify(headers);
    for (const path of ['/en/actions/test.act', '/en/preferences']) {
      expect((await shell.post(path, form({ id, theme: 'dark' }), headers)).status).toBe(403);
    }
    expect(graph.of('TestAct_Mutation').some(({ body }) => JSON.parse(body).variables.id === id)).toBe(false);
  },
);

test('a form that is too large, or not a form, is refused', async ({ world: { shell } }) => {
  const large = await shell.post('/en/actions/test.stay', form({ text: 'x'.repeat(66_000) }));
  expect(large.status).toBe(413);
  const json = await shell.post('/en/actions/test.stay', '{}', { 'content-type': 'application/json' });
  expect(json.status).toBe(404);
});

test('choices are remembered in a cookie that the next page reads; others stay', async ({
  world: { shell },
}) => {
  const choose = (fields: Record<string, string>, cookie = '') =>
    shell.post('/en/preferences', form(fields), { cookie });
  const first = await choose({ theme: 'dark' });
  expect(first.status).toBe(303);
  const second = await choose({ currency: 'KRW', unknown: 'kept out' }, cookiesOf(first));
  expect(cookiesOf(second)).not.toContain('unknown');
  expect(await stateOf(shell, cookiesOf(second))).toMatchObject({
    session: { currency: 'KRW', theme: 'dark' },
  });
});

async function stateOf(shell: RunningShell, cookie: string): Promise<unknown> {
  const html = await (await shell.get('/en/test/1', { cookie })).text();
  const [, json = ''] = /<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json);
}
