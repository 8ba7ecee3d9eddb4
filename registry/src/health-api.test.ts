import type { HealthReport, ReleaseHealth } from '@arcade/mfe-kit/health';
import { expect, test } from 'vitest';
import type { HealthAnswer } from './api.ts';
import { build, secretOf, serve, temporaryFolder } from './testing.ts';

const unit = 'mfe-order';

test('what shells report rolls a bad candidate back, and who looks sees why', async () => {
  const { admin, shell, discover } = await rollout();
  const report = [of('v1', 90), of('v2', 10, { load: numbers(9) })];
  expect(await shell.post('health', report)).toMatchObject({ acts: [{ actor: 'watch' }] });
  expect((await discover()).microFrontends[unit]).toMatchObject([{ metadata: { version: 'v1' } }]);
  expect(await admin.get('log?limit=1')).toMatchObject({
    entries: [
      {
        actor: 'watch',
        reason: expect.stringContaining('9 of 10 visitors (90 %) could not load it, 0 of 90'),
      },
    ],
  });
});

test('how a rollout fares is told to anybody, with figures by minute', async () => {
  const { shell, as } = await rollout();
  await shell.post('health', [of('v1', 90, { error: [1] }), of('v2', 10)]);
  expect(await as().get<HealthAnswer>(`health?unit=${unit}`)).toMatchObject({
    rollouts: [
      {
        unit,
        candidate: 'v2',
        verdict: 'undecided',
        rates: { error: { stable: { failed: 1, visitors: 90 }, candidate: { failed: 0, visitors: 10 } } },
      },
    ],
    minutes: [
      { unit, release: 'v1', views: 90, visitors: 90, failed: { error: 1 } },
      { unit, release: 'v2', visitors: 10 },
    ],
  });
  expect(await as().get<HealthAnswer>('health?unit=mfe-catalog')).toEqual({ rollouts: [], minutes: [] });
});

test('only a shell reports, and only what a report can be', async () => {
  const { as, shell, url } = await rollout();
  await expect(as().post('health', [])).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
  await expect(as(secretOf.order).post('health', [])).rejects.toMatchObject({ code: 'TOKEN_OF_OTHERS' });
  await expect(shell.post(`units/${unit}/rollback`, {})).rejects.toMatchObject({ code: 'TOKEN_OF_OTHERS' });
  await expect(shell.post('health', [{ ...of('v1', 1), views: -1 }])).rejects.toMatchObject({
    code: 'REQUEST_INVALID',
  });
  const large = await fetch(`${url}/api/health`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretOf.shell}`, 'content-type': 'application/json' },
    body: JSON.stringify('x'.repeat(5_000_000)),
  });
  expect(large.status).toBe(413);
});

/** v2 has 10 % of the visitors, v1 the rest. */
async function rollout() {
  const { url, as, discover } = await serve(await temporaryFolder(), { check: async () => [] });
  const admin = as(secretOf.admin);
  for (const version of ['v1', 'v2']) {
    await admin.publishFolder(unit, await build({ version }));
    await admin.post(`units/${unit}/deploy`, { version, traffic: 10 });
  }
  return { url, as, admin, discover, shell: as(secretOf.shell) };
}

function of(release: string, visitors: number, failed: ReleaseHealth['failed'] = {}): HealthReport[number] {
  return { unit, release, views: visitors, visitors, failed };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
