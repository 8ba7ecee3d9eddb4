/** Asks the router in a visitor's name. */
import { outgoingTraceparent } from '@arcade/subgraph-kit/telemetry';
import { z } from 'zod';
import type { OwnOperation } from './own-operations.ts';

export interface GraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export interface RouterClient {
  /** Without a token, as nobody. Throws when the router does not answer in time. */
  send(request: GraphRequest, token?: string): Promise<Response>;
  /** Asks for a subscription: the answer is a stream of events, which lasts until it ends or the signal aborts. */
  follow(request: GraphRequest, token: string, over: AbortSignal): Promise<Response>;
  /** The `data` of a query of the shell's own. */
  ask<T>(
    operation: OwnOperation,
    variables: Readonly<Record<string, unknown>>,
    shape: z.ZodType<T>,
  ): Promise<T>;
}

export function routerClient(url: string, timeout: number): RouterClient {
  const post = (request: GraphRequest, token: string | undefined, accept: string, signal: AbortSignal) => {
    const traceparent = outgoingTraceparent();
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(traceparent && { traceparent }),
      },
      body: JSON.stringify(request),
      signal,
    });
  };
  const send: RouterClient['send'] = (request, token) =>
    post(request, token, 'application/graphql-response+json, application/json', AbortSignal.timeout(timeout));
  return {
    send,
    async follow(request, token, over) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(new Error('The router did not answer in time.')), timeout);
      try {
        return await post(request, token, 'text/event-stream', AbortSignal.any([over, late.signal]));
      } finally {
        clearTimeout(timer);
      }
    },
    async ask({ text, hash }, variables, shape) {
      const response = await send({ query: text, variables, extensions: persistedQuery(hash) });
      const { data, errors } = answered.parse(await response.json());
      if (!data)
        throw new Error(errors?.[0]?.message ?? `The router answered ${response.status} without data.`);
      return shape.parse(data);
    },
  };
}

/** Names an operation by its hash, as a router of registered operations wants it. */
export const persistedQuery = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

/** GraphQL's answer, as far as we read it. */
export const answered = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** What a micro-frontend's graph client sends: the hash of an operation that its release has registered. */
export const hashedRequest = z.object({
  operationName: z.string().max(200).optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
  extensions: z.object({
    persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  }),
});

export type HashedRequest = z.infer<typeof hashedRequest>;

/** Text and hash together, as Automatic Persisted Queries have it: a router that knows the hash need not read the text. */
export async function withText(
  request: HashedRequest,
  textOf: (hash: string) => Promise<string | undefined>,
): Promise<GraphRequest | undefined> {
  const query = await textOf(request.extensions.persistedQuery.sha256Hash);
  return query === undefined ? undefined : { query, ...request };
}
