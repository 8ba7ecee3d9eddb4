// What tests of checks begin with: a small shop that is in order. Each test changes the one thing that it is about.
import { createHash } from 'node:crypto';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { buildSchema } from 'graphql';
import { composeSubgraphs } from './compose.ts';
import { defaultBudget, type LiveRelease, type World } from './finding.ts';

export function release(unit: string, version: string, facts: Partial<Manifest> = {}): Manifest {
  return {
    unit,
    version,
    container: `${unit.replaceAll('-', '_')}_${version.replaceAll('.', '_')}`,
    entry: { client: 'client/remoteEntry.js', server: 'server/remoteEntry.cjs' },
    pages: {},
    slots: {},
    uses: {},
    exposes: {},
    shared: {},
    files: {},
    operations: {},
    ...facts,
  };
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Operations as a manifest lists them. */
export const asks = (...texts: string[]): Manifest['operations'] =>
  Object.fromEntries(texts.map((text) => [sha256(text), text]));

export const live = (manifest: Manifest, traffic = 100): LiveRelease => ({ manifest, traffic });

/** One release set, of all that is live, unless the test says otherwise. */
export function world(facts: Partial<World> = {}): World {
  const all = facts.live ?? [];
  return {
    supergraphs: [{ name: 'live', schema: buildSchema('type Query { shop: String }') }],
    live: all,
    recallable: [],
    recallableShells: [],
    combinations: [Object.fromEntries(all.map(({ manifest }) => [manifest.unit, manifest.version]))],
    shell: { version: '1.0.0', shared: {}, uses: {} },
    subgraphSchemas: {},
    budget: defaultBudget,
    ...facts,
  };
}

/** What a person reads of a finding. */
export const spoken = ({ severity, message }: { severity: string; message: string }) =>
  `${severity}: ${message}`;

/** A world whose live supergraph is composed from these subgraphs. */
export function worldOfSubgraphs(subgraphSchemas: Record<string, string>, facts: Partial<World> = {}): World {
  const composed = composeSubgraphs(
    Object.entries(subgraphSchemas).map(([name, sdl]) => ({ name, url: `http://${name}`, sdl })),
  );
  if (!('schema' in composed)) throw new Error(composed.map(({ message }) => message).join('\n'));
  return world({ supergraphs: [{ name: 'live', schema: composed.schema }], subgraphSchemas, ...facts });
}
