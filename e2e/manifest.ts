// `npm run manifest -w e2e`: writes dist/operations.json, for OPERATION_MANIFESTS of the shop that is tested.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { operations } from './operations.ts';

const dist = new URL('dist/', import.meta.url);
const hashed = Object.values(operations).map((text) => [
  createHash('sha256').update(text).digest('hex'),
  text,
]);
await mkdir(dist, { recursive: true });
await writeFile(
  new URL('operations.json', dist),
  `${JSON.stringify({ operations: Object.fromEntries(hashed) })}\n`,
);
