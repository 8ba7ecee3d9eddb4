// Which releases exist, and who gets which: the AWS frontend-discovery document, schema v1-pre, so that other shells can
// read it. `metadata` allows no keys of our own; ours are under `extras`.
import { z } from 'zod';
import { integritySchema, unitName, versionName } from './manifest.ts';

const release = z.object({
  /** The browser entry (remoteEntry.js); relative addresses are resolved against the document's own. */
  url: z.string(),
  metadata: z.strictObject({ integrity: integritySchema, version: versionName }),
  fallbackUrl: z.string().optional(),
  deployment: z
    .strictObject({ traffic: z.number().min(0).max(100), default: z.boolean() })
    .default({ traffic: 100, default: true }),
  extras: z.object({
    /** The release's manifest.json, which holds the rest: server entry, routes, slots, shared modules, hashes of files. */
    manifest: z.strictObject({ url: z.string(), integrity: integritySchema }),
  }),
});

/** v1-pre does not ask that traffic sums to 100 or that one release is the default: we do. */
const releases = z
  .array(release)
  .min(1)
  .refine(
    (all) => all.filter((one) => one.deployment.default).length === 1,
    'exactly one must be the default',
  )
  .refine(
    (all) => Math.abs(all.reduce((sum, one) => sum + one.deployment.traffic, 0) - 100) < 1e-9,
    'traffic must sum to 100',
  );

export const discoverySchema = z.object({
  schema: z.string(),
  microFrontends: z.record(unitName, releases),
});

export type Discovery = z.infer<typeof discoverySchema>;
export type DiscoveredRelease = z.infer<typeof release>;
