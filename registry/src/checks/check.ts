// "May I release this?" One answer for `arcade check` and for the gate: every finding, refusals first.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { checkFiles, type ReadFile } from './files.ts';
import type { Finding, ShellRelease, World } from './finding.ts';
import { checkOperations } from './operations.ts';
import { checkRoutes } from './routes.ts';
import { checkSchema, type SubgraphRelease } from './schema.ts';
import { checkProvided, checkShared } from './shared.ts';
import { checkShellSlots, checkSlots } from './slots.ts';
import { checkWeight } from './weight.ts';

/** All that can be said of a micro-frontend from its manifest. */
export function checkFrontend(candidate: Manifest, world: World): Finding[] {
  return refusalsFirst([
    ...checkOperations(candidate, world),
    ...checkRoutes(candidate, world),
    ...checkSlots(candidate, world),
    ...checkShared(candidate, world),
    ...checkWeight(candidate, world),
  ]);
}

/** And what needs its files: their content never changes, so once, when it is published. */
export async function checkFrontendFiles(candidate: Manifest, read: ReadFile): Promise<Finding[]> {
  return refusalsFirst(await checkFiles(candidate, read));
}

export function checkSubgraph(candidate: SubgraphRelease, world: World): Finding[] {
  return refusalsFirst(checkSchema(candidate, world));
}

export function checkShell(candidate: ShellRelease, world: World): Finding[] {
  const asking = { unit: 'shell', version: candidate.version, operations: candidate.operations ?? {} };
  return refusalsFirst([
    ...checkOperations(asking, world),
    ...checkShellSlots(candidate, world),
    ...checkProvided(candidate, world),
  ]);
}

const refusalsFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
