import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ActAnswer, DiffAnswer, UnitAnswer } from './api.ts';
import type { RegistryClient } from './cli/client.ts';
import type { Entry } from './store.ts';
import { build, manifestOf, secretOf, serve, temporaryFolder } from './testing.ts';

const unit = 'mfe-order';

test('a candidate and what is stable are in the discovery document at once, and still after a restart', async () => {
  const dir = await temporaryFolder();
  const before = await serve(dir);
  const admin = before.as(secretOf.admin);
  expect((await before.discover()).microFrontends).toEqual({});

  await publish(admin, 'v1', 'v2');
  expect((await before.discover()).microFrontends).toEqual({});
  await deploy(admin, 'v1');
  await deploy(admin, 'v2', 12.5);
  const { microFrontends } = await before.discover();
  expect(microFrontends[unit]).toMatchObject([
    { metadata: { version: 'v2' }, deployment: { traffic: 12.5, default: false } },
    { metadata: { version: 'v1' }, deployment: { traffic: 87.5, default: true } },
  ]);
  await before.stop();

  const after = await serve(dir);
  expect((await after.discover()).microFrontends[unit]?.map(({ metadata }) => metadata)).toEqual(
    microFrontends[unit]?.map(({ metadata }) => metadata),
  );
});

test('the discovery document is sent once, and again when something was done', async () => {
  const { url, as } = await serve(await temporaryFolder());
  const ask = (etag?: string | null) =>
    fetch(`${url}/discovery.json`, { headers: etag ? { 'if-none-match': etag } : {} });
  const first = await ask();
  expect(await first.json()).toMatchObject({ microFrontends: {} });
  expect((await ask(first.headers.get('etag'))).status).toBe(304);
  await publish(as(secretOf.admin), 'v1');
  await deploy(as(secretOf.admin), 'v1');
  expect((await ask(first.headers.get('etag'))).status).toBe(200);
});

test('the operations of every release that has visitors or had some lately are named, and sent once', async () => {
  const dir = await temporaryFolder();
  const { url, as } = await serve(dir);
  const admin = as(secretOf.admin);
  const operations = async (from = url) => {
    const document = await (await fetch(`${from}/operations.json`)).json();
    return Object.values(
      z.object({ operations: z.record(z.string(), z.string()) }).parse(document).operations,
    ).toSorted();
  };
  expect(await operations()).toEqual([]);
  const texts = {
    v1: ['query Cart{cart}', 'query Orders{orders}'],
    v2: ['query Cart{cart}', 'query Bag{bag}'],
  };
  for (const [version, operations] of Object.entries(texts)) {
    await admin.publishFolder(unit, await build({ version, operations }));
    await deploy(admin, version);
  }
  const all = ['query Bag{bag}', 'query Cart{cart}', 'query Orders{orders}'];
  expect(await operations()).toEqual(all);
  await admin.post(`units/${unit}/rollback`, {});
  await admin.publishFolder(unit, await build({ version: 'v3', operations: ['query Unseen{unseen}'] }));
  expect(await operations()).toEqual(all);

  const etag = (await fetch(`${url}/operations.json`)).headers.get('etag') ?? '';
  const again = await fetch(`${url}/operations.json`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);

  await rm(path.join(dir, 'mfe-order/v2'), { recursive: true });
  expect(await operations((await serve(dir)).url)).toEqual(all);
});

test('files are served for ever, compressed, to every origin; what is the registry’s own is not', async () => {
  const { url, as, discover } = await serve(await temporaryFolder());
  await publish(as(secretOf.admin), 'v1');
  await deploy(as(secretOf.admin), 'v1');
  const entry = (await discover()).microFrontends[unit]?.[0]?.url ?? '';
  const answer = await fetch(entry, { headers: { 'accept-encoding': 'br' } });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
  });
  expect(await answer.text()).toContain('v1');
  for (const own of ['.registry/registry.db', '.registry%2Fregistry.db', '%2e%2e/package.json']) {
    expect((await fetch(`${url}/releases/${own}`)).status, own).toBe(404);
  }
});

test('reading is open, writing needs a token, and a team’s token opens its own units only', async () => {
  const { as } = await serve(await temporaryFolder());
  await publish(as(secretOf.order), 'v1');
  expect(await as().get<UnitAnswer>(`units/${unit}`)).toMatchObject({
    latest: { publishedBy: 'order team' },
  });

  const writes: Array<(who: RegistryClient) => Promise<unknown>> = [
    async (who) => who.publishFolder('mfe-catalog', await build({ unit: 'mfe-catalog', version: 'c1' })),
    (who) => who.post('units/mfe-catalog/deploy', { version: 'v1', traffic: 100 }),
    (who) => who.post('units/mfe-catalog/promote', {}),
    (who) => who.post('units/mfe-catalog/rollback', {}),
    (who) => who.post('units/subgraphs%2Fcatalog/rollback', {}),
  ];
  for (const write of writes) {
    await expect(write(as())).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
    await expect(write(as('a-guess'))).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
    await expect(write(as(secretOf.order))).rejects.toMatchObject({ code: 'TOKEN_OF_OTHERS' });
  }
  await expect(as(secretOf.order).post('units/subgraphs%2Forder/rollback', {})).rejects.toMatchObject({
    code: 'NOTHING_LIVE',
  });
  expect((await as().get<{ entries: Entry[] }>('log')).entries).toHaveLength(1);
});

test('the same version with other content is refused, the same content again is the same release', async () => {
  const { as } = await serve(await temporaryFolder());
  const admin = as(secretOf.admin);
  const built = await build({ version: 'v1', word: 'one' });
  expect(await admin.publishFolder(unit, built, 'abc1234')).toMatchObject({
    isNew: true,
    commit: 'abc1234',
    passes: true,
  });
  expect(await admin.publishFolder(unit, built, 'def5678')).toMatchObject({
    isNew: false,
    commit: 'abc1234',
  });
  await expect(admin.publishFolder(unit, await build({ version: 'v1', word: 'two' }))).rejects.toMatchObject({
    code: 'VERSION_TAKEN',
  });
});

test('a gigabyte is refused before it is sent, and nothing is written', async () => {
  const dir = await temporaryFolder();
  const { url } = await serve(dir);
  const status = await new Promise((resolve, reject) => {
    const sending = request(`${url}/api/units/${unit}/releases`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secretOf.admin}`,
        'content-type': 'application/x-tar',
        'content-length': 2 ** 30,
      },
    });
    sending.once('response', (answer) => resolve(answer.statusCode));
    sending.once('error', reject);
    sending.write('a');
  });
  expect(status).toBe(413);
  expect(await readdir(dir)).toEqual(['.registry']);
});

test('who sends something wrong is told so, and heard to the end', async () => {
  const { url } = await serve(await temporaryFolder());
  const sending = request(`${url}/api/units/${unit}/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretOf.admin}`, 'content-type': 'application/x-tar' },
  });
  const answered = once(sending, 'response');
  const heard = once(sending, 'finish');
  // More than the system keeps for who does not read.
  sending.end(Buffer.alloc(20_000_000, 'x'));
  const [answer] = await answered;
  expect(answer.statusCode).toBe(400);
  expect(await json(answer)).toMatchObject({ code: 'UPLOAD_INVALID' });
  await heard;
});

test('what a killed upload left behind is gone after a restart', async () => {
  const dir = await temporaryFolder();
  await mkdir(path.join(dir, '.incoming/half/client'), { recursive: true });
  await serve(dir);
  expect(await readdir(dir)).toEqual(['.registry']);
});

test('each act answers with the unit as it became, and with what was done', async () => {
  const { as } = await serve(await temporaryFolder());
  const admin = as(secretOf.admin);
  await publish(admin, 'v1', 'v2');
  await deploy(admin, 'v1');
  expect(await deploy(admin, 'v2', 10)).toMatchObject({
    live: { stable: { version: 'v1', traffic: 90 }, candidate: { version: 'v2', traffic: 10 } },
    acts: [{ actor: 'admin', act: { act: 'deploy', version: 'v2' }, before: { stable: 'v1' } }],
  });
  expect(await as().get('sets')).toMatchObject({
    sets: [
      { fromNumber: 0, toNumber: 1000, versions: { [unit]: 'v2' } },
      { fromNumber: 1000, toNumber: 10_000, versions: { [unit]: 'v1' } },
    ],
  });
  const promoted = await admin.post<ActAnswer>(`units/${unit}/promote`, { reason: 'well behaved' });
  expect(promoted).toMatchObject({
    live: { stable: { version: 'v2', traffic: 100 }, candidate: null, before: ['v1'] },
  });
  expect(await admin.post<ActAnswer>(`units/${unit}/promote`, { version: 'v2' })).toMatchObject({ acts: [] });
  expect(await admin.post<ActAnswer>(`units/${unit}/rollback`, {})).toMatchObject({
    live: { stable: { version: 'v1' }, before: [] },
  });
});

test('what two releases differ in is told by their versions, or by what is live', async () => {
  const { as } = await serve(await temporaryFolder());
  const admin = as(secretOf.admin);
  await publish(admin, 'v1', 'v22');
  await deploy(admin, 'v1');
  const named = await as().get<DiffAnswer>(`units/${unit}/diff?from=v1&to=v22`);
  expect(named).toMatchObject({ from: 'v1', to: 'v22', weight: { from: 26, to: 27 } });
  expect(await as().get(`units/${unit}/diff`)).toEqual(named);
});

test('a request that makes no sense is told what is wrong with it', async () => {
  const { as, url } = await serve(await temporaryFolder());
  const admin = as(secretOf.admin);
  await expect(admin.post(`units/${unit}/deploy`, { version: 'v1', traffic: '10' })).rejects.toMatchObject({
    code: 'REQUEST_INVALID',
    message: expect.stringContaining('traffic'),
  });
  await expect(
    admin.post('units/..%2F..%2Fetc/deploy', { version: 'v1', traffic: 10 }),
  ).rejects.toMatchObject({
    code: 'REQUEST_INVALID',
  });
  const body = await fetch(`${url}/api/units/${unit}/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretOf.admin}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(body.status).toBe(415);
});

test('a manifest is checked without being published', async () => {
  const judges = {
    check: async () => [
      {
        check: 'weight',
        severity: 'refusal',
        unit,
        release: 'v1',
        message: 'Heavy.',
        remedy: 'Less.',
      } as const,
    ],
    healthy: () => true,
  };
  const { as } = await serve(await temporaryFolder(), judges);
  expect(await as().post(`units/${unit}/check`, manifestOf({ version: 'v1' }))).toMatchObject({
    passes: false,
    findings: [{ check: 'weight' }],
  });
  expect(await as().get('units')).toEqual({ units: [] });
});

async function publish(registry: RegistryClient, ...versions: string[]): Promise<void> {
  for (const version of versions) await registry.publishFolder(unit, await build({ version }));
}

const deploy = (registry: RegistryClient, version: string, traffic = 100) =>
  registry.post<ActAnswer>(`units/${unit}/deploy`, { version, traffic });
