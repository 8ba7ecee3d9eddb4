// The discovery document: AWS frontend-discovery, schema v1-pre, with ours under `extras`. What is stable is the default; a
// candidate comes first, because visitors' numbers are given out in the document's order and it is to get the lowest.
import type { DiscoveredRelease, Discovery } from '@arcade/mfe-kit/discovery';
import { isMicroFrontend } from './manifests.ts';
import { integrity } from './releases.ts';
import { isWhole, stableTraffic } from './rollout.ts';
import { manifestOfRelease, type Store } from './store.ts';

const SCHEMA = 'https://raw.githubusercontent.com/awslabs/frontend-discovery/main/schema/v1-pre.json';

export function discoveryDocument(store: Store, publicUrl: string): Discovery {
  const entries = [...store.units()].flatMap(([unit, state]): [string, DiscoveredRelease[]][] => {
    // Subgraphs and the shell are no micro-frontends.
    if (isWhole(unit)) return [];
    const { stable, candidate } = state;
    const shares = [
      ...(candidate ? [{ version: candidate.version, traffic: candidate.traffic, default: false }] : []),
      { version: stable, traffic: stableTraffic(state), default: true },
    ];
    return [[unit, shares.map((share) => describe(store, publicUrl, { unit, ...share }))]];
  });
  return {
    schema: SCHEMA,
    microFrontends: Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b))),
  };
}

interface Share {
  unit: string;
  version: string;
  traffic: number;
  default: boolean;
}

function describe(
  store: Store,
  publicUrl: string,
  { unit, version, ...deployment }: Share,
): DiscoveredRelease {
  const release = store.release(unit, version);
  if (!release) throw new Error(`${unit} ${version} has visitors and is not here: publish it again.`);
  const manifest = manifestOfRelease(release);
  const file = isMicroFrontend(manifest) && manifest.files[manifest.entry.client];
  if (!file) throw new Error(`${unit} ${version} has an entry that is not among its files.`);
  const url = (name: string) => new URL(`releases/${unit}/${version}/${name}`, `${publicUrl}/`).href;
  return {
    url: url(manifest.entry.client),
    metadata: { integrity: file.integrity, version },
    deployment,
    extras: { manifest: { url: url('manifest.json'), integrity: integrity(release.manifestText) } },
  };
}
