// Releases of the micro-frontend in stub-mfe.cjs, and the discovery document that names the live one.
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import { publishRelease } from './publish-release.ts';

const texts = {
  TestPage_Query: 'query TestPage_Query($id:ID!){thing(id:$id){id name movedTo __typename}}',
  TestSlot_Query: 'query TestSlot_Query($id:ID!){note(id:$id){id text __typename}}',
  TestNews_Subscription:
    'subscription TestNews_Subscription($id:ID!){noteChanged(id:$id){id text __typename}}',
  TestAct_Mutation: 'mutation TestAct_Mutation($id:ID!){act(id:$id){said __typename}}',
};

export const operations = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [
    name,
    { text, hash: createHash('sha256').update(text).digest('hex') },
  ]),
);

/** The hash of one of the operations above. */
export function hashOf(name: keyof typeof texts): string {
  return operations[name]?.hash ?? '';
}

export async function publishStub(folder: string, version: string): Promise<DiscoveredRelease> {
  const source = await readFile(new URL('stub-mfe.cjs', import.meta.url), 'utf8');
  const server = source
    .replace("'VERSION'", `'${version}'`)
    .replace('= OPERATIONS', `= ${JSON.stringify(operations)}`);
  return publishRelease(
    folder,
    version,
    { 'server/remoteEntry.cjs': server },
    {
      pages: {
        'test.page': { path: '/test/:id', expose: './test.page' },
        'test.holed': { path: '/holed', expose: './test.holed' },
        'test.broken': { path: '/broken', expose: './test.broken' },
        'test.hanging': { path: '/hanging', expose: './test.hanging' },
      },
      slots: {
        'test.slot': { expose: './test.slot', input: { id: 'string' } },
        'test.throws': { expose: './test.throws', input: {} },
        'test.hangs': { expose: './test.hangs', input: {} },
      },
      actions: {
        expose: './actions',
        names: ['test.act', 'test.stay', 'test.who', 'test.fails', 'test.failsLater'],
      },
      operations: Object.fromEntries(Object.values(operations).map(({ hash, text }) => [hash, text])),
    },
  );
}

/** Writes the document in one step, as the registry does: the shell reads it at any moment. */
export async function nameLive(folder: string, release: DiscoveredRelease): Promise<void> {
  await writeDiscovery(
    folder,
    JSON.stringify({ schema: 'v1-pre', microFrontends: { 'mfe-test': [release] } }),
  );
}

export async function writeDiscovery(folder: string, text: string): Promise<void> {
  const file = discoveryFile(folder);
  await writeFile(`${file}.draft`, text);
  await rename(`${file}.draft`, file);
}

export function discoveryFile(folder: string): string {
  return join(folder, 'discovery.json');
}
