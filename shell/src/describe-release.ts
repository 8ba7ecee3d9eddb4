/**
 * Part of `npm run build -w shell`: `dist/manifest.json`, what the shell provides, names and asks. The registry checks releases of micro-frontends
 * against it, and the router takes the operations from it.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { shellManifestSchema } from '@arcade/mfe-kit/manifest';
import { sharedModules } from '@arcade/mfe-kit/shared-modules';
import { layoutSlots } from './app/layout/slots.ts';
import { ownOperations } from './server/own-operations.ts';

const facts = {
  shared: Object.fromEntries(
    Object.entries(sharedModules()).map(([request, { version }]) => [request, version]),
  ),
  // They are given nothing, and tell nothing.
  uses: Object.fromEntries(Object.keys(layoutSlots).map((slot) => [slot, { input: {} }])),
  operations: Object.fromEntries(Object.values(ownOperations).map(({ hash, text }) => [hash, text])),
};
const version = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
const manifest = shellManifestSchema.parse({ unit: 'shell', version, ...facts });

const dist = new URL('../dist/', import.meta.url);
await mkdir(dist, { recursive: true });
await writeFile(new URL('manifest.json', dist), `${JSON.stringify(manifest, null, 1)}\n`);
