// A release of a micro-frontend is a folder that never changes: `manifest.json` and the files that it lists, nothing else.
//
//   dist/manifest.json                      this document
//   dist/client/remoteEntry.js              container for the browser, its chunks and style sheets beside it
//   dist/server/remoteEntry.cjs             container for server rendering, its chunks beside it
//
// The build writes it, the registry stores and serves it at /releases/<unit>/<version>/, the shell mirrors and loads it.
import { z } from 'zod';

/** Path in the release folder: no absolute ones, no way out of the folder. */
const filePath = z
  .string()
  .regex(/^(client|server)\/[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be client/<file> or server/<file>');

/** Subresource integrity (W3C SRI) with SHA-384. */
export const integritySchema = z
  .string()
  .regex(/^sha384-[A-Za-z0-9+/]{64}$/, 'must be a SHA-384 integrity value');

/** A type as `mfe.config.ts` writes it: see Shape in config.ts. */
type ShapeValue = string | { [field: string]: ShapeValue } | [ShapeValue];
const shape: z.ZodType<ShapeValue> = z.lazy(() =>
  z.union([z.string().regex(/^(string|number|boolean)\??$/), z.tuple([shape]), z.record(z.string(), shape)]),
);
const shapes = z.record(z.string(), shape);

/** Names of pages, slots and actions: `product.purchase`. */
const dottedName = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9-]*)+$/);

export const unitName = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
export const versionName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

export const manifestSchema = z.strictObject({
  /** `mfe-order` */
  unit: unitName,
  /** Made of the content: building the same again gives the same version. */
  version: versionName,
  /** Global name of the container; carries the version, so that two releases can live in one page or process. */
  container: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  entry: z.strictObject({ client: filePath, server: filePath }),
  /** By page name: path below the locale, and the module to ask the container for. */
  pages: z.record(dottedName, z.strictObject({ path: z.string().startsWith('/'), expose: z.string() })),
  /** The slots that it offers. */
  slots: z.record(
    dottedName,
    z.strictObject({ expose: z.string(), input: shapes, output: shapes.optional() }),
  ),
  /** The slots that its pages name. */
  uses: z.record(dottedName, z.strictObject({ input: shapes, output: shapes.optional() })),
  /** The module of plain form posts, on the server only, and the actions that it holds. */
  actions: z.strictObject({ expose: z.string(), names: z.array(dottedName) }).optional(),
  /** By exposed module: what the browser needs besides the entry, in order of loading. */
  exposes: z.record(z.string(), z.strictObject({ js: z.array(filePath), css: z.array(filePath) })),
  /** Modules that it expects from the shell, with the range of versions that it was built against. */
  shared: z.record(z.string(), z.strictObject({ requiredVersion: z.string(), singleton: z.boolean() })),
  /** Every file of the release but this one; sizes in bytes. */
  files: z.record(
    filePath,
    z.strictObject({
      integrity: integritySchema,
      size: z.int().nonnegative(),
      brotliSize: z.int().nonnegative(),
    }),
  ),
  /** The GraphQL operations that its code can send: SHA-256 (hex) of the text → text. */
  operations: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * A release of the shell: what it provides, names and asks. It has no files here, for it is a process of its own; its build writes this
 * into dist/manifest.json, so that releases of micro-frontends can be checked against it.
 */
export const shellManifestSchema = z.strictObject({
  unit: z.literal('shell'),
  /** Made of the content. */
  version: versionName,
  /** The modules that it provides, by request (`react`): the version. */
  shared: z.record(z.string(), z.string()),
  /** The slots that its layout names. */
  uses: manifestSchema.shape.uses,
  /** What it asks the graph for itself. */
  operations: manifestSchema.shape.operations,
});

export type ShellManifest = z.infer<typeof shellManifestSchema>;
