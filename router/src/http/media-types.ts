/**
 * Which media types a request speaks, by GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) and
 * GraphQL over SSE (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
 */
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { Refusal } from '../refusal.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';
export const EVENT_STREAM_TYPE = 'text/event-stream; charset=utf-8';

/** By preference, for who takes any. */
const OFFERED = [JSON_TYPE, GRAPHQL_RESPONSE_TYPE, EVENT_STREAM_TYPE];

export interface Accepted {
  /** Content type of the answer; undefined when none that we have is accepted. */
  type: string | undefined;
  /** Event streams are asked for by name: subscriptions need that. */
  stream: boolean;
  /**
   * A client that names `application/json` gets 200 for a request that is well-formed but wrong (a syntax error, say), as
   * the specification has it: with this type, another status may come from anything on the way. Who does not care about
   * the type is told by the status.
   */
  alwaysOk: boolean;
}

/** Clients send few different ones, so each is understood once. */
const known = new LRUCache<string, Accepted>({ max: 200 });

export function accepted(header = ''): Accepted {
  const cached = known.get(header);
  if (cached) return cached;
  const negotiator = new Negotiator({ headers: { ...(header && { accept: header }) } });
  const type = negotiator.mediaType(OFFERED);
  const answer = {
    type,
    stream: /text\/event-stream/i.test(header) && negotiator.mediaType([EVENT_STREAM_TYPE]) !== undefined,
    alwaysOk: type === JSON_TYPE && /application\/json/i.test(header),
  };
  known.set(header, answer);
  return answer;
}

/** JSON is UTF-8 (RFC 8259), whatever else the parameters say. */
export const jsonBody = /^application\/json\s*(?:;(?!.*charset=(?!"?utf-?8"?)).*)?$/i;

/**
 * Browsers send GET, forms and plain text to other sites without asking them first. What can have come that way is refused
 * unless it carries a header that only a script with our consent can set. The rule and the names are Apollo Server's.
 */
export function refuseForgery(headers: IncomingHttpHeaders): void {
  const type = headers['content-type'];
  if (type === 'application/json' || (type !== undefined && jsonBody.test(type))) return;
  if (headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) return;
  throw new Refusal(
    'CSRF_PREVENTED',
    'Such a request can be forged by another site. Send it with "content-type: application/json", or with a header "apollo-require-preflight: true".',
  );
}
