// Serves releases, says which of them are live, and takes what changes that (api.ts, room/).
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Service, startService } from '@arcade/subgraph-kit/service';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { api } from './api.ts';
import { type Check, controlPlane, type Healthy } from './control-plane.ts';
import { discoveryDocument } from './discovery.ts';
import type { readRegistryEnv } from './env.ts';
import { gate } from './gate.ts';
import { liveGraph } from './live-graph.ts';
import { takeOverOldLog } from './old-log.ts';
import { answerableOperations } from './operations.ts';
import { controlRoom } from './room/room.ts';
import { watchServices } from './room/services.ts';
import { sessions } from './room/sessions.ts';
import { openStore, type Store } from './store.ts';
import { openFigures } from './watch/figures.ts';
import { watchRollouts } from './watch/watch.ts';

/** How late a step of a ramp may be. */
const RAMP_LOOK_MS = 1_000;

export async function startRegistry(
  env: ReturnType<typeof readRegistryEnv>,
  /** In place of the registry's own, for tests. */
  judges: { check?: Check; healthy?: Healthy } = {},
): Promise<Service> {
  const dir = path.resolve(env.RELEASES_DIR);
  // What an upload left here when its process was killed.
  rmSync(path.join(dir, '.incoming'), { recursive: true, force: true });
  // A folder with a dot, because what lies beside the releases is served.
  mkdirSync(path.join(dir, '.registry'), { recursive: true, mode: 0o700 });
  const store = openStore(path.join(dir, '.registry/registry.db'));
  const figures = openFigures(path.join(dir, '.registry/health.db'));
  const graphOf = liveGraph(store);
  const now = () => new Date();
  const watch = watchRollouts({
    store,
    figures,
    now,
    rollBack: (what, asker) => plane.rollback(what, asker),
  });
  const plane = controlPlane({
    dir,
    store,
    check: judges.check ?? gate(store, graphOf),
    healthy: judges.healthy ?? watch.healthy,
    now,
  });
  const operations = answerableOperations(store, env.RELEASE_GRACE_MINUTES * 60_000, now);
  const publicUrl = (request: FastifyRequest) => env.PUBLIC_URL ?? `http://${request.host}`;
  const takenOver = await takeOverOldLog(dir, store);

  const service = await startService({
    name: 'registry',
    env,
    ready: async () => void discoveryDocument(store, 'http://localhost'),
    routes: async (app) => {
      // Any shell may load releases, from any origin; nothing here is anybody's in particular.
      app.addHook('onSend', async (_request, reply) => {
        reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff');
      });
      app.get(
        '/discovery.json',
        followed(store, publicUrl, (url) => JSON.stringify(discoveryDocument(store, url))),
      );
      app.get(
        '/operations.json',
        // Some go as time passes, without an act.
        followed(store, minute, () => JSON.stringify({ operations: operations() })),
      );
      const supergraph = followed(store, toAll, () => graphOf(store.units()).composed?.supergraphSdl ?? '');
      app.get('/supergraph.graphql', async (request, reply) => {
        const { composed, problem } = graphOf(store.units());
        if (composed) return supergraph(request, reply.type('text/plain; charset=utf-8'));
        // Routers go on with the one that they have.
        return reply.code(503).send({ code: 'NO_SUPERGRAPH', message: problem });
      });
      await app.register(api, {
        prefix: '/api',
        dir,
        store,
        plane,
        watch,
        figures,
        tokens: env.REGISTRY_TOKENS,
      });
      await app.register(controlRoom, {
        store,
        plane,
        watch,
        figures,
        graphOf,
        services: watchServices({ addresses: env.SERVICES, now }),
        sessions: sessions({
          tokens: env.REGISTRY_TOKENS,
          now,
          secure: env.PUBLIC_URL?.startsWith('https:') ?? false,
        }),
        publicUrl: env.PUBLIC_URL,
        now,
      });
      await app.register(fastifyStatic, {
        root: dir,
        prefix: '/releases/',
        immutable: true,
        maxAge: '365d',
        preCompressed: true,
        index: false,
        // The database and half-done uploads are in dot folders.
        dotfiles: 'ignore',
      });
    },
    stop: async () => {
      clearInterval(ramps);
      store.close();
      figures.close();
    },
  });
  if (takenOver > 0)
    service.log.info({ acts: takenOver }, 'took over the log of a registry without a database');
  const ramps = setInterval(async () => {
    try {
      const steps = await plane.goOn();
      for (const { act } of steps) service.log.info({ act }, 'a ramp went on');
    } catch (error) {
      service.log.error({ err: error }, 'ramps cannot go on; trying again');
    }
  }, RAMP_LOOK_MS);
  return service;
}

const toAll = () => '';
const minute = () => new Date().toISOString().slice(0, 16);

/**
 * A document that follows from the log, asked for again and again: made once after each act, and sent only when it is not the
 * one that the asker has.
 */
function followed(store: Store, keyOf: (request: FastifyRequest) => string, make: (key: string) => string) {
  let made: { key: string; number: number; body: string; etag: string } | undefined;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [key, number] = [keyOf(request), store.lastNumber()];
    if (made?.key !== key || made.number !== number) {
      const body = make(key);
      made = { key, number, body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    }
    const { body, etag } = made;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (!reply.hasHeader('content-type')) reply.type('application/json');
    return reply.send(body);
  };
}
