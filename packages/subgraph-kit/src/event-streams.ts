/**
 * Subscriptions, as GraphQL over server-sent events ("distinct connections mode"): Apollo Server has none. What a `subscribe`
 * function throws is told; when the events themselves end with an error, or the service stops, the stream is cut without its last
 * event, by which the router knows that it was not all.
 */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createHandler, type OperationContext } from 'graphql-sse';
import { maskErrors } from './graphql-errors.ts';
import type { Logger } from './service.ts';

export const EVENT_STREAM = 'text/event-stream';

export interface EventStreams {
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Cuts all that are open. */
  stop(): void;
}

export interface EventStreamOptions {
  schema: GraphQLSchema;
  log: Logger;
  /** What resolvers get. The signal aborts when nobody listens any more. */
  context(request: FastifyRequest, signal: AbortSignal): OperationContext;
}

export function eventStreams({ schema, log, context }: EventStreamOptions): EventStreams {
  const open = new Set<FastifyReply>();
  const mask = maskErrors(log);

  function masked(error: GraphQLError): GraphQLError {
    // graphql-js gives no codes: what no resolver threw is about the request.
    const code = error.originalError ? 'INTERNAL_SERVER_ERROR' : 'GRAPHQL_VALIDATION_FAILED';
    const { message, extensions } = mask(
      { ...error.toJSON(), extensions: { code, ...error.extensions } },
      error,
    );
    return new GraphQLError(message, { path: error.path, extensions });
  }

  const handle = createHandler<FastifyRequest, FastifyReply, OperationContext>({
    schema,
    // No token: each subscription is a request of its own.
    authenticate: () => null,
    execute: () => ({ errors: [new GraphQLError('Event streams are for subscriptions.')] }),
    context: ({ raw, context: reply }) => context(raw, closed(reply)),
    onNext: (_context, _request, result) =>
      result.errors ? { ...result, errors: result.errors.map(masked) } : undefined,
  });

  return {
    async answer(request, reply) {
      const { body: asked } = request;
      const [body, { status, headers }] = await handle({
        method: request.method,
        url: request.url,
        headers: { get: (name) => request.headers[name]?.toString() },
        body: isObject(asked) ? asked : null,
        raw: request,
        context: reply,
      });
      reply
        .code(status)
        .header('content-type', headers?.['content-type'])
        .header('cache-control', 'no-store');
      if (body === null || typeof body === 'string') return reply.send(body);
      if (!reply.raw.destroyed) {
        open.add(reply);
        reply.raw.once('close', () => open.delete(reply));
      }
      const stream = Readable.from(body);
      stream.on('error', (error) =>
        log.error({ err: error }, 'the events of a subscription ended with an error'),
      );
      return reply.send(stream);
    },
    stop() {
      for (const { raw } of open) raw.destroy();
    },
  };
}

function closed({ raw }: FastifyReply): AbortSignal {
  const ending = new AbortController();
  if (raw.destroyed) ending.abort();
  else raw.once('close', () => ending.abort());
  return ending.signal;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
