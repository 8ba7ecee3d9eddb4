/** Part of `npm run build -w shell`: `dist/operations.json`, a manifest of the shell's own operations for the router. */
import { mkdir, writeFile } from 'node:fs/promises';
import { ownOperations } from './server/own-operations.ts';

const dist = new URL('../dist/', import.meta.url);
const operations = Object.fromEntries(Object.values(ownOperations).map(({ hash, text }) => [hash, text]));
await mkdir(dist, { recursive: true });
await writeFile(new URL('operations.json', dist), `${JSON.stringify({ operations }, null, 1)}\n`);
