import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@arcade/subgraph-kit/service';
import { expect, onTestFinished, test } from 'vitest';
import type { GraphqlRequest } from '../engine.ts';
import { operationManifests } from './operation-manifests.ts';
import { anyOperation, type FindOperation, registeredOperationsOnly } from './registered-operations.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const manifest = (...texts: string[]) =>
  JSON.stringify({
    unit: 'mfe-test',
    operations: Object.fromEntries(texts.map((text) => [sha256(text), text])),
  });

const known = 'query Known { me }';
const unknown = 'query Unknown { me }';

/** Files as manifests, each replaced by `write`; looked at when somebody asks for an operation that is not known. */
async function manifests(...texts: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-manifests-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const places = texts.map((_, index) => join(folder, `${index}.json`));
  const write = (index: number, text: string) => writeFile(places[index] ?? '', text);
  await Promise.all(texts.map((text, index) => write(index, text)));
  return { registered: await follow(folder, places), write };
}

async function follow(folder: string, places: string[]) {
  const registered = await operationManifests({
    places,
    stateDir: join(folder, 'state'),
    pauseMs: 3_600_000,
    log: createLogger('test', 'silent'),
  });
  onTestFinished(() => registered.stop());
  return registered;
}

const outcome = async (find: FindOperation, request: GraphqlRequest) => {
  try {
    return (await find(request)).query;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

test('registered only: an operation is known by its hash, its text, or both', async () => {
  const { registered } = await manifests(manifest(known));
  const find = registeredOperationsOnly(registered);
  expect(await outcome(find, { extensions: persisted(sha256(known)) })).toBe(known);
  expect(await outcome(find, { query: known, extensions: persisted(sha256(known)) })).toBe(known);
  expect(await outcome(find, { query: known })).toBe(known);
});

test('registered only: nothing else is answered, whatever it calls itself', async () => {
  const { registered } = await manifests(manifest(known));
  const find = registeredOperationsOnly(registered);
  expect(await outcome(find, { query: unknown })).toBe('OPERATION_NOT_REGISTERED');
  expect(await outcome(find, { extensions: persisted(sha256(unknown)) })).toBe('OPERATION_NOT_REGISTERED');
  const both = { query: unknown, extensions: persisted(sha256(unknown)) };
  expect(await outcome(find, both)).toBe('OPERATION_NOT_REGISTERED');
  expect(await outcome(find, both)).toBe('OPERATION_NOT_REGISTERED');
  expect(await outcome(find, { query: unknown, extensions: persisted(sha256(known)) })).toBe(
    'PERSISTED_QUERY_HASH_MISMATCH',
  );
});

test('the other parts of a request stay as they are', async () => {
  const { registered } = await manifests(manifest(known));
  const request = { variables: { id: 1 }, operationName: 'Known', extensions: persisted(sha256(known)) };
  expect(await registeredOperationsOnly(registered)(request)).toEqual({ ...request, query: known });
});

test('an operation that was released a moment ago is found when it is asked for', async () => {
  const { registered, write } = await manifests(manifest(known));
  const find = registeredOperationsOnly(registered);
  expect(await outcome(find, { query: unknown })).toBe('OPERATION_NOT_REGISTERED');
  await write(0, manifest(known, unknown));
  expect(await outcome(find, { query: unknown })).toBe(unknown);
});

test('who asks again and again for what is not known does not make us look each time', async () => {
  const looks: number[] = [];
  const server = createServer((_request, response) => {
    looks.push(performance.now());
    response.end(manifest(known));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'arcade-manifests-'));
  onTestFinished(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const registered = await follow(folder, [`http://127.0.0.1:${address.port}/`]);
  const find = registeredOperationsOnly(registered);
  await Promise.all(Array.from({ length: 50 }, () => outcome(find, { query: unknown })));
  for (let time = 1; time <= 3; time++) await outcome(find, { query: unknown });
  expect(looks).toHaveLength(1 + 4);
  // The first is from the start; from then on a fifth of a second lies between them.
  for (const [index, at] of looks.entries()) {
    if (index >= 2) expect(at - (looks[index - 1] ?? 0)).toBeGreaterThan(150);
  }
});

test('an operation that has left the manifests is known no more, one of another manifest is', async () => {
  const { registered, write } = await manifests(manifest(known, unknown), manifest(known));
  await write(0, manifest());
  await registered.refresh();
  const find = registeredOperationsOnly(registered);
  expect(await outcome(find, { query: unknown })).toBe('OPERATION_NOT_REGISTERED');
  expect(await outcome(find, { query: known })).toBe(known);
});

test('a manifest that calls a text by the hash of another is refused, and the last good one goes on', async () => {
  const { registered, write } = await manifests(manifest(known));
  await write(0, JSON.stringify({ operations: { [sha256(known)]: unknown } }));
  await registered.refresh();
  expect(registered.textOf(sha256(known))).toBe(known);
  expect(registered.hasText(unknown)).toBe(false);
});

test('a manifest that is not there is named', async () => {
  const { registered } = await manifests(manifest(known), 'not JSON');
  expect(registered.missing()).toEqual([expect.stringMatching(/1\.json$/)]);
});

test('any: a text is remembered by the hash that it came with', async () => {
  const { registered } = await manifests(manifest(known));
  const find = anyOperation(registered);
  const byHash = { extensions: persisted(sha256(unknown)) };
  expect(await outcome(find, { query: unknown })).toBe(unknown);
  expect(await outcome(find, byHash)).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect(await outcome(find, { query: unknown, ...byHash })).toBe(unknown);
  expect(await outcome(find, byHash)).toBe(unknown);
  expect(await outcome(find, { extensions: persisted(sha256(known)) })).toBe(known);
});

test('any: nobody can put a text under the hash of another', async () => {
  const { registered } = await manifests();
  const find = anyOperation(registered);
  const false_ = { query: unknown, extensions: persisted(sha256(known)) };
  expect(await outcome(find, false_)).toBe('PERSISTED_QUERY_HASH_MISMATCH');
  expect(await outcome(find, { extensions: persisted(sha256(known)) })).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('any: what is remembered has an end', async () => {
  const { registered } = await manifests();
  const find = anyOperation(registered, 10_000);
  const texts = Array.from({ length: 100 }, (_, index) => `query Q${index} { me }`);
  for (const query of texts) await find({ query, extensions: persisted(sha256(query)) });
  expect(await outcome(find, { extensions: persisted(sha256(texts[0] ?? '')) })).toBe(
    'PERSISTED_QUERY_NOT_FOUND',
  );
  expect(await outcome(find, { extensions: persisted(sha256(texts[99] ?? '')) })).toBe(texts[99]);
});

test('a hash of another shape is refused', async () => {
  const { registered } = await manifests();
  for (const persistedQuery of [
    'abc',
    null,
    { version: 2, sha256Hash: sha256(known) },
    { version: 1, sha256Hash: 7 },
  ]) {
    for (const find of [anyOperation(registered), registeredOperationsOnly(registered)]) {
      expect(await outcome(find, { extensions: { persistedQuery } })).toBe('BAD_REQUEST');
    }
  }
});
