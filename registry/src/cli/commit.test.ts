import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing.ts';
import { commitOf } from './commit.ts';

test('a release comes from a commit, and from a dirty one when what it is built from was changed', async () => {
  const { root, git, write } = await project();
  const head = git('rev-parse', 'HEAD').trim();
  expect(await commitOf(root, 'mfe-order')).toBe(head);

  write('mfe-order/src/cart.ts', 'changed');
  expect(await commitOf(root, 'mfe-order')).toBe(`${head}-dirty`);
  expect(await commitOf(root, 'mfe-catalog')).toBe(head);
  expect(await commitOf(root, 'subgraphs/order')).toBe(head);

  write('packages/ui/new.ts', 'not added yet');
  expect(await commitOf(root, 'mfe-catalog')).toBe(`${head}-dirty`);
  write('subgraphs/order/schema.graphql', 'changed');
  expect(await commitOf(root, 'subgraphs/order')).toBe(`${head}-dirty`);
  expect(await commitOf(root, 'subgraphs/catalog')).toBe(head);
});

test('what is built does not make it dirty, and without git there is no commit', async () => {
  const { root, write } = await project();
  write('mfe-order/dist/manifest.json', '{}');
  expect(await commitOf(root, 'mfe-order')).toMatch(/^[0-9a-f]{40}$/);
  expect(await commitOf(await temporaryFolder(), 'mfe-order')).toBeUndefined();
});

async function project() {
  const root = await temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const write = (file: string, text: string) => {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const sources = ['mfe-order/src/cart.ts', 'mfe-catalog/src/list.ts', 'packages/ui/button.ts'];
  for (const file of [...sources, 'subgraphs/order/schema.graphql']) write(file, 'as committed');
  write('.gitignore', 'dist\n');
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=first');
  return { root, git, write };
}
