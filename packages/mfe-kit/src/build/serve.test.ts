import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileServer } from './serve.ts';

test('the manifest and the files of the browser are handed out to pages of any origin, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-serve-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const path of ['manifest.json', 'client/a.js', 'server/a.cjs', 'secret.json']) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), '{}');
  }
  const server = fileServer(folder).listen(0, 'localhost');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const get = (path: string) => fetch(`http://localhost:${port}${path}`);

  const script = await get('/client/a.js?fresh');
  expect(script.status).toBe(200);
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    'content-type': 'text/javascript; charset=utf-8',
  });
  expect((await get('/manifest.json')).status).toBe(200);
  for (const path of ['/server/a.cjs', '/secret.json', '/client/..%2fsecret.json', '/client/none.js', '/']) {
    expect((await get(path)).status, path).toBe(404);
  }
});
