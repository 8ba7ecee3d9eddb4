/** Composition root: where the supergraph comes from, how its subgraphs are asked, what is let in, and what answers. */
import cluster from 'node:cluster';
import { type Logger, type Service, StartError, startService } from '@arcade/subgraph-kit/service';
import type { Identity } from '@arcade/subgraph-kit/statement';
import { createEngine, type EngineOptions, type Guard, type RunningEngine } from './engine.ts';
import type { RouterEnv } from './env.ts';
import { prepareAuthorization } from './guard/authorization.ts';
import { checkCost, prepareCost } from './guard/cost.ts';
import { checkText, prepareLimits, showsSchema } from './guard/limits.ts';
import { loadShedding } from './guard/load-shedding.ts';
import { operationManifests, type RegisteredOperations } from './guard/operation-manifests.ts';
import { rateLimit } from './guard/rate-limit.ts';
import { anyOperation, registeredOperationsOnly } from './guard/registered-operations.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { accessTokens, statements } from './identity.ts';
import { issuerKeys } from './issuer-keys.ts';
import { httpSubgraphClient } from './subgraphs/http-client.ts';
import { followSupergraph } from './supergraph/source.ts';
import { metricsOfAllWorkers } from './worker-metrics.ts';

export async function startRouter(env: RouterEnv): Promise<Service> {
  let engine: RunningEngine | undefined;
  let stopFollowing = () => {};
  const load = loadShedding({ maxInFlight: env.MAX_IN_FLIGHT, maxDelayMs: env.MAX_EVENT_LOOP_DELAY_MS });
  let operations: RegisteredOperations | undefined;
  return startService({
    name: 'router',
    env,
    bodyLimit: env.MAX_BODY_BYTES,
    ...(cluster.isWorker && { metrics: metricsOfAllWorkers }),
    async routes(app, log) {
      const started = await followSupergraphWith(env, log, await engineOptions(env, log));
      engine = started.engine;
      stopFollowing = started.stop;
      operations = await followOperations(env, log);
      graphqlRoute(app, () => started.engine, {
        identify: accessTokens({
          jwks: env.ACCESS_TOKEN_JWKS,
          issuerKeys: env.ACCESS_TOKEN_JWKS_URL
            ? issuerKeys({ url: env.ACCESS_TOKEN_JWKS_URL, log })
            : undefined,
          issuer: env.ACCESS_TOKEN_ISSUER,
          audience: env.ACCESS_TOKEN_AUDIENCE,
        }),
        findOperation: takesAnyOperation(env)
          ? anyOperation(operations)
          : registeredOperationsOnly(operations),
        limitRate: rateLimit(env.MAX_REQUESTS_PER_SECOND),
        admit: load.admit,
        requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
        maxBatch: env.MAX_BATCH,
      });
      if (env.NODE_ENV === 'development') await (await import('./http/explorer.ts')).explorer(app);
    },
    async ready() {
      const missing = takesAnyOperation(env) ? [] : (operations?.missing() ?? []);
      if (missing.length > 0) throw new Error(`not read yet: ${missing.join(', ')}`);
    },
    async stop() {
      load.stop();
      stopFollowing();
      operations?.stop();
      await engine?.close();
    },
  });
}

const takesAnyOperation = ({ OPERATIONS, NODE_ENV }: RouterEnv): boolean =>
  (OPERATIONS ?? (NODE_ENV === 'development' ? 'any' : 'registered')) === 'any';

function followOperations(env: RouterEnv, log: Logger): Promise<RegisteredOperations> {
  const places = env.OPERATION_MANIFESTS;
  if (places.length === 0 && !takesAnyOperation(env)) {
    log.warn('OPERATIONS is registered, but OPERATION_MANIFESTS names none: every operation is refused');
  }
  return operationManifests({ places, stateDir: env.STATE_DIR, pauseMs: env.OPERATIONS_POLL_MS, log });
}

async function engineOptions(env: RouterEnv, log: Logger): Promise<EngineOptions> {
  const sign = env.STATEMENT_KEY && (await statements(env.STATEMENT_KEY));
  if (!sign) log.warn('STATEMENT_KEY is not set: subgraphs are asked without a statement of who asks');
  if (!env.ACCESS_TOKEN_JWKS && !env.ACCESS_TOKEN_JWKS_URL) {
    log.warn('neither ACCESS_TOKEN_JWKS nor ACCESS_TOKEN_JWKS_URL is set: every access token is refused');
  }
  return {
    connect: (name, url) =>
      httpSubgraphClient({
        name,
        url: env.SUBGRAPH_URLS?.[name] ?? url,
        timeoutMs: env.SUBGRAPH_TIMEOUT_MS,
        concurrency: env.SUBGRAPH_CONCURRENCY,
        queue: env.SUBGRAPH_QUEUE,
        keepAliveMs: env.SUBGRAPH_KEEP_ALIVE_MS,
        maxAnswerBytes: env.MAX_SUBGRAPH_ANSWER_BYTES,
        shareReads: env.SHARE_READS === 'on',
        statements: sign,
        log,
      }),
    guard: guard(env),
    shareRequests: env.SHARE_REQUESTS === 'on',
    entityCacheBytes: env.ENTITY_CACHE_BYTES,
    planCacheBytes: env.PLAN_CACHE_BYTES,
    eventDeadlineMs: env.REQUEST_TIMEOUT_MS,
    showsSchema: showsSchema(env),
    report: (error) => log.error({ error }, 'a subgraph answered with an error that is not for clients'),
  };
}

/** The first supergraph makes the engine, each later one is taken into use by it. */
async function followSupergraphWith(
  env: RouterEnv,
  log: Logger,
  options: EngineOptions,
): Promise<{ engine: RunningEngine; stop(): void }> {
  let engine: RunningEngine | undefined;
  const { stop } = await followSupergraph({
    source: env.SUPERGRAPH,
    stateDir: env.STATE_DIR,
    pollMs: env.SUPERGRAPH_POLL_MS,
    log,
    async accept(sdl) {
      if (engine) await engine.use(sdl);
      else engine = await createEngine(sdl, options);
    },
  });
  if (!engine) throw new StartError(`Supergraph ${env.SUPERGRAPH} does not load.`);
  return { engine, stop };
}

function guard(env: RouterEnv): Guard {
  return {
    text: (text) => checkText(text, env),
    document: (document, definition) => prepareLimits(document, definition, env),
    operation(supergraph, { document, definition }) {
      const estimate = prepareCost(supergraph, document, definition, env);
      const authorization = prepareAuthorization(supergraph, document, definition);
      return {
        cost(variables) {
          const cost = estimate(variables);
          checkCost(cost, env);
          return cost;
        },
        ...(authorization && { denied: (identity: Identity) => authorization.denied(identity) }),
      };
    },
  };
}
