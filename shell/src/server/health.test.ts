import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@arcade/subgraph-kit/service';
import { test as base, expect } from 'vitest';
import { publishRelease } from '../test/publish-release.ts';
import { Health, isFailedAnswer } from './health.ts';
import { LoadedReleases } from './loaded-releases.ts';
import { Mirror } from './mirror.ts';
import { Releases } from './releases.ts';
import { Stables } from './stables.ts';

const query = (version: string) => ({
  [version.padEnd(64, '0').replace('v', 'f')]: `query ${version} { it }`,
});
const hashOf = (version: string) => Object.keys(query(version))[0] ?? '';

/** v1 is stable; v2, which cannot be loaded on the server if that is asked for, has 10 %. */
async function rollout(folder: string, broken: string | undefined) {
  const app = {
    installEntryLoader() {},
    forgetRelease() {},
    async loadRelease({ container }: { container: string }) {
      if (container === broken) throw new Error('broken');
    },
  };
  const log = createLogger('test', 'silent');
  const stables = await Stables.open(folder);
  const releases = new Releases(new LoadedReleases(app, log), new Mirror(folder, 60_000), stables, log);
  const publish = async (version: string, traffic: number) => ({
    ...(await publishRelease(folder, version, {}, { operations: query(version) })),
    deployment: { traffic, default: version === 'v1' },
  });
  const named = [await publish('v1', 90), await publish('v2', 10)];
  await releases.apply({
    base: 'file:///',
    discovery: { schema: 'v1-pre', microFrontends: { 'mfe-test': named } },
  });
  const health = new Health(releases);
  return { health, releases, givenTo: (number: number) => releases.setFor(number) };
}

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arcade-health-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const onCandidate = { lot: 4_000_000_005, number: 5 };
const onStable = { lot: 70_000, number: 5_000 };
const of = (version: string) => ({ unit: 'mfe-test', version });

test('page views count for the releases that took part, and a visitor once', async ({ folder }) => {
  const { health, givenTo } = await rollout(folder, undefined);
  for (const visitor of [onCandidate, onCandidate, onStable]) {
    const { set, missed } = givenTo(visitor.number);
    health.saw(visitor, set, missed, ['mfe-test', 'mfe-test', 'shell']);
  }
  expect(health.drain()).toEqual([
    [
      { unit: 'mfe-test', release: 'v1', views: 1, visitors: 1, failed: {} },
      { unit: 'mfe-test', release: 'v2', views: 2, visitors: 1, failed: {} },
    ],
  ]);
  expect(health.drain()).toEqual([]);
});

test('a release that cannot be loaded on the server has failed whom it was meant for', async ({ folder }) => {
  const { health, givenTo } = await rollout(folder, 'mfe_test_v2');
  const { set, missed } = givenTo(onCandidate.number);
  expect(set.units['mfe-test']?.version).toBe('v1');
  health.saw(onCandidate, set, missed, ['mfe-test']);
  expect(health.drain()).toEqual([
    [{ unit: 'mfe-test', release: 'v2', views: 1, visitors: 1, failed: { load: [onCandidate.lot] } }],
  ]);
});

test('a browser speaks of releases only that its visitor may have', async ({ folder }) => {
  const { health } = await rollout(folder, undefined);
  expect(health.failedInBrowser(onCandidate, of('v2'), 'error')).toBe(true);
  // From a page that was opened before the candidate came.
  expect(health.failedInBrowser(onCandidate, of('v1'), 'slow')).toBe(true);
  expect(health.failedInBrowser(onStable, of('v2'), 'error')).toBe(false);
  expect(health.failedInBrowser(onStable, of('v9'), 'error')).toBe(false);
  expect(health.failedInBrowser(onStable, { unit: 'mfe-other', version: 'v1' }, 'error')).toBe(false);
  expect(health.drain()).toMatchObject([
    [
      { release: 'v1', failed: { slow: [onCandidate.lot] } },
      { release: 'v2', failed: { error: [onCandidate.lot] } },
    ],
  ]);
});

test("a failed operation counts for the release of the visitor's set that has it", async ({ folder }) => {
  const { health } = await rollout(folder, undefined);
  health.operationFailed(onCandidate, hashOf('v2'));
  health.operationFailed(onStable, hashOf('v2'));
  expect(health.drain()).toMatchObject([[{ release: 'v2', failed: { operation: [onCandidate.lot] } }]]);
});

test('what was counted before other releases became live is reported too', async ({ folder }) => {
  const { health, releases } = await rollout(folder, undefined);
  health.failed(onCandidate, of('v2'), 'boundary');
  const second = { ...(await publishRelease(folder, 'v1')), deployment: { traffic: 100, default: true } };
  await releases.apply({
    base: 'file:///',
    discovery: { schema: 'v1-pre', microFrontends: { 'mfe-test': [second] } },
  });
  health.followReleases();
  health.failed(onCandidate, of('v2'), 'boundary');
  health.failed(onStable, of('v1'), 'boundary');
  expect(health.drain().flat()).toMatchObject([
    { release: 'v2', failed: { boundary: [onCandidate.lot] } },
    { release: 'v1', failed: { boundary: [onStable.lot] } },
  ]);
});

test.for([
  [200, '{"data":{"thing":null}}', false],
  [200, '{"data":{"name":"the \\"errors\\" of others"}}', false],
  [200, '{"data":{"thing":null},"errors":[]}', false],
  [200, '{"data":{"thing":null},"errors":[{"message":"no"}]}', true],
  [200, '{"errors":', true],
  [503, '', true],
] as const)('an answer %i %s: failed is %s', ([status, body, failed]) => {
  expect(isFailedAnswer(status, body)).toBe(failed);
  expect(isFailedAnswer(status, Buffer.from(body))).toBe(failed);
});
