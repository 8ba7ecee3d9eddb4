import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { startShell, test } from '../test/running-shell.ts';
import { overridesIn } from './overrides.ts';

const own = 'http://localhost:3102';

test('a shop of visitors says that it takes nothing from elsewhere', async ({ world: { shell } }) => {
  const answer = await shell.get(`/en/test/1?mfe-test=${own}`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('mfe-test cannot be taken from elsewhere');
  expect((await shell.get('/en/test/1?mfetest=x&sku=mfe-test')).status).toBe(200);
});

test.for([
  'https://evil.example/',
  'http://localhost.evil.example/',
  'http://localhost@evil.example/',
  'http://10.0.0.1:3102',
  'javascript:alert(1)',
  'localhost:3102',
  '',
])("an address that is not of the developer's own machine is refused: %s", (address) => {
  const found = overridesIn(new URLSearchParams({ 'mfe-test': address }), true);
  expect(found).toMatchObject({ status: 400, message: expect.stringContaining('mfe-test=') });
});

test("in a shop for developers one page view is left to the browser, which may load from that machine alone; nobody else's changes", async ({
  world: { env, graph },
}) => {
  const shell = await startShell({ ...env, ALLOW_OVERRIDES: '1' });
  const answer = await shell.get(`/en/test/1?mfe-test=${own}/dist/`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.getSetCookie().join()).not.toContain('3102');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`connect-src 'self' ${own};`);
  expect(policy).toMatch(new RegExp(`style-src 'self' 'nonce-[^']+' ${own};`));
  const html = await answer.text();
  expect(html).toContain('<div id="root"></div>');
  expect(html).toContain(`"overrides":{"mfe-test":"${own}/dist"}`);

  const next = await shell.get('/en/test/1');
  expect(next.headers.get('content-security-policy')).not.toContain('localhost');
  expect(await next.text()).toContain('made by v1');

  const query = 'query TestSlot_Query($id: ID!) { note(id: $id) { text } }';
  const ask = (text: string, headers: Record<string, string>) =>
    shell.post(
      '/graphql',
      JSON.stringify({
        query: text,
        variables: { id: 'new' },
        extensions: {
          persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
        },
      }),
      { 'content-type': 'application/json', ...headers },
    );
  expect((await ask(query, { 'arcade-override': '1' })).status).toBe(200);
  expect((await ask(query, {})).status).toBe(400);
  expect((await ask('query Other_Query { it }', { 'arcade-override': '1' })).status).toBe(400);
  expect(graph.of('Other_Query')).toEqual([]);
  await shell.stop();
});
