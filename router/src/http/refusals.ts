/** What the HTTP side says no with, and how a refusal looks outside: a stable code, the trace id, nothing internal. */
import { traceId } from '@arcade/subgraph-kit/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';

/** JSON text of a GraphQL response. */
export const refusalBody = ({ message, code, extensions }: Refusal): string =>
  JSON.stringify({ errors: [{ message, extensions: { ...extensions, code, traceId: traceId() } }] });

export const sendRefusal = (reply: FastifyReply, contentType: string, refusal: Refusal): FastifyReply =>
  reply
    .code(refusal.status)
    .headers({ 'cache-control': 'no-store', ...refusal.headers, 'content-type': contentType })
    .send(refusalBody(refusal));

/** The refusal that an error is to the client. What nobody expected is logged and keeps its facts to itself. */
export function refusalFor(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && 'statusCode' in error && 'code' in error) {
    // Fastify's, from reading the body.
    if (error.statusCode === 413) {
      return new Refusal('BODY_TOO_LARGE', 'The request is larger than this server reads.', { status: 413 });
    }
    if (error.statusCode === 415) return unsupportedType();
    if (error.statusCode === 400) {
      return new Refusal('BAD_REQUEST', 'The body is not JSON in UTF-8, or not all of it has come.');
    }
  }
  request.log.error({ err: error }, 'unexpected error');
  return unexpected();
}

export const unexpected = () =>
  new Refusal('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { status: 500 });

export const unsupportedType = () =>
  new Refusal('UNSUPPORTED_MEDIA_TYPE', 'Requests are taken as "content-type: application/json" in UTF-8.', {
    status: 415,
  });

export const notAcceptable = () =>
  new Refusal(
    'NOT_ACCEPTABLE',
    'Answers come as application/graphql-response+json, application/json or text/event-stream; "accept" names none of them.',
    { status: 406 },
  );

export const methodNotAllowed = () =>
  new Refusal('METHOD_NOT_ALLOWED', 'Ask with POST, or a query also with GET.', {
    status: 405,
    headers: { allow: 'GET, POST' },
  });

export const invalidToken = () =>
  new Refusal('INVALID_TOKEN', 'The access token is not valid.', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

export const batchTooLarge = (max: number) =>
  new Refusal(
    'BATCH_TOO_LARGE',
    max === 1 ? 'Batches are not taken: one request in one body.' : `A batch may have ${max} requests.`,
  );
