import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { styleSheets } from './style-sheets.ts';

test('a page carries the style sheets of the shell and of releases, and goes without one that is lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-styles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const client = join(folder, 'mfe-test/v1/client');
  await mkdir(client, { recursive: true });
  await writeFile(join(client, 'kept.css'), 'p { color: red }');
  const styles = styleSheets({ files: new Map([['app.css', Buffer.from('h1 { margin: 0 }')]]) }, folder);
  expect(styles('/assets/app.css')).toBe('h1 { margin: 0 }');
  expect(styles('/releases/mfe-test/v1/client/kept.css')).toBe('p { color: red }');
  expect(styles('/releases/mfe-test/v1/client/lost.css')).toBeUndefined();
  // Read once.
  await rm(client, { recursive: true });
  expect(styles('/releases/mfe-test/v1/client/kept.css')).toBe('p { color: red }');
});
