import { afterEach, expect, test } from 'vitest';
import { type Graph, startGraph } from './graph.ts';

let graph: Graph;
afterEach(() => graph.stop());

test('in development an explorer opens at "/", all of it from the router itself', async () => {
  graph = await startGraph({ NODE_ENV: 'development' });
  const { url } = graph.router;
  const page = await fetch(url);
  const html = await page.text();
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  expect(html).not.toMatch(/https?:|<script>/);
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file = '']) => file);
  expect(files).toContain('/explorer/graphiql.js');
  // The editor asks for its workers by these names.
  for (const label of ['graphql', 'json', 'editorWorkerService']) files.push(`/explorer/${label}.js`);
  for (const file of files) {
    const { status, headers } = await fetch(url + file);
    const type = headers.get('content-type');
    expect([file, status, type]).toEqual([file, 200, expect.stringMatching(/^text\/(css|javascript)/)]);
  }
});

test('outside development there is none', async () => {
  graph = await startGraph({ NODE_ENV: 'production' });
  expect((await fetch(graph.router.url)).status).toBe(404);
  expect((await fetch(`${graph.router.url}/explorer/graphiql.js`)).status).toBe(404);
});
