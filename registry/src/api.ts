// The registry's API: JSON over HTTP. Reading is open; what changes something needs a token of the unit that it changes.
import type { Readable } from 'node:stream';
import { healthReportSchema } from '@arcade/mfe-kit/health';
import { versionName } from '@arcade/mfe-kit/manifest';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, explain, statuses } from './api-errors.ts';
import { type Finding, isRefused } from './checks/finding.ts';
import type { Asker, ControlPlane } from './control-plane.ts';
import { type Differences, differences } from './differences.ts';
import { anyUnit } from './manifests.ts';
import { findRelease, type Refused } from './refusals.ts';
import { releaseSets } from './release-sets.ts';
import { isRefusal, stableTraffic, type UnitState } from './rollout.ts';
import { type Entry, manifestOfRelease, type Release, type Store } from './store.ts';
import { mayWrite, notOpenedBy, type Token, tokenOf } from './tokens.ts';
import { UploadRefused, uploadLimits, withUpload } from './upload.ts';
import type { Figures, MinuteFigures } from './watch/figures.ts';
import type { Watch, WatchedRollout } from './watch/watch.ts';

export interface ApiOptions {
  dir: string;
  store: Store;
  plane: ControlPlane;
  watch: Watch;
  figures: Figures;
  tokens: readonly Token[];
}

/** `subgraphs/catalog` is written `subgraphs%2Fcatalog` in a path. */
const ofUnit = z.object({ unit: anyUnit });
const ofRelease = z.object({ unit: anyUnit, version: versionName });
const reason = z.string().trim().min(1).max(500).optional();
const force = z.literal(true).optional();

const deployBody = z.strictObject({
  version: versionName,
  traffic: z.number(),
  to: z.number().optional(),
  everyMs: z.number().optional(),
  from: versionName.nullable().optional(),
  force,
  reason,
});
const promoteBody = z.strictObject({ version: versionName.optional(), force, reason });
const rollbackBody = z.strictObject({ from: versionName.optional(), force, reason });
const togetherBody = z.strictObject({
  releases: z
    .array(z.strictObject({ unit: anyUnit, version: versionName }))
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ unit }) => unit)).size === all.length, 'a unit is named twice'),
  force,
  reason,
});
const limit = z.coerce.number().int().min(1).max(500).default(50);
const listQuery = z.strictObject({ limit });
const logQuery = z.strictObject({
  unit: anyUnit.optional(),
  below: z.coerce.number().int().positive().optional(),
  limit,
});
const diffQuery = z.strictObject({ from: versionName.optional(), to: versionName.optional() });
const publishQuery = z.strictObject({
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}(-dirty)?$/)
    .optional(),
});

/** Of a token that may report health; no unit is called so. */
const HEALTH_SCOPE = 'shell/health';
/** All that a report can say of six releases; one a second and shell is usual, of some hundred bytes. */
const REPORT_BYTES = 4_000_000;
const healthQuery = z.strictObject({
  unit: anyUnit.optional(),
  minutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .default(60),
});

export async function api(
  app: FastifyInstance,
  { dir, store, plane, watch, figures, tokens }: ApiOptions,
): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    const { status, code, message } = explain(error);
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    // An answer is heard by who has said all; of too much, the rest is not waited for.
    if (status === 413 || status === 408) reply.header('connection', 'close');
    else request.raw.resume();
    return reply.code(status).send({ code, message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ code: 'NOT_FOUND', message: `${request.method} ${request.url} is nothing here.` }),
  );
  // Read as it comes, by us: see upload.ts.
  app.addContentTypeParser('application/x-tar', (_request, payload, done) => done(null, payload));

  /** Who asks, when they may; refused before anything of the request's body is read. */
  const askers = new WeakMap<FastifyRequest, string>();
  const write = {
    onRequest: async (request: FastifyRequest) => {
      authorize(request, ofUnit.parse(request.params).unit);
    },
  };
  function authorize(request: FastifyRequest, unit: string): void {
    const token = tokenOf(tokens, request.headers.authorization);
    if (!token) {
      throw new ApiError(401, 'TOKEN_MISSING', 'This needs a token that the registry knows: REGISTRY_TOKEN.');
    }
    if (!mayWrite(token, unit)) throw new ApiError(403, 'TOKEN_OF_OTHERS', notOpenedBy(token, unit));
    askers.set(request, token.name);
  }
  const asker = (request: FastifyRequest, reason?: string | undefined): Asker => ({
    actor: askers.get(request) ?? 'unknown',
    reason,
  });

  app.get('/units', async () => ({ units: store.unitNames().map((name) => describeUnit(store, name)) }));
  app.get('/units/:unit', async (request) => describeUnit(store, ofUnit.parse(request.params).unit));
  app.get('/units/:unit/releases', async (request) => {
    const { unit } = ofUnit.parse(request.params);
    const { limit } = listQuery.parse(request.query);
    return { releases: store.releases(unit, limit).map(describeRelease) };
  });
  app.get('/units/:unit/releases/:version', async (request) => {
    const { unit, version } = ofRelease.parse(request.params);
    const release = found(findRelease(store, unit, version));
    return { ...describeRelease(release), manifest: manifestOfRelease(release) };
  });
  app.get('/units/:unit/diff', async (request) => {
    const { unit } = ofUnit.parse(request.params);
    const { from, to } = diffQuery.parse(request.query);
    const state = store.units().get(unit);
    const older = found(findRelease(store, unit, from ?? state?.stable ?? 'latest'));
    const newer = found(findRelease(store, unit, to ?? state?.candidate?.version ?? 'latest'));
    return { unit, ...differences(manifestOfRelease(older), manifestOfRelease(newer)) };
  });
  app.get('/sets', async () => ({ sets: releaseSets(store.units()) }));
  app.get('/log', async (request) => ({ entries: store.log(logQuery.parse(request.query)) }));

  app.get('/health', async (request) => {
    const { unit, minutes } = healthQuery.parse(request.query);
    const rollouts = watch.rollouts().filter((one) => unit === undefined || one.unit === unit);
    return { rollouts, minutes: figures.minutes({ unit, since: new Date(Date.now() - minutes * 60_000) }) };
  });
  const reports = {
    onRequest: async (request: FastifyRequest) => authorize(request, HEALTH_SCOPE),
    bodyLimit: REPORT_BYTES,
  };
  app.post('/health', reports, async (request) => {
    const acts = await watch.take(healthReportSchema.parse(request.body));
    for (const { act, reason } of acts) request.log.warn({ act, reason }, 'rolled back');
    return { acts };
  });

  app.post('/units/:unit/releases', write, async (request, reply) => {
    const { unit } = ofUnit.parse(request.params);
    const { commit } = publishQuery.parse(request.query);
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > uploadLimits.bytes + uploadLimits.manifestBytes) {
      throw new UploadRefused(
        'UPLOAD_TOO_LARGE',
        `It has ${length} bytes; ${uploadLimits.bytes} are allowed.`,
      );
    }
    if (!isStream(request.body)) throw new ApiError(415, 'NO_TAR', 'Send a tar, as application/x-tar.');
    const { release, isNew, findings } = await withUpload({ dir, unit, body: request.body }, (folder) =>
      plane.publish(folder, { ...asker(request), commit }),
    );
    return reply.code(isNew ? 201 : 200).send({ ...describeRelease(release), isNew, findings });
  });
  // Nothing is changed by it, but a manifest is larger than most requests.
  app.post('/units/:unit/check', { bodyLimit: uploadLimits.manifestBytes }, async (request) => {
    const { unit } = ofUnit.parse(request.params);
    const { unit: named, version } = ofRelease.parse(request.body);
    if (named !== unit) throw new ApiError(400, 'UNIT_WRONG', `It is a release of ${named}, not of ${unit}.`);
    const findings = await plane.check({ unit, version, manifestText: JSON.stringify(request.body) });
    return { unit, version, passes: !isRefused(findings), findings };
  });
  app.post('/units/:unit/deploy', write, async (request, reply) => {
    const { unit } = ofUnit.parse(request.params);
    const { reason, ...ask } = deployBody.parse(request.body);
    return answer(reply, unit, await plane.deploy({ unit, ...ask }, asker(request, reason)));
  });
  app.post('/units/:unit/promote', write, async (request, reply) => {
    const { unit } = ofUnit.parse(request.params);
    const { reason, ...ask } = promoteBody.parse(request.body ?? {});
    return answer(reply, unit, await plane.promote({ unit, ...ask }, asker(request, reason)));
  });
  app.post('/units/:unit/rollback', write, async (request, reply) => {
    const { unit } = ofUnit.parse(request.params);
    const { reason, ...ask } = rollbackBody.parse(request.body ?? {});
    return answer(reply, unit, await plane.rollback({ unit, ...ask }, asker(request, reason)));
  });
  app.post('/deploy', async (request, reply) => {
    const { releases, force, reason } = togetherBody.parse(request.body);
    for (const { unit } of releases) authorize(request, unit);
    const outcome = await plane.deployTogether(releases, { ...asker(request, reason), force });
    return isRefusal(outcome) ? refuse(reply, outcome) : { acts: outcome };
  });

  /** The unit as it is now, and the acts that made it so: none when it was so already. */
  function answer(reply: FastifyReply, unit: string, outcome: Entry[] | Refused): FastifyReply {
    if (isRefusal(outcome)) return refuse(reply, outcome);
    return reply.send({ ...describeUnit(store, unit), acts: outcome });
  }
}

function refuse(reply: FastifyReply, { refused, message, findings }: Refused): FastifyReply {
  return reply.code(statuses[refused]).send({ code: refused, message, ...(findings && { findings }) });
}

function found(release: Release | Refused): Release {
  if (isRefusal(release)) throw new ApiError(statuses[release.refused], release.refused, release.message);
  return release;
}

export type UnitAnswer = ReturnType<typeof describeUnit>;
export type ReleaseAnswer = ReturnType<typeof describeRelease>;
export type ActAnswer = UnitAnswer & { acts: Entry[] };
export type PublishAnswer = ReleaseAnswer & { isNew: boolean; findings: Finding[] };
export interface CheckAnswer {
  unit: string;
  version: string;
  passes: boolean;
  findings: Finding[];
}
export interface HealthAnswer {
  rollouts: WatchedRollout[];
  minutes: MinuteFigures[];
}
export type DiffAnswer = { unit: string } & Differences;

function describeUnit(store: Store, name: string) {
  const state: UnitState | undefined = store.units().get(name);
  const [latest] = store.releases(name, 1);
  return {
    unit: name,
    live: state
      ? {
          stable: { version: state.stable, traffic: stableTraffic(state) },
          candidate: state.candidate ?? null,
          before: state.before,
        }
      : null,
    latest: latest ? describeRelease(latest) : null,
  };
}

function describeRelease({ manifestText: _, ...release }: Release) {
  return { ...release, passes: !isRefused(release.verdict?.findings ?? []) };
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body;
