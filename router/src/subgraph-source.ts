/**
 * How the router asks a subgraph: one undici pool each, a deadline, and errors that name the service. Implements
 * `GraphQLDataSource` itself: `RemoteGraphQLDataSource` spends more CPU on building a request than the rest of the gateway on
 * answering it.
 */
import type { GraphQLDataSource } from '@apollo/gateway';
import { type Identity, type SignStatement, STATEMENT_HEADER } from '@arcade/subgraph-kit/statement';
import { outgoingTraceparent } from '@arcade/subgraph-kit/telemetry';
import { GraphQLError } from 'graphql';
import { Pool } from 'undici';
import { identityKey, nobody } from './identity.ts';
import { sharedReads, subgraphDuration } from './metrics.ts';

export interface RequestContext {
  identity: Identity;
}

export interface SubgraphSource extends GraphQLDataSource<RequestContext> {
  close(): Promise<void>;
}

export interface SubgraphSourceOptions {
  name: string;
  url: string;
  timeoutMs: number;
  connections: number;
  sign: SignStatement | undefined;
  onError(facts: { subgraph: string; code: SubgraphErrorCode; err: unknown }): void;
}

export type SubgraphErrorCode = 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_INVALID_RESPONSE';

type ProcessOptions = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
type Response = Awaited<ReturnType<GraphQLDataSource<RequestContext>['process']>>;

export function subgraphSource(options: SubgraphSourceOptions): SubgraphSource {
  const { name } = options;
  const { origin, pathname, search } = new URL(options.url);
  const pool = new Pool(origin, { connections: options.connections, connectTimeout: options.timeoutMs });
  /** Answers on their way. Text, not objects: the gateway merges into what it is given. */
  const reading = new Map<string, Promise<string>>();

  async function send(body: string, identity: Identity): Promise<string> {
    const traceparent = outgoingTraceparent();
    const { statusCode, body: answer } = await pool.request({
      method: 'POST',
      path: `${pathname}${search}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(options.sign && { [STATEMENT_HEADER]: await options.sign(identity, name) }),
        ...(traceparent !== undefined && { traceparent }),
      },
      body,
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    const text = await answer.text();
    // GraphQL over HTTP answers 400 for a request that is wrong, with errors to hand on; the rest is not GraphQL's doing.
    if (statusCode !== 200 && statusCode !== 400) throw new Error(`answered with status ${statusCode}`);
    return text;
  }

  function read(body: string, identity: Identity): Promise<string> {
    const key = `${identityKey(identity)}${body}`;
    const inFlight = reading.get(key);
    if (inFlight) {
      sharedReads.inc({ subgraph: name });
      return inFlight;
    }
    const answer = send(body, identity).finally(() => reading.delete(key));
    reading.set(key, answer);
    return answer;
  }

  return {
    async process(asked) {
      const { query, variables, operationName } = asked.request;
      const body = JSON.stringify({ query, variables, operationName });
      const identity = asked.context.identity ?? nobody;
      const end = subgraphDuration.startTimer({ subgraph: name });
      try {
        const text = await (isRead(asked) ? read(body, identity) : send(body, identity));
        const response = parseResponse(text);
        end({ outcome: 'ok' });
        return response;
      } catch (error) {
        const code = codeOf(error);
        end({ outcome: code });
        options.onError({ subgraph: name, code, err: error });
        throw subgraphError(name, code, asked);
      }
    },
    close: () => pool.close(),
  };
}

/** Mutations, and what a mutation's answer reads after it, are asked on their own, always. */
function isRead(asked: ProcessOptions): boolean {
  return 'incomingRequestContext' in asked && asked.incomingRequestContext.operation?.operation === 'query';
}

class InvalidResponse extends Error {
  override name = 'InvalidResponse';
}

function parseResponse(text: string): Response {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new InvalidResponse(`not JSON: ${text.slice(0, 200)}`);
  }
  if (answer === null || typeof answer !== 'object' || !('data' in answer || 'errors' in answer)) {
    throw new InvalidResponse(`not a GraphQL response: ${text.slice(0, 200)}`);
  }
  // Its inside is the subgraph's word; the gateway completes it against the schema.
  return answer as Response;
}

function codeOf(error: unknown): SubgraphErrorCode {
  if (error instanceof InvalidResponse) return 'SUBGRAPH_INVALID_RESPONSE';
  return error instanceof Error && error.name === 'TimeoutError'
    ? 'SUBGRAPH_TIMEOUT'
    : 'SUBGRAPH_UNAVAILABLE';
}

const MESSAGES: Record<SubgraphErrorCode, string> = {
  SUBGRAPH_TIMEOUT: 'did not answer in time',
  SUBGRAPH_UNAVAILABLE: 'cannot be reached',
  SUBGRAPH_INVALID_RESPONSE: 'gave an answer that is not GraphQL',
};

function subgraphError(serviceName: string, code: SubgraphErrorCode, asked: ProcessOptions): GraphQLError {
  const path = 'pathInIncomingRequest' in asked ? asked.pathInIncomingRequest : undefined;
  // "@" stands for every element of a list; a client's path has no such thing, so the list itself is named.
  const end = path?.indexOf('@') ?? -1;
  const named = end < 0 ? path : path?.slice(0, end);
  return new GraphQLError(`${serviceName} ${MESSAGES[code]}.`, {
    ...(named && named.length > 0 && { path: named }),
    extensions: { code, serviceName },
  });
}
