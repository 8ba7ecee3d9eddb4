/**
 * `/graphql`: GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) around the engine. Every request passes
 * here, so what headers say is looked up instead of worked out, and the engine's text goes out as it is.
 */
import { hash } from 'node:crypto';
import type { Identity } from '@arcade/subgraph-kit/statement';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asker, Engine, GraphqlRequest } from '../engine.ts';
import type { RateLimit } from '../guard/rate-limit.ts';
import { type Identify, nobody } from '../identity.ts';
import { Refusal } from '../refusal.ts';
import { answerBatch } from './batch.ts';
import { eventStreams, onlyEvent } from './event-stream.ts';
import {
  type Accepted,
  accepted,
  EVENT_STREAM_TYPE,
  JSON_TYPE,
  jsonBody,
  refuseForgery,
} from './media-types.ts';
import {
  batchTooLarge,
  invalidToken,
  methodNotAllowed,
  notAcceptable,
  refusalBody,
  refusalFor,
  sendRefusal,
  unsupportedType,
} from './refusals.ts';
import { requestInAddress, requestInBody } from './request-parameters.ts';

export interface GraphqlRouteOptions {
  /** Rejects for a token that is not good, or with a Refusal of its own. */
  identify: Identify;
  /** The request with the text of its operation; throws Refusal for an operation that is not answered here. */
  findOperation(request: GraphqlRequest): GraphqlRequest | Promise<GraphqlRequest>;
  limitRate: RateLimit;
  /** Lets a request in, or throws Refusal; what it returns is called when the request has left. */
  admit(): () => void;
  requestTimeoutMs: number;
  /** Requests that one body may hold; 1 takes no lists at all. */
  maxBatch: number;
  heartbeatMs?: number;
}

export function graphqlRoute(app: FastifyInstance, engine: () => Engine, options: GraphqlRouteOptions): void {
  const { identify, findOperation, limitRate, admit, requestTimeoutMs, maxBatch, heartbeatMs } = options;
  const streams = eventStreams(heartbeatMs);
  app.addHook('preClose', async () => streams.stop());

  app.register(async (graphql) => {
    graphql.decorateRequest('identity', undefined);
    graphql.decorateRequest('leave', undefined);
    graphql.removeAllContentTypeParsers();
    const parse = graphql.getDefaultJsonParser('error', 'error');
    graphql.addContentTypeParser(jsonBody, { parseAs: 'string' }, parse);
    graphql.setErrorHandler((error, request, reply) =>
      sendRefusal(reply, jsonTypeFor(request), refusalFor(error, request)),
    );
    graphql.route({
      method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/graphql',
      onRequest: async () => {
        throw methodNotAllowed();
      },
      handler: () => {},
    });
    graphql.route({ method: ['GET', 'POST'], exposeHeadRoute: false, url: '/graphql', onRequest, handler });
  });

  async function onRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    request.leave = admit();
    reply.raw.once('close', request.leave);
    const { headers, method } = request;
    refuseForgery(headers);
    const type = headers['content-type'];
    if (method === 'GET' && type !== undefined && !jsonBody.test(type)) throw unsupportedType();
    if (accepted(headers.accept).type === undefined) throw notAcceptable();
    try {
      request.identity = await identify(headers.authorization);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      request.log.info({ err: error }, 'refused an access token');
      throw invalidToken();
    }
    limitRate({ identity: request.identity, address: request.ip });
  }

  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asker = askerOf(request, reply, requestTimeoutMs);
    const { body } = request;
    if (asker.method === 'GET') return answerOne(request, reply, requestInAddress(request.query), asker);
    if (!Array.isArray(body)) return answerOne(request, reply, requestInBody(body), asker);
    if (maxBatch === 1 || body.length > maxBatch) throw batchTooLarge(maxBatch);
    limitRate({ identity: asker.identity, address: request.ip }, body.length - 1);
    const answers = await answerBatch(request, body, findOperation, engine(), asker);
    return reply.type(JSON_TYPE).header('cache-control', 'no-store').send(answers);
  }

  async function answerOne(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: GraphqlRequest,
    asker: Asker,
  ): Promise<FastifyReply> {
    const types = accepted(request.headers.accept);
    try {
      const known = await findOperation(asked);
      if (types.stream && (await engine().kindOf(known, asker)) === 'subscription') {
        // A subscription has no end to be in time for, and its signal is the stream's.
        const deadline = Number.POSITIVE_INFINITY;
        const { identity, method } = asker;
        // It stays for long and does little: it takes no place from those who do.
        request.leave?.();
        streams.answer(reply, (signal) => engine().subscribe(known, { identity, method, deadline, signal }));
        return reply;
      }
      const { status, body, headers } = await engine().answer(known, asker);
      return send(request, reply, types, status, body, headers);
    } catch (error) {
      const refusal = refusalFor(error, request);
      return send(request, reply, types, refusal.status, refusalBody(refusal), refusal.headers);
    }
  }

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    types: Accepted,
    status: number,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): FastifyReply {
    const isRequestError = status === 400;
    if (types.type === EVENT_STREAM_TYPE && (isRequestError || status === 200)) {
      streams.answer(reply, () => onlyEvent(body));
      return reply;
    }
    reply.code(isRequestError && types.alwaysOk ? 200 : status).header('content-type', jsonTypeFor(request));
    const caching = headers['cache-control'];
    if (caching === undefined) reply.header('cache-control', 'no-store');
    reply.headers(headers);
    if (request.method === 'GET') {
      reply.header('vary', 'authorization, accept');
      if (caching?.includes('public')) {
        const etag = `"${hash('sha1', body, 'base64url')}"`;
        reply.header('etag', etag);
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      }
    }
    return reply.send(body);
  }
}

/** Who accepts event streams only still gets a refusal in words. */
function jsonTypeFor({ headers }: FastifyRequest): string {
  const { type } = accepted(headers.accept);
  return type === undefined || type === EVENT_STREAM_TYPE ? JSON_TYPE : type;
}

function askerOf(request: FastifyRequest, reply: FastifyReply, timeoutMs: number): Asker {
  let gone: AbortController | undefined;
  return {
    identity: request.identity ?? nobody,
    method: request.method === 'GET' ? 'GET' : 'POST',
    deadline: performance.now() + timeoutMs,
    /** Made for who wants it: what a cache answers needs none. */
    get signal() {
      if (!gone) {
        const controller = new AbortController();
        gone = controller;
        const { raw } = reply;
        const closed = () => raw.writableFinished || controller.abort();
        if (raw.destroyed) closed();
        else raw.once('close', closed);
      }
      return gone.signal;
    },
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
    /** Gives the request's place to another. */
    leave: (() => void) | undefined;
  }
}
