/** Releases, one after the other, and what becomes of them: over the registry's API with a token, as a team's CI does it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActAnswer } from '../../../registry/src/api.ts';
import { type RegistryClient, unitPath } from '../../../registry/src/cli/client.ts';
import type { FrontendUnit } from './page.ts';
import {
  type Registered,
  readTemplate,
  registeredBy,
  subgraphVariant,
  type Template,
  writeVariant,
} from './variants.ts';

const frontends: FrontendUnit[] = ['mfe-order', 'mfe-catalog', 'mfe-delivery'];
const subgraphs = ['subgraphs/catalog', 'subgraphs/order', 'subgraphs/delivery'];
/** Of every ten releases this one is a subgraph's: not the tenth, after which memory is looked at. */
const SUBGRAPH_AT = 5;
/** What candidates are given, in percent. */
const SHARES = [10, 30, 50];

/** What is done, and where the API has it. */
const addresses = {
  'deploy at a share': 'deploy',
  'deploy to all': 'deploy',
  promote: 'promote',
  'roll back': 'rollback',
} as const;

export interface Releasing {
  /** Makes the next release, and decides about the candidate that its unit had. */
  next(): Promise<void>;
  made: number;
  acts: Map<string, number>;
  /** What a release has registered, for who holds a page of it. */
  registered(unit: string, version: string): Registered | undefined;
}

export async function releasing(root: string, registry: RegistryClient): Promise<Releasing> {
  const templates = new Map<string, Template>();
  const known = new Map<string, Registered>();
  for (const unit of frontends) {
    const template = await readTemplate(root, unit);
    templates.set(unit, template);
    known.set(`${unit}@${template.manifest.version}`, registeredBy(template.manifest));
  }
  const candidates = new Map<string, string>();
  const acts = new Map<string, number>();
  const releasesOf = new Map<string, number>();

  async function act(kind: keyof typeof addresses, unit: string, body: object): Promise<void> {
    await registry.post<ActAnswer>(`${unitPath(unit)}/${addresses[kind]}`, body);
    const what = unit.startsWith('subgraphs/') ? 'subgraphs' : 'micro-frontends';
    acts.set(`${what}: ${kind}`, (acts.get(`${what}: ${kind}`) ?? 0) + 1);
  }

  /** Two of three candidates become stable. */
  async function decide(unit: string, count: number): Promise<void> {
    const version = candidates.get(unit);
    if (version === undefined) return;
    candidates.delete(unit);
    if (count % 3 === 2) await act('roll back', unit, { from: version, reason: 'the bench takes it back' });
    else await act('promote', unit, { version });
  }

  async function releaseFrontend(template: Template, version: string, count: number): Promise<void> {
    const { unit } = template;
    await inFolder(async (folder) => {
      const registered = await writeVariant(template, version, folder);
      await registry.publishFolder(unit, folder);
      known.set(`${unit}@${version}`, registered);
    });
    await decide(unit, count);
    if (count % 5 === 4) {
      await act('deploy to all', unit, { version, traffic: 100 });
      if (count % 2 === 0) await act('roll back', unit, { from: version, reason: 'the bench takes it back' });
    } else {
      await act('deploy at a share', unit, { version, traffic: SHARES[count % SHARES.length] });
      candidates.set(unit, version);
    }
  }

  async function releaseSubgraph(unit: string, version: string, count: number): Promise<void> {
    const built = await inFolder(async (folder) => {
      const built = await subgraphVariant(root, unit, version, folder);
      await registry.publish(unit, built);
      return built;
    });
    await act('deploy to all', unit, { version: built.manifest.version, traffic: 100 });
    if (count % 3 === 2) {
      await act('roll back', unit, { from: built.manifest.version, reason: 'the bench takes it back' });
    }
  }

  const releasing: Releasing = {
    made: 0,
    acts,
    registered: (unit, version) => known.get(`${unit}@${version}`),
    async next() {
      const number = ++releasing.made;
      const version = `r${number}`;
      const isSubgraph = number % 10 === SUBGRAPH_AT;
      const units = isSubgraph ? subgraphs : frontends;
      const turn = isSubgraph ? Math.floor(number / 10) : number;
      const unit = units[turn % units.length] ?? '';
      const count = releasesOf.get(unit) ?? 0;
      releasesOf.set(unit, count + 1);
      const template = templates.get(unit);
      if (template) await releaseFrontend(template, version, count);
      else await releaseSubgraph(unit, version, count);
    },
  };
  return releasing;
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'arcade-bench-release-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
