// The control room: pages of the registry for who operates the shop. What they do is done by the control plane, as through the API.
import { failureKinds } from '@arcade/mfe-kit/health';
import type { FastifyInstance } from 'fastify';
import { html } from 'hono/html';
import { z } from 'zod';
import { ApiError, explain } from '../api-errors.ts';
import type { ControlPlane } from '../control-plane.ts';
import { worldOf } from '../gate.ts';
import type { LiveGraphOf } from '../live-graph.ts';
import { anyUnit } from '../manifests.ts';
import { releaseSets } from '../release-sets.ts';
import type { Entry, Store, Units } from '../store.ts';
import type { Figures } from '../watch/figures.ts';
import type { Watch } from '../watch/watch.ts';
import { actRoutes } from './acts.ts';
import { assetRoutes } from './assets.ts';
import { fieldsPage } from './fields-page.ts';
import { notice, page } from './layout.ts';
import { logPage } from './log-page.ts';
import { overviewPage } from './overview-page.ts';
import { firstStep, type Role, seriesOf, total } from './series.ts';
import type { Services } from './services.ts';
import { isOurs, type Sessions } from './sessions.ts';
import { show } from './show.ts';
import { signInRoutes } from './sign-in.ts';
import { unitPage } from './unit-page.ts';
import { type Usage, usageIn } from './usage.ts';

export interface Room {
  store: Store;
  plane: ControlPlane;
  watch: Watch;
  figures: Figures;
  graphOf: LiveGraphOf;
  services: Services;
  sessions: Sessions;
  /** As browsers know the registry, beside the address that they ask. */
  publicUrl: string | undefined;
  now: () => Date;
}

/** Nothing is loaded from elsewhere, nothing runs that is not a file of ours, and no other page may hold ours in a frame. */
const policy = [
  "default-src 'none'",
  ...['style-src', 'script-src', 'font-src', 'img-src', 'connect-src', 'form-action'].map(
    (what) => `${what} 'self'`,
  ),
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HOUR_MS = 3_600_000;
const FORM_BYTES = 16_384;
const LOG_PAGE = 50;

const ofUnit = z.object({ unit: anyUnit });
const unitQuery = z.object({
  window: z.enum(['hour', 'day', 'week']).catch('hour'),
  done: z.coerce.number().int().nonnegative().optional().catch(undefined),
});
const fieldsQuery = z.object({ name: z.string().trim().max(200).optional() });
const logQuery = z.object({
  unit: z.preprocess((value) => (value === '' ? undefined : value), anyUnit.optional()),
  below: z.coerce.number().int().positive().optional(),
});

/** What is being rolled out first. */
const inOrder = (names: readonly string[], units: Units) =>
  names.toSorted((a, b) => Number(!units.get(a)?.candidate) - Number(!units.get(b)?.candidate));

export async function controlRoom(app: FastifyInstance, room: Room): Promise<void> {
  const { store, watch, figures, graphOf, services, sessions, publicUrl, now } = room;

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'POST') return;
    const origins = [
      `${request.protocol}://${request.host}`,
      ...(publicUrl ? [new URL(publicUrl).origin] : []),
    ];
    if (isOurs(request, origins)) return;
    throw new ApiError(
      403,
      'OTHER_ORIGIN',
      'This form was not sent by a page of the registry: nothing was done.',
    );
  });
  app.addHook('onSend', async (_request, reply) => {
    // What the registry opens to every origin are releases, not these.
    reply.removeHeader('access-control-allow-origin');
    reply.header('content-security-policy', policy).header('referrer-policy', 'same-origin');
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, message } = explain(error);
    if (status >= 500) request.log.error({ err: error }, 'a page failed');
    const main = html`<div class="narrow stack"><h1>${status === 404 ? 'Nothing here' : 'That did not work'}</h1>${notice('error', html`<p>${message}</p>`)}<p><a href="/">To the overview</a></p></div>`;
    return show(
      reply.code(status),
      page({ title: String(status), at: '/', viewer: sessions.viewer(request), main }),
    );
  });

  assetRoutes(app);
  signInRoutes(app, sessions);
  actRoutes(app, room);

  app.get('/', async (request, reply) => {
    const units = store.units();
    const minutes = figures.minutes({ since: new Date(now().getTime() - HOUR_MS) });
    const rollouts = watch.rollouts();
    const main = overviewPage({
      viewer: sessions.viewer(request),
      units: inOrder(store.unitNames(), units).map((unit) => {
        const own = minutes.filter((one) => one.unit === unit);
        return {
          unit,
          state: units.get(unit),
          latest: store.releases(unit, 1)[0],
          rollout: rollouts.find((one) => one.unit === unit),
          views: total(own.map(({ views }) => views)),
          failures: total(own.flatMap(({ failed }) => failureKinds.map((kind) => failed[kind]))),
        };
      }),
      sets: units.size > 0 ? releaseSets(units) : [],
      seen: await services.look(),
      entries: store.log({ limit: 8 }),
    });
    return show(reply, main);
  });

  app.get('/units/:unit', async (request, reply) => {
    const { unit } = ofUnit.parse(request.params);
    const { window, done } = unitQuery.parse(request.query);
    const releases = store.releases(unit, 30);
    if (releases.length === 0) throw new ApiError(404, 'NOT_FOUND', `Nothing of ${unit} was published yet.`);
    const state = store.units().get(unit);
    const roleOf = (release: string): Role =>
      release === state?.candidate?.version ? 'candidate' : release === state?.stable ? 'stable' : 'earlier';
    const minutes = figures.minutes({ unit, since: firstStep(window, now()) });
    const main = unitPage({
      viewer: sessions.viewer(request),
      unit,
      state,
      rollout: watch.rollouts().find((one) => one.unit === unit),
      figured: seriesOf(minutes, { name: window, now: now(), roleOf }),
      window,
      releases,
      entries: store.log({ unit, limit: 10 }),
      done: done === undefined ? undefined : (entryOf(unit, done) ?? null),
    });
    return show(reply, main);
  });

  function entryOf(unit: string, number: number): Entry | undefined {
    const [entry] = store.log({ unit, below: number + 1, limit: 1 });
    return entry?.number === number ? entry : undefined;
  }

  app.get('/fields', async (request, reply) => {
    const { name } = fieldsQuery.parse(request.query);
    return show(
      reply,
      fieldsPage({ viewer: sessions.viewer(request), wanted: name || undefined, usage: usage() }),
    );
  });

  /** Every operation is read for it: once after each act. */
  let known: { number: number; usage: Usage | string } | undefined;
  function usage(): Usage | string {
    const number = store.lastNumber();
    if (known?.number !== number) {
      const units = store.units();
      const { composed, problem = '' } = graphOf(units);
      known = {
        number,
        usage: composed ? usageIn(worldOf(store, units, graphOf), composed.schema) : problem,
      };
    }
    return known.usage;
  }

  app.get('/log', async (request, reply) => {
    const { unit, below } = logQuery.parse(request.query);
    const entries = store.log({ unit, below, limit: LOG_PAGE + 1 });
    const main = logPage({
      viewer: sessions.viewer(request),
      units: store.unitNames(),
      unit,
      below,
      entries: entries.slice(0, LOG_PAGE),
      isLast: entries.length <= LOG_PAGE,
    });
    return show(reply, main);
  });
}
