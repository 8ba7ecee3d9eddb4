/** An HTTP service: health, metrics, traces and a graceful stop around the routes that it is given. */
import { context as activeContext, type Context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { type DestinationStream, pino } from 'pino';
import type { ServiceEnv } from './env.ts';
import { errorFacts, errorText } from './error-text.ts';
import { httpDuration, metrics } from './metrics.ts';
import { incomingTrace, startTracing, traceId } from './telemetry.ts';

/** What the code of a service logs with: pino, by the interface that Fastify hands on with each request. */
export type Logger = FastifyBaseLogger;

export interface ServiceOptions {
  name: string;
  env: ServiceEnv;
  routes(app: FastifyInstance, log: Logger): void | Promise<void>;
  /** Whether work can be done now; throw to answer 503 at /readyz. */
  ready?(): Promise<void>;
  /** After the last request was answered: end what runs in the background, close what is open. */
  stop?(): Promise<void>;
  /** Largest request body, bytes. */
  bodyLimit?: number;
  /** The address to route by, where it is not the one that was asked for. */
  addressOf?(asked: string): string;
  /** What `/metrics` says, in Prometheus' text format; by default what this process has counted. */
  metrics?(): Promise<string>;
}

export interface Service {
  app: FastifyInstance;
  log: Logger;
  port: number;
  url: string;
  /** Takes no new work, finishes what runs, leaves. A second call waits for the first. */
  stop(): Promise<void>;
}

/** What stopped a start, in one line: what, where, what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Requests that have not ended after this time are cut, so that a stop stays below ten seconds. */
const DRAIN_MS = 8_000;

export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, env } = options;
  const stopTracing = await startTracing(name);
  const log = createLogger(name, env.LOG_LEVEL);
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    // One line a request, with its trace: see traceRequests.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyLimit ?? 1_048_576,
    forceCloseConnections: 'idle',
    // Above what clients keep idle connections (undici: 4 s), so that none sends into a closing one.
    keepAliveTimeout: 65_000,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => options.addressOf?.(url) ?? url,
  });
  let stopping: Promise<void> | undefined;

  traceRequests(app);
  // Otherwise a connection that was busy when the stop began stays open, and the stop waits for it.
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      if (stopping) throw new Error('stopping');
      await options.ready?.();
      return { status: 'ok' };
    } catch (error) {
      return reply.code(503).send({ status: 'unavailable', reason: errorText(error) });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await (options.metrics ?? (() => metrics.metrics()))()),
  );

  try {
    await options.routes(app, log);
    await app.listen({
      port: env.PORT,
      host: env.HOST,
      listenTextResolver: (address) => `${name} listens at ${address}`,
    });
  } catch (error) {
    await app.close();
    throw explainListen(error, name, env);
  }
  const address = app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : env.PORT;
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;

  const stop = async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await app.close();
    clearTimeout(cut);
    await options.stop?.();
    await stopTracing();
    log.info(`${name} stopped`);
  };
  return {
    app,
    log,
    port,
    url: `http://${host}:${port}`,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

export function createLogger(
  name: string,
  level: string,
  to: DestinationStream = pino.destination(1),
): Logger {
  const options = {
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFacts },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ traceId: traceId() }),
  };
  return pino(options, to);
}

const QUIET_ROUTES = new Set(['/livez', '/readyz', '/metrics']);

function traceRequests(app: FastifyInstance): void {
  app.decorateRequest('trace', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    const parent = incomingTrace(request.headers.traceparent?.toString());
    const route = request.routeOptions.url ?? 'unknown';
    const span = trace
      .getTracer('arcade')
      .startSpan(
        `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes: { 'http.route': route } },
        parent,
      );
    request.trace = trace.setSpan(parent, span);
    activeContext.with(request.trace, done);
  });
  // Reading a body continues in the socket's context, not in ours: enter again.
  app.addHook('preValidation', (request, _reply, done) =>
    activeContext.with(request.trace ?? ROOT_CONTEXT, done),
  );
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    trace
      .getSpan(request.trace ?? ROOT_CONTEXT)
      ?.setAttribute('http.response.status_code', reply.statusCode)
      .end();
    if (!QUIET_ROUTES.has(route)) {
      const labels = { method: request.method, route, status: reply.statusCode };
      httpDuration.observe(labels, reply.elapsedTime / 1000);
      const ms = Math.round(reply.elapsedTime);
      request.log[reply.statusCode >= 500 ? 'error' : 'debug']({ ...labels, ms }, 'request');
    }
    done();
  });
}

function explainListen(error: unknown, name: string, env: ServiceEnv): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${env.HOST}:${env.PORT}`;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `${name} cannot listen on ${place}: the port is taken. Stop what holds it, or set PORT.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`${name} cannot listen on ${place}: not an address of this machine. Set HOST.`);
  }
  if (code === 'EACCES') {
    return new StartError(
      `${name} may not listen on ${place}: the port needs more rights. Set PORT to 1024 or above.`,
    );
  }
  return error;
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: Context | undefined;
  }
}
