// May this release get visitors? The checks (checks/), on the world that the store knows.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { checkFrontend, checkFrontendFiles, checkShell, checkSubgraph } from './checks/check.ts';
import { defaultBudget, type Finding, type LiveRelease, type World } from './checks/finding.ts';
import type { Check, Checked } from './control-plane.ts';
import type { LiveGraphOf } from './live-graph.ts';
import { isMicroFrontend, isShell, isSubgraph, parseManifest, type ReleaseManifest } from './manifests.ts';
import { releaseSets } from './release-sets.ts';
import { isCode } from './releases.ts';
import { stableTraffic } from './rollout.ts';
import { manifestOfRelease, type Store, type Units } from './store.ts';

export function gate(store: Store, graphOf: LiveGraphOf): Check {
  return async (release, units) => {
    const manifest = parseManifest(JSON.parse(release.manifestText));
    const world = worldOf(store, units, graphOf);
    if (isSubgraph(manifest)) {
      const { unit, version, schema: sdl, url } = manifest;
      return checkSubgraph({ unit, version, sdl, url }, world);
    }
    const unknown = notChecked(manifest, world, graphOf(units).problem);
    if (isShell(manifest)) return [...checkShell(manifest, world), ...unknown];
    const files = await filesFindings(store, release, manifest);
    return [...files, ...checkFrontend(manifest, world), ...unknown];
  };
}

/** All that checks may look at, when these are who gets what. */
export function worldOf(store: Store, units: Units, graphOf: LiveGraphOf): World {
  const manifestOf = (unit: string, version: string): ReleaseManifest[] => {
    const release = store.release(unit, version);
    // Its folder was cleared away before the registry had a database.
    return release ? [manifestOfRelease(release)] : [];
  };
  const live = [...units].flatMap(([unit, state]): LiveRelease[] => {
    const { stable, candidate } = state;
    const shares = [
      { version: stable, traffic: stableTraffic(state) },
      ...(candidate ? [{ version: candidate.version, traffic: candidate.traffic }] : []),
    ];
    return shares.flatMap(({ version, traffic }) =>
      manifestOf(unit, version)
        .filter(isMicroFrontend)
        .map((manifest) => ({ manifest, traffic })),
    );
  });
  const recallable = [...units].flatMap(([unit, { before }]) =>
    before.flatMap((version) => manifestOf(unit, version)),
  );
  const shell = units.get('shell');
  const { subgraphs, composed } = graphOf(units);
  return {
    supergraphs: composed ? [{ name: 'live', schema: composed.schema }] : [],
    live,
    recallable: recallable.filter(isMicroFrontend),
    recallableShells: recallable.filter(isShell),
    combinations: releaseSets(units).map(({ versions }) => versions),
    shell: shell && manifestOf('shell', shell.stable).find(isShell),
    subgraphSchemas: Object.fromEntries(subgraphs.map(({ name, sdl }) => [name, sdl])),
    budget: defaultBudget,
  };
}

/** Nothing is said of what is not known, but that it is not. */
function notChecked(
  { unit, version }: ReleaseManifest,
  { supergraphs, shell }: World,
  problem: string | undefined,
): Finding[] {
  const about = { severity: 'warning', unit, release: version } as const;
  return [
    ...(supergraphs.length === 0
      ? [
          {
            ...about,
            check: 'operations' as const,
            message: `Its operations are not checked. ${problem}`,
            remedy: 'Deploy subgraphs that compose, and check again.',
          },
        ]
      : []),
    ...(shell || unit === 'shell'
      ? []
      : [
          {
            ...about,
            check: 'shared' as const,
            message: 'Its shared modules are not checked: no release of the shell is known here.',
            remedy: 'Publish what the shell provides: arcade release shell --traffic 100.',
          },
        ]),
  ];
}

/** Files never change, so what was found in them when they were published holds. */
async function filesFindings(
  store: Store,
  { unit, version, folder }: Checked,
  manifest: Manifest,
): Promise<readonly Finding[]> {
  const { verdict } = store.release(unit, version) ?? {};
  if (verdict) return verdict.findings.filter(({ check }) => check === 'files');
  if (folder === undefined) return [];
  return checkFrontendFiles(manifest, (file) =>
    readFile(path.join(folder, file)).catch((error: unknown) => {
      if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw error;
    }),
  );
}
