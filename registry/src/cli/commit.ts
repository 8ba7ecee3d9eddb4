// From which commit a release comes, for whoever looks for its source later.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What every micro-frontend and the shell is built from, beside its own folder. */
const builtFrom = [
  'packages',
  'router',
  'subgraphs/*/schema.graphql',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/**
 * The commit that is checked out; with `-dirty`, as `git describe` has it, where something that the unit is built from is not as in that
 * commit. Undefined where there is no git.
 */
export async function commitOf(root: string, unit: string): Promise<string | undefined> {
  const sources = unit.startsWith('subgraphs/')
    ? [`${unit}/schema.graphql`, 'router/subgraphs.json']
    : [unit, ...builtFrom];
  try {
    const head = await run('git', ['rev-parse', 'HEAD'], { cwd: root });
    const changed = await run('git', ['status', '--porcelain', '--', ...sources], { cwd: root });
    return head.stdout.trim() + (changed.stdout === '' ? '' : '-dirty');
  } catch {
    return undefined;
  }
}
