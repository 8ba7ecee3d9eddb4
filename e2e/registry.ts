// The registry of the shop, as a team uses it, for tests that release: whatever they do, the releases that were live before are live afterwards.

import { randomBytes } from 'node:crypto';
import type { ActAnswer, HealthAnswer, UnitAnswer } from '../registry/src/api.ts';
import { registryClient, unitPath } from '../registry/src/cli/client.ts';
import type { SubgraphManifest } from '../registry/src/manifests.ts';
import type { Entry } from '../registry/src/store.ts';
import { loadSecrets } from '../scripts/shop/secrets.ts';
import { env } from './env.ts';
import { type Change, type Unit, withChangedBuild } from './release.ts';
import { shop } from './shop.ts';
import { expect } from './test.ts';
import { pageView } from './visitors.ts';

interface Ask {
  traffic: number;
  force?: true;
  reason?: string;
}

type Live = NonNullable<UnitAnswer['live']>;
export type Registry = Awaited<ReturnType<typeof registryOfShop>>;

/** Asks the registry of the shop that is tested, with the key to everything. */
export async function registryOfShop() {
  const url = (await shop.status()).processes.registry?.address ?? '';
  const client = registryClient({ url, token: loadSecrets(env.DATA_DIR).registryTokens.admin });
  const act = (unit: string, what: string, ask: object) =>
    client.post<ActAnswer>(`${unitPath(unit)}/${what}`, ask);
  return {
    url,
    /** By unit. */
    async live(): Promise<Record<string, Live>> {
      const { units } = await client.get<{ units: UnitAnswer[] }>('units');
      return Object.fromEntries(units.flatMap(({ unit, live }) => (live ? [[unit, live]] : [])));
    },
    async liveOf(unit: string): Promise<Live> {
      const { live } = await client.get<UnitAnswer>(unitPath(unit));
      if (!live) throw new Error(`No release of ${unit} has visitors.`);
      return live;
    },
    /** Gives the version: what was built, changed. Nobody gets it yet. */
    publish: (unit: Unit, change: Change) =>
      withChangedBuild(unit, change, async (folder, version) => {
        await client.publishFolder(unit, folder);
        return version;
      }),
    /** The live release of a subgraph with another schema, as a release that nobody follows yet. */
    async publishSchema(unit: string, change: (schema: string) => string): Promise<string> {
      const { stable } = await this.liveOf(unit);
      const place = `${unitPath(unit)}/releases/${stable.version}`;
      const { manifest } = await client.get<{ manifest: SubgraphManifest }>(place);
      const changed = {
        ...manifest,
        version: randomBytes(6).toString('hex'),
        schema: change(manifest.schema),
      };
      if (changed.schema === manifest.schema) throw new Error(`The schema of ${unit} is not changed by it.`);
      await client.publish(unit, { folder: '', text: JSON.stringify(changed), manifest: changed });
      return changed.version;
    },
    deploy: (unit: string, version: string, ask: Ask) => act(unit, 'deploy', { version, ...ask }),
    promote: (unit: string) => act(unit, 'promote', {}),
    /** `from`: what is to go. */
    rollback: (unit: string, from: string, how: { force?: true; reason?: string } = {}) =>
      act(unit, 'rollback', { from, ...how }),
    /** How the candidate of a unit fares; undefined when it has none. */
    async rollout(unit: string) {
      const { rollouts } = await client.get<HealthAnswer>(`health?${new URLSearchParams({ unit })}`);
      return rollouts[0];
    },
    /** Newest first. */
    async log(query: { unit?: string; below?: number; limit?: number }): Promise<Entry[]> {
      const parameters = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, `${value}`]),
      );
      return (await client.get<{ entries: Entry[] }>(`log?${parameters}`)).entries;
    },
  };
}

/** The shell asks the registry every second, and loads a release before it gives it to anybody. */
const patient = { timeout: 30_000 };

/** When the registry and the shell give everybody what `met` says; a rollback at a time, as somebody would who came upon it. */
export async function bringBack(registry: Registry, met: Readonly<Record<string, Live>>): Promise<void> {
  await expect.poll(async () => (await shop.status()).processes.registry?.state, patient).toBe('ready');
  for (const [unit, { stable }] of Object.entries(met)) {
    await expect
      .poll(async () => {
        const now = await registry.liveOf(unit);
        if (!now.candidate && now.stable.version === stable.version) return 'as before';
        const how = { force: true, reason: 'a test is over' } as const;
        await registry.rollback(unit, now.candidate?.version ?? now.stable.version, how);
        return now;
      })
      .toBe('as before');
    if (unit.startsWith('mfe-')) await shellGives(unit, stable.version);
  }
}

/** Resolves when the shell gives this release to whoever has this cookie, or to somebody new. */
export async function shellGives(unit: string, version: string, cookie?: string): Promise<void> {
  await expect.poll(async () => (await pageView('/en', cookie)).releases[unit], patient).toBe(version);
}
