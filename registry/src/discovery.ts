// The discovery document: AWS frontend-discovery, schema v1-pre, with ours under `extras`.
import type { Discovery } from '@arcade/mfe-kit/discovery';
import type { Live } from './deployments.ts';
import { integrity, readManifest, releaseFolder } from './releases.ts';

const SCHEMA = 'https://raw.githubusercontent.com/awslabs/frontend-discovery/main/schema/v1-pre.json';

export async function discoveryDocument(dir: string, live: Live, publicUrl: string): Promise<Discovery> {
  const entries = await Promise.all(
    [...live].map(async ([unit, versions]) => {
      const version = versions.at(-1);
      if (version === undefined) return [];
      const { text, manifest } = await readManifest(releaseFolder(dir, unit, version));
      const file = manifest.files[manifest.entry.client];
      if (!file) throw new Error(`${unit} ${version} has an entry that is not among its files.`);
      const url = (name: string) => new URL(`releases/${unit}/${version}/${name}`, `${publicUrl}/`).href;
      const one: Discovery['microFrontends'][string][number] = {
        url: url(manifest.entry.client),
        metadata: { integrity: file.integrity, version },
        deployment: { traffic: 100, default: true },
        extras: { manifest: { url: url('manifest.json'), integrity: integrity(text) } },
      };
      return [[unit, [one]] satisfies [string, unknown[]]];
    }),
  );
  return {
    schema: SCHEMA,
    microFrontends: Object.fromEntries(entries.flat().toSorted(([a], [b]) => a.localeCompare(b))),
  };
}
