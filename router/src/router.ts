/** Composition root: one supergraph, planned by `@apollo/gateway`, served by Apollo Server on Fastify. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { errorText } from '@arcade/subgraph-kit/error-text';
import { maskErrors } from '@arcade/subgraph-kit/graphql-errors';
import { type Logger, type Service, StartError, startService } from '@arcade/subgraph-kit/service';
import type { Identity } from '@arcade/subgraph-kit/statement';
import { traceId } from '@arcade/subgraph-kit/telemetry';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RouterEnv } from './env.ts';
import { accessTokens, type Identify, nobody, statements } from './identity.ts';
import { hasMoreTokens, limitsPlugin } from './limits.ts';
import { type RequestContext, type SubgraphSource, subgraphSource } from './subgraph-source.ts';
import { supergraphFile } from './supergraph-file.ts';

export async function startRouter(env: RouterEnv): Promise<Service> {
  let stop = async () => {};
  return startService({
    name: 'router',
    env,
    bodyLimit: env.MAX_BODY_BYTES,
    async routes(app, log) {
      const { apollo, close } = await startApollo(env, log);
      stop = close;
      graphqlRoute(app, apollo, { identify: accessTokens(env.ACCESS_TOKEN_JWKS), maxTokens: env.MAX_TOKENS });
    },
    stop: () => stop(),
  });
}

async function startApollo(env: RouterEnv, log: Logger) {
  const sign = env.STATEMENT_KEY && (await statements(env.STATEMENT_KEY));
  if (!sign) log.warn('STATEMENT_KEY is not set: subgraphs are asked without a statement of who asks');
  if (!env.ACCESS_TOKEN_JWKS) log.warn('ACCESS_TOKEN_JWKS is not set: every access token is refused');
  const sources = new Set<SubgraphSource>();
  // Otherwise the gateway asks cloud metadata services about its host, and reports to its maker.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphFile(env.SUPERGRAPH, log),
    buildService({ name, url = '' }) {
      const source = subgraphSource({
        name,
        url: env.SUBGRAPH_URLS?.[name] ?? url,
        timeoutMs: env.SUBGRAPH_TIMEOUT_MS,
        connections: env.SUBGRAPH_CONNECTIONS,
        sign,
        onError: (facts) => log.warn(facts, 'a subgraph failed'),
      });
      sources.add(source);
      return source;
    },
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
  });
  const development = env.NODE_ENV === 'development';
  const apollo = new ApolloServer<RequestContext>({
    gateway,
    plugins: [
      limitsPlugin({
        depth: env.MAX_DEPTH,
        aliases: env.MAX_ALIASES,
        rootFields: env.MAX_ROOT_FIELDS,
        pageSize: env.MAX_PAGE_SIZE,
        introspection: development,
      }),
    ],
    // limitsPlugin decides, with a code of its own.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !development,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors(log),
    stopOnTerminationSignals: false,
    logger: quiet(log),
  });
  try {
    await apollo.start();
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`Supergraph ${env.SUPERGRAPH} does not load: ${errorText(error)}`);
  }
  return {
    apollo,
    async close() {
      await apollo.stop();
      await Promise.all([...sources].map((source) => source.close()));
    },
  };
}

function graphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  { identify, maxTokens }: { identify: Identify; maxTokens: number },
): void {
  app.register(async (graphql) => {
    graphql.decorateRequest('identity', undefined);
    graphql.setErrorHandler<Error & { code?: string; statusCode?: number }>((error, request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
        return refuse(reply, 413, 'BODY_TOO_LARGE', 'The request is larger than this server reads.');
      }
      if (error.statusCode !== undefined && error.statusCode < 500) {
        return refuse(reply, error.statusCode, 'BAD_REQUEST', 'The request is not GraphQL over HTTP.');
      }
      request.log.error({ err: error }, 'unexpected error');
      return refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
    });
    graphql.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      async onRequest(request, reply) {
        try {
          request.identity = await identify(request.headers.authorization);
        } catch (error) {
          request.log.info({ err: error }, 'refused an access token');
          reply.header('www-authenticate', 'Bearer error="invalid_token"');
          return refuse(reply, 401, 'INVALID_TOKEN', 'The access token is not valid.');
        }
      },
      async preHandler(request, reply) {
        const asked = request.method === 'GET' ? request.query : request.body;
        if (hasMoreTokens(queryIn(asked), maxTokens)) {
          return refuse(reply, 400, 'TOO_MANY_TOKENS', `A query may have ${maxTokens} tokens.`);
        }
      },
      handler: fastifyApolloHandler(apollo, {
        context: async (request) => ({ identity: request.identity ?? nobody }),
      }),
    });
  });
}

function queryIn(asked: unknown): string {
  if (asked === null || typeof asked !== 'object' || !('query' in asked)) return '';
  return typeof asked.query === 'string' ? asked.query : '';
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code, traceId: traceId() } }] });
}

/** Apollo's own messages, which take no object and are many. */
function quiet(log: Logger) {
  return {
    debug: (message: unknown) => log.trace(String(message)),
    info: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown) => log.error(String(message)),
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
  }
}
