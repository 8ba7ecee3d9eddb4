import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { nameLive, publishStub, writeDiscovery } from '../test/publish-stub.ts';
import { type RunningShell, startShell, test } from '../test/running-shell.ts';

const htmlOf = async (shell: RunningShell, path = '/en/test/1') => (await shell.get(path)).text();

test('a page comes whole: its data, its slots, and what it was made of', async ({
  world: { shell, graph },
}) => {
  const answer = await shell.get('/en/test/whole');
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('<title>Thing whole – Arcade</title>');
  expect(html).toContain('<h1>Thing whole</h1>');
  expect(html).toContain('filled with note whole');
  expect(html).toContain('Lamps');
  expect(html).toContain('src="/releases/mfe-test/v1/client/remoteEntry.js"');
  expect(graph.of('TestSlot_Query').filter(({ body }) => body.includes('whole'))).toHaveLength(1);
});

test("the page's own query is waited for, past the deadline of slots", async ({ ownWorld }) => {
  const { graph, env } = ownWorld;
  const shell = await startShell({ ...env, SLOT_DEADLINE_MS: '1' });
  const answerPage = Promise.withResolvers<void>();
  graph.answers['TestPage_Query late'] = async ({ id }) => {
    await answerPage.promise;
    return { thing: { __typename: 'Thing', id, name: 'Late but there', movedTo: null } };
  };
  const asking = htmlOf(shell, '/en/test/late');
  // Its slot has been asked: the deadline of 1 ms is over by the time that this is seen here.
  await vi.waitFor(() =>
    expect(graph.of('TestSlot_Query').some(({ body }) => body.includes('"late"'))).toBe(true),
  );
  answerPage.resolve();
  const html = await asking;
  expect(html).toContain('<h1>Late but there</h1>');
  await shell.stop();
});

test('a slot that misses its deadline comes as its Loading, and the page does not wait', async ({
  world: { shell, graph },
}) => {
  const forever = Promise.withResolvers<never>();
  graph.answers['TestSlot_Query slow'] = () => forever.promise;
  const started = performance.now();
  const answer = await shell.get('/en/test/slow');
  const took = performance.now() - started;
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('<h1>Thing slow</h1>');
  expect(html).toContain('the slot is loading');
  expect(html).not.toContain('filled with');
  // The slot's deadline, 800 ms, ended the wait: the router's is longer than this test may take.
  expect(took).toBeGreaterThan(700);
});

test('a slot that throws on the server leaves the rest of the page, with status 200', async ({
  world: { shell },
}) => {
  const answer = await shell.get('/en/holed');
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('<h1>Around the hole</h1>');
  expect(html).toContain('data-failed="mfe-test"');
  expect(html).not.toContain('thrown on purpose');
});

test('a slot that hangs while it is rendered leaves the rest of the page', async ({ world: { shell } }) => {
  const answer = await shell.get('/en/hanging');
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain('<h1>Around what hangs</h1>');
  // Nothing stands there, and React in the browser takes it up: see boundary.test.tsx.
  expect(html).toContain('data-slot="test.hangs"><!--$!-->');
  expect(html).toContain('<footer');
});

test('a page that throws on the server answers 500, within header and footer', async ({
  world: { shell },
}) => {
  const answer = await shell.get('/en/broken');
  const html = await answer.text();
  expect(answer.status).toBe(500);
  expect(html).toContain('Lamps');
  expect(html).toContain('<footer');
  expect(html).not.toContain('thrown on purpose');
});

test('a page whose query fails answers 500', async ({ world: { shell, graph } }) => {
  graph.answers['TestPage_Query failing'] = () => null;
  expect((await shell.get('/en/test/failing')).status).toBe(500);
});

test('what is not there answers 404, known only by the data or by no page at all', async ({
  world: { shell, graph },
}) => {
  graph.answers['TestPage_Query gone'] = () => ({ thing: null });
  for (const path of ['/en/test/gone', '/en/nothing-here']) {
    const answer = await shell.get(path, { accept: 'text/html' });
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toContain('name="robots" content="noindex"');
  }
});

test('an address that is not even well-formed gets the page for what is not there, in its language', async ({
  world: { shell },
}) => {
  for (const path of ['/ko/products/%E0%A4%A', '/ko/%', '/ko/%zz?x=%E0%A4%A']) {
    const answer = await shell.get(path, { accept: 'text/html' });
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get('content-language')).toBe('ko');
    expect(await answer.text()).toContain('<footer');
  }
});

test('a page may send the visitor to another one, in the same language', async ({
  world: { shell, graph },
}) => {
  graph.answers['TestPage_Query moved'] = ({ id }) => ({
    thing: { __typename: 'Thing', id, name: 'Moved', movedTo: '/test/2' },
  });
  const answer = await shell.get('/ko/test/moved');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/ko/test/2');
});

test('a new release is met at the next page view; the page before it keeps its own', async ({
  ownWorld: { shell, folder },
}) => {
  const earlier = await htmlOf(shell);
  expect(earlier).toContain('made by v1');
  await nameLive(folder, await publishStub(folder, 'v2'));
  await vi.waitFor(async () => expect(await htmlOf(shell)).toContain('made by v2'), 20_000);

  const named = [...earlier.matchAll(/"(\/releases\/[^"]+)"/g)].map(([, url]) => url ?? '');
  expect(named).toContain('/releases/mfe-test/v1/client/remoteEntry.js');
  for (const url of named) {
    const file = await shell.get(url);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
  }
  const later = await htmlOf(shell);
  expect(later).toContain('/releases/mfe-test/v2/');
  expect(later).not.toContain('/releases/mfe-test/v1/');
});

test('a release with one wrong byte is refused, and the last good one stays', async ({
  world: { shell, folder },
}) => {
  const release = await publishStub(folder, 'v2');
  const file = join(folder, 'mfe-test/v2/server/remoteEntry.cjs');
  const good = await readFile(file, 'utf8');
  await writeFile(file, good.replace('made by', 'Made by'));
  await nameLive(folder, release);
  await vi.waitFor(
    async () => expect(await metric(shell, 'release_loads_total{unit="mfe-test",outcome="failed"}')).toBe(1),
    20_000,
  );
  expect(await htmlOf(shell)).toContain('made by v1');
  expect((await shell.get('/releases/mfe-test/v2/client/remoteEntry.js')).status).toBe(404);
});

test('a discovery document that is garbage changes nothing, also after a restart', async ({
  ownWorld: { shell, folder, env },
}) => {
  await writeDiscovery(folder, '<html>Gateway timeout</html>');
  // Its releases are gone too: only what the shell has kept itself is left.
  await rm(join(folder, 'mfe-test'), { recursive: true });
  const restarted = await startShell(env);
  expect(await htmlOf(restarted)).toContain('made by v1');
  await restarted.stop();
  expect(await htmlOf(shell)).toContain('made by v1');
});

test('the server bundle and the manifest of a release are not served', async ({ world: { shell } }) => {
  for (const path of ['server/remoteEntry.cjs', 'manifest.json', 'client%2f..%2fmanifest.json']) {
    expect((await shell.get(`/releases/mfe-test/v1/${path}`)).status).toBe(404);
  }
});

async function metric(shell: RunningShell, name: string): Promise<number | undefined> {
  const line = (await (await shell.get('/metrics')).text())
    .split('\n')
    .find((text) => text.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}
