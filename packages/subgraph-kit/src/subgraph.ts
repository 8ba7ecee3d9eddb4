/** A subgraph: a federated GraphQL server that answers the router alone, with its event feed and its followers. */
import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Database, Schema } from './database.ts';
import type { SubgraphEnv } from './env.ts';
import { EVENT_STREAM, eventStreams } from './event-streams.ts';
import { feedRoutes } from './feed.ts';
import type { Follower } from './follow.ts';
import { maskErrors } from './graphql-errors.ts';
import { type OutboxReader, outboxReader } from './outbox-reader.ts';
import { parkedRoutes } from './parked-routes.ts';
import { createLogger, type Logger, type Service, startService } from './service.ts';
import { type Identity, STATEMENT_HEADER, statementVerifier, type VerifyStatement } from './statement.ts';
import { traceId } from './telemetry.ts';

/** What a request brings; `context` makes of it what the resolvers want. */
export interface SubgraphRequest extends Identity {
  traceId: string | undefined;
  log: Logger;
  /** Of a subscription: aborts when nobody listens any more. */
  signal: AbortSignal | undefined;
}

export interface SubgraphOptions<Context extends BaseContext, Tables extends Schema> {
  /** As in the supergraph; also the audience of the router's statements, and the source of the events. */
  name: string;
  env: Pick<SubgraphEnv, 'PORT' | 'HOST' | 'LOG_LEVEL' | 'NODE_ENV' | 'STATEMENT_JWKS' | 'FEED_TOKEN'>;
  typeDefs: DocumentNode;
  /** Typed by code generation, whose interfaces have no index signature; checked against the schema at start. */
  resolvers: object;
  /** Closed at the stop. */
  db: Database<Tables>;
  context(request: SubgraphRequest): Context;
  /** Given by a service that reads its own outbox too, so that both share one. Closed at the stop. */
  outbox?: OutboxReader;
  /** Routes beside /graphql, /events and /parked. */
  routes?(app: FastifyInstance): void | Promise<void>;
  followers?: readonly Follower[];
  /** Ends what else runs in the background, before the database is closed. */
  stop?(): Promise<void>;
}

export async function startSubgraph<Context extends BaseContext, Tables extends Schema>(
  options: SubgraphOptions<Context, Tables>,
): Promise<Service> {
  const { name, env, db, followers = [] } = options;
  const outbox =
    options.outbox ?? outboxReader(db, { source: `/${name}`, log: createLogger(name, env.LOG_LEVEL) });
  // The map's own type asks for an index signature; a resolver that the schema does not have stops the start.
  const resolvers = options.resolvers as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema({ typeDefs: options.typeDefs, resolvers });
  let apollo: ApolloServer<Context> | undefined;
  const service = await startService({
    name,
    env,
    async routes(app, log) {
      apollo = await startApollo<Context>(schema, env, log);
      graphqlRoute(app, apollo, {
        schema,
        verify: statementVerifier(env.STATEMENT_JWKS, name),
        context: options.context,
      });
      feedRoutes(app, outbox, { token: env.FEED_TOKEN });
      parkedRoutes(app, db.drizzle, { token: env.FEED_TOKEN, followers });
      await options.routes?.(app);
    },
    async ready() {
      await db.pool.query('select 1');
    },
    async stop() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await options.stop?.();
      await apollo?.stop();
      await outbox.close();
      await db.close();
    },
  });
  for (const follower of followers) follower.start(service.log);
  return service;
}

async function startApollo<Context extends BaseContext>(
  schema: GraphQLSchema,
  env: Pick<SubgraphEnv, 'NODE_ENV'>,
  log: Logger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: env.NODE_ENV === 'development',
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: env.NODE_ENV !== 'development',
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors(log),
    // Traces go by OpenTelemetry.
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    // The router is the only client; it sends whole operations, one at a time.
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: log,
  });
  await apollo.start();
  return apollo;
}

function graphqlRoute<Context extends BaseContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  {
    schema,
    verify,
    context,
  }: { schema: GraphQLSchema; verify: VerifyStatement; context: (request: SubgraphRequest) => Context },
): void {
  function contextOf(request: FastifyRequest, signal?: AbortSignal): Context {
    const { identity, log } = request;
    if (!identity) throw new Error('a request came past the check of its statement');
    return context({ ...identity, traceId: traceId(), log, signal });
  }
  const apolloHandler = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });
  const streams = eventStreams({ schema, log: app.log, context: contextOf });
  app.addHook('preClose', async () => streams.stop());
  app.decorateRequest('identity', undefined);
  app.route({
    method: 'POST',
    url: '/graphql',
    async onRequest(request, reply) {
      const statement = request.headers[STATEMENT_HEADER];
      try {
        request.identity = await verify(typeof statement === 'string' ? statement : '');
      } catch (error) {
        request.log.warn({ err: error }, 'refused a request without a valid statement of the router');
        const extensions = { code: 'STATEMENT_REQUIRED', traceId: traceId() };
        return reply
          .code(401)
          .send({ errors: [{ message: 'This subgraph answers the router alone.', extensions }] });
      }
    },
    handler(request, reply) {
      return request.headers.accept === EVENT_STREAM
        ? streams.answer(request, reply)
        : apolloHandler.call(app, request, reply);
    },
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
  }
}
