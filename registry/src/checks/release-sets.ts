import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { World } from './finding.ts';

export interface Change {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

/**
 * What visitors' release sets become when the candidate takes its unit's place. All of them, whatever its share is to be: while
 * a rollout goes on it meets each.
 */
export function setsWith(candidate: Manifest, world: World): Change[] {
  const sets = releaseSets(world);
  return (sets.length > 0 ? sets : [[]]).map((before) => ({
    before,
    after: [...before.filter(({ unit }) => unit !== candidate.unit), candidate],
  }));
}

export function releaseSets({ combinations, live }: World): (readonly Manifest[])[] {
  return combinations.map((versions) =>
    live.flatMap(({ manifest }) => (versions[manifest.unit] === manifest.version ? [manifest] : [])),
  );
}
