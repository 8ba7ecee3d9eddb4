// What a release says of itself: a micro-frontend lists its files and what it has to do with others, a subgraph brings its schema,
// the shell tells what it provides.
import {
  type Manifest,
  manifestSchema,
  type ShellManifest,
  shellManifestSchema,
  unitName,
  versionName,
} from '@arcade/mfe-kit/manifest';
import { z } from 'zod';

const subgraphUnit = z.string().regex(/^subgraphs\/[a-z][a-z0-9-]{0,62}$/);

export const anyUnit = z.union([unitName, subgraphUnit]);

const subgraphManifestSchema = z.strictObject({
  /** `subgraphs/catalog` */
  unit: subgraphUnit,
  /** Made of the content. */
  version: versionName,
  /** In SDL. */
  schema: z.string().min(1),
  /** Where routers ask it, unless they were told otherwise (SUBGRAPH_URLS). */
  url: z.url({ protocol: /^https?$/ }),
});

export type SubgraphManifest = z.infer<typeof subgraphManifestSchema>;
export type ReleaseManifest = Manifest | SubgraphManifest | ShellManifest;

const named = z.object({ unit: anyUnit });

/** Throws a ZodError that is about the kind of unit that it is. */
export function parseManifest(content: unknown): ReleaseManifest {
  const { unit } = named.parse(content);
  if (unit === 'shell') return shellManifestSchema.parse(content);
  return subgraphUnit.safeParse(unit).success
    ? subgraphManifestSchema.parse(content)
    : manifestSchema.parse(content);
}

export const isSubgraph = (manifest: ReleaseManifest): manifest is SubgraphManifest => 'schema' in manifest;
export const isMicroFrontend = (manifest: ReleaseManifest): manifest is Manifest => 'entry' in manifest;
export const isShell = (manifest: ReleaseManifest): manifest is ShellManifest =>
  !isSubgraph(manifest) && !isMicroFrontend(manifest);

/** Only micro-frontends have any. */
export const filesOf = (manifest: ReleaseManifest): Manifest['files'] =>
  isMicroFrontend(manifest) ? manifest.files : {};

export const operationsOf = (manifest: ReleaseManifest): Manifest['operations'] =>
  isSubgraph(manifest) ? {} : manifest.operations;
