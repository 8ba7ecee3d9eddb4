// What each command asks of the registry, and what it says about the answer.
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { ActAnswer, CheckAnswer, DiffAnswer, HealthAnswer, PublishAnswer, UnitAnswer } from '../api.ts';
import { isRefused } from '../checks/finding.ts';
import { fromCommit } from '../sentence.ts';
import type { Entry } from '../store.ts';
import { type Arguments, type Target, WrongUsage } from './arguments.ts';
import { builtOf } from './built.ts';
import { Refused, type RegistryClient, unitPath } from './client.ts';
import { commitOf } from './commit.ts';
import {
  bad,
  checkResult,
  diffList,
  faint,
  findingsList,
  logTable,
  statusTable,
  strong,
  told,
} from './print.ts';
import { healthTable } from './print-health.ts';

export interface Outcome {
  /** What `--json` prints. */
  json: unknown;
  text: string;
  failed?: boolean;
}

interface Context {
  registry: RegistryClient;
  root: string;
  asked: Arguments;
}

export const commands: Record<string, (context: Context) => Promise<Outcome>> = {
  async release({ registry, root, asked }) {
    const { targets, traffic, to, everyMs, reason, folder } = asked;
    if (targets.length === 0) throw new WrongUsage('Which unit? arcade release mfe-order');
    const units = targets.map(({ unit }) => unit);
    if (folder === undefined && !asked.built) await buildUnits(root, units);
    // All are taken in before the first goes live: a broken one leaves the shop as it was.
    const published: PublishAnswer[] = [];
    for (const unit of units) {
      // Of another folder nobody knows what it was built from.
      const commit = folder === undefined ? await commitOf(root, unit) : undefined;
      published.push(await registry.publish(unit, await builtOf(root, unit, folder), commit));
    }
    const lines = published.map(publishedLine);
    if (traffic === undefined) return { json: { published, acts: [] }, text: lines.join('\n') };

    const { units: known } = await registry.get<{ units: UnitAnswer[] }>('units');
    const isLive = (unit: string) => known.some((one) => one.unit === unit && one.live);
    const acts: Entry[] = [];
    // The first releases of a shop name one another: each alone would miss the others.
    const first = published.filter(({ unit }) => !isLive(unit));
    if (first.length > 0) {
      const answer = await deployFirst(registry, first, asked);
      acts.push(...answer.acts);
      lines.push(...answer.lines);
    }
    for (const { unit, version, isNew } of published.filter(({ unit }) => isLive(unit))) {
      // Which shell runs is no decision of the registry's.
      if (asked['if-new'] && !isNew && unit !== 'shell') continue;
      const body = { version, traffic, to, everyMs, reason, ...(asked.force && { force: true }) };
      try {
        const answer = await registry.post<ActAnswer>(`${unitPath(unit)}/deploy`, body);
        acts.push(...answer.acts);
        lines.push(actLines(answer, `${unit}@${version}`));
      } catch (error) {
        // A start goes on with what is live; somebody is to decide.
        if (!(asked['if-new'] && error instanceof Refused)) throw error;
        lines.push(`${unit}@${version} is not deployed: ${error.message}`);
      }
    }
    return { json: { published, acts }, text: lines.join('\n') };
  },

  async deploy({ registry, asked }) {
    const { unit, version = 'latest' } = oneTarget(asked);
    const { traffic = 100, to, everyMs, reason } = asked;
    const body = { version, traffic, to, everyMs, reason, ...(asked.force && { force: true }) };
    const answer = await registry.post<ActAnswer>(`${unitPath(unit)}/deploy`, body);
    return { json: answer, text: actLines(answer, `${unit}@${version}`) };
  },

  async promote({ registry, asked }) {
    const { unit, version } = oneTarget(asked);
    const { reason } = asked;
    const body = {
      version: await fullVersion(registry, unit, version),
      reason,
      ...(asked.force && { force: true }),
    };
    const answer = await registry.post<ActAnswer>(`${unitPath(unit)}/promote`, body);
    return { json: answer, text: actLines(answer, unit) };
  },

  async rollback({ registry, asked }) {
    const { unit } = oneTarget(asked);
    // Says what is to go, so that two at once do not take two releases away.
    const { live } = await registry.get<UnitAnswer>(unitPath(unit));
    const from = live?.candidate?.version ?? live?.stable.version;
    const body = { from, reason: asked.reason, ...(asked.force && { force: true }) };
    const answer = await registry.post<ActAnswer>(`${unitPath(unit)}/rollback`, body);
    return { json: answer, text: actLines(answer, unit) };
  },

  async status({ registry, asked: { targets } }) {
    const { units } = await registry.get<{ units: UnitAnswer[] }>('units');
    const [only] = targets;
    const shown = only ? units.filter(({ unit }) => unit === only.unit) : units;
    if (only && shown.length === 0)
      throw new Refused('UNIT_UNKNOWN', `Nothing of ${only.unit} was published yet.`);
    const { rollouts } = await registry.get<HealthAnswer>('health?minutes=1');
    const watched = rollouts.filter(({ unit }) => !only || unit === only.unit);
    return {
      json: { units: shown, rollouts: watched },
      text: [statusTable(shown), ...watched.map(healthTable)].join('\n\n'),
    };
  },

  async log({ registry, asked: { targets, limit = 20 } }) {
    const query = new URLSearchParams({ limit: String(limit), ...(targets[0] && { unit: targets[0].unit }) });
    const answer = await registry.get<{ entries: Entry[] }>(`log?${query}`);
    return { json: answer, text: logTable(answer.entries) };
  },

  async diff({ registry, asked: { targets } }) {
    const [first, second] = targets;
    if (!first || (second && second.unit !== first.unit)) {
      throw new WrongUsage('Which releases? arcade diff mfe-order@<version> mfe-order@<version>');
    }
    const [from, to] = second ? [first.version, second.version] : [undefined, first.version];
    const query = new URLSearchParams({ ...(from && { from }), ...(to && { to }) });
    const answer = await registry.get<DiffAnswer>(`${unitPath(first.unit)}/diff?${query}`);
    return { json: answer, text: diffList(answer) };
  },

  async check({ registry, root, asked }) {
    const { unit } = oneTarget(asked);
    const { manifest } = await builtOf(root, unit, asked.folder);
    const answer = await registry.post<CheckAnswer>(`${unitPath(unit)}/check`, manifest);
    return { json: answer, text: checkResult(answer), failed: !answer.passes };
  },
};

function oneTarget({ command, targets }: Arguments): Target {
  const [target, ...others] = targets;
  if (!target || others.length > 0) throw new WrongUsage(`Which unit? arcade ${command} mfe-order`);
  return target;
}

/** Together, so that each is checked beside the others. */
async function deployFirst(
  registry: RegistryClient,
  published: readonly PublishAnswer[],
  asked: Arguments,
): Promise<{ acts: Entry[]; lines: string[] }> {
  const releases = published.map(({ unit, version }) => ({ unit, version }));
  const deploy = (how: { force?: true; reason?: string | undefined }) =>
    registry.post<{ acts: Entry[] }>('deploy', { releases, ...how });
  const said = ({ acts }: { acts: Entry[] }) => ({ acts, lines: acts.map(told) });
  try {
    return said(await deploy({ ...(asked.force && { force: true }), reason: asked.reason }));
  } catch (error) {
    // A start has nothing else to go on with, and what runs runs.
    if (!(asked['if-new'] && error instanceof Refused && error.code === 'CHECK_FAILED')) throw error;
    const { acts, lines } = said(await deploy({ force: true, reason: 'first release of the unit' }));
    return { acts, lines: [...lines, `first releases are deployed although ${error.message}`] };
  }
}

async function fullVersion(registry: RegistryClient, unit: string, version: string | undefined) {
  if (version === undefined) return undefined;
  return (await registry.get<PublishAnswer>(`${unitPath(unit)}/releases/${version}`)).version;
}

function publishedLine({ unit, version, commit, isNew, findings }: PublishAnswer): string {
  const name = strong(`${unit}@${version}`);
  if (!isNew) return `${name} is published already`;
  const failed = isRefused(findings) ? bad(', and does not pass its check') : '';
  return [
    `${name} is published${faint(fromCommit(commit))}${failed}`,
    ...(findings.length > 0 ? [findingsList(findings)] : []),
  ].join('\n');
}

const actLines = ({ acts }: ActAnswer, name: string) =>
  acts.length > 0 ? acts.map(told).join('\n') : faint(`${name}: so it is already`);

/** With what it depends on, from the cache where nothing changed. */
function buildUnits(root: string, units: string[]): Promise<void> {
  const built = units.filter((unit) => !unit.startsWith('subgraphs/'));
  if (built.length === 0) return Promise.resolve();
  const turbo = path.join(root, 'node_modules/.bin/turbo');
  const filters = built.map((unit) => `--filter=./${unit}`);
  const args = ['run', 'build', 'weigh', '--output-logs=errors-only', '--ui=stream', ...filters];
  return new Promise((resolve, reject) => {
    // What is printed to standard output is ours: `--json` is read by programs.
    const building = spawn(turbo, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [building.stdout, building.stderr]) stream.on('data', (chunk) => (said += chunk));
    building.once('error', reject);
    building.once('close', (code) =>
      code === 0 ? resolve() : reject(new Refused('BUILD_FAILED', `The build failed.\n\n${said.trim()}`)),
    );
  });
}
