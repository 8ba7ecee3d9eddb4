/** The router's HTTP side on real HTTP, around a small engine on graphql-js. */
import { createHash } from 'node:crypto';
import { type Service, startService } from '@arcade/subgraph-kit/service';
import {
  buildSchema,
  execute,
  type GraphQLError,
  getOperationAST,
  parse,
  subscribe,
  validate,
} from 'graphql';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { Answer, Asker, Engine, GraphqlRequest } from '../src/engine.ts';
import { type GraphqlRouteOptions, graphqlRoute } from '../src/http/graphql-route.ts';
import { nobody } from '../src/identity.ts';
import { Refusal } from '../src/refusal.ts';

const schema = buildSchema(`
  type Query { hello(name: String = "world"): String! me: String waits: String fails: String refused: String }
  type Mutation { note(text: String!): [String!]! }
  type Subscription { count(to: Int!): Int! forever: Int! fails: Int! }
`);

export interface World {
  service: Service;
  url: string;
  /** Who asked the engine, oldest first. */
  askers: Asker[];
  /** What mutations did, in order. */
  notes: string[];
  /** Generators of subscriptions that were begun and ended. */
  begun: number;
  ended: number;
  /** How far `count` has come. */
  counted: number;
  /** Lets `waits` answer. */
  go(): void;
  ask(
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: Json }>;
  get(
    search: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: Json }>;
}

const json = z.union([
  z.array(z.unknown()),
  z.looseObject({
    data: z.unknown().optional(),
    errors: z
      .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
      .optional(),
  }),
]);
type Json = z.infer<typeof json>;

export const codes = ({ body }: { body: Json }) =>
  Array.isArray(body) ? [] : body.errors?.map(({ extensions }) => extensions.code);

/** Waits for a condition, as long as a busy machine may need. */
export const until = (holds: () => void | Promise<void>, interval = 20) =>
  vi.waitFor(holds, { timeout: 20_000, interval });

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export async function startWorld(
  options: Partial<GraphqlRouteOptions> & { bodyLimit?: number; cacheControl?: string } = {},
): Promise<World> {
  const { bodyLimit = 20_000, cacheControl, ...route } = options;
  const { promise: waited, resolve: go } = Promise.withResolvers<string>();
  const state = {
    askers: [] as Asker[],
    notes: [] as string[],
    begun: 0,
    ended: 0,
    counted: 0,
    go: () => go('waited'),
  };

  async function* counted(events: () => AsyncIterable<unknown>) {
    state.begun++;
    try {
      yield* events();
    } finally {
      state.ended++;
    }
  }
  const rootOf = (asker: Asker) => ({
    hello: ({ name }: { name: string }) => `Hello ${name}`,
    me: asker.identity.visitor ?? null,
    waits: () => waited,
    fails: () => {
      throw new Error('password is 1234');
    },
    refused: () => {
      throw new Refusal('BUSY', 'Ask later.', { status: 503, headers: { 'retry-after': '7' } });
    },
    note({ text }: { text: string }) {
      state.notes.push(text);
      return [...state.notes];
    },
    count: ({ to }: { to: number }) =>
      counted(async function* () {
        for (let count = 1; count <= to; count++) {
          state.counted = count;
          yield { count };
        }
      }),
    forever: () =>
      counted(async function* () {
        yield { forever: 1 };
        // Until the client is gone, as the client of a subgraph does.
        await new Promise<void>((resolve) => asker.signal?.addEventListener('abort', () => resolve()));
      }),
  });

  function prepare({ query = '', operationName }: GraphqlRequest) {
    const errors: readonly GraphQLError[] = (() => {
      try {
        return validate(schema, parse(query));
      } catch (error) {
        if (error instanceof Error) throw new Refusal('GRAPHQL_PARSE_FAILED', error.message);
        throw error;
      }
    })();
    if (errors[0]) throw new Refusal('GRAPHQL_VALIDATION_FAILED', errors[0].message);
    const document = parse(query);
    const kind = getOperationAST(document, operationName)?.operation;
    if (!kind) throw new Refusal('OPERATION_RESOLUTION_FAILURE', 'Which operation?');
    return { document, kind };
  }

  const engine: Engine = {
    kindOf: async (request) => prepare(request).kind,
    async answer(request, asker): Promise<Answer> {
      state.askers.push(asker);
      const { document, kind } = prepare(request);
      if (kind === 'mutation' && asker.method === 'GET') {
        throw new Refusal('METHOD_NOT_ALLOWED', 'GET changes nothing.', {
          status: 405,
          headers: { allow: 'POST' },
        });
      }
      if (kind === 'subscription')
        throw new Refusal('ACCEPT_EVENT_STREAM', 'Accept text/event-stream.', { status: 406 });
      const { data, errors } = await execute({
        schema,
        document,
        rootValue: rootOf(asker),
        ...(request.variables && { variableValues: request.variables }),
        ...(request.operationName !== undefined && { operationName: request.operationName }),
      });
      const thrown = errors?.[0]?.originalError;
      if (thrown) throw thrown;
      if (errors && !data) throw new Refusal('BAD_USER_INPUT', errors[0]?.message ?? '');
      return {
        status: 200,
        body: JSON.stringify({ data }),
        headers: cacheControl === undefined ? {} : { 'cache-control': cacheControl },
      };
    },
    async *subscribe(request, asker) {
      state.askers.push(asker);
      const { document } = prepare(request);
      const events = await subscribe({ schema, document, rootValue: rootOf(asker) });
      if (!(Symbol.asyncIterator in events)) throw new Error('not subscribed');
      for await (const event of events) yield JSON.stringify(event);
    },
  };

  const service = await startService({
    name: 'router',
    env: { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    bodyLimit,
    routes: (app) =>
      graphqlRoute(app, () => engine, {
        identify: async (authorization) => {
          if (authorization === undefined) return nobody;
          if (!authorization.startsWith('Bearer ')) throw new Error('not a bearer token');
          return { visitor: authorization.slice('Bearer '.length), scopes: new Set() };
        },
        findOperation: (request) => request,
        limitRate: () => {},
        admit: () => () => {},
        requestTimeoutMs: 5_000,
        maxBatch: 1,
        ...route,
      }),
  });
  onTestFinished(() => service.stop());
  const url = `${service.url}/graphql`;
  const read = async (response: Response) => {
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: json.parse(text === '' ? {} : JSON.parse(text)),
    };
  };
  return Object.assign(state, {
    service,
    url,
    ask: async (body: unknown, headers: Record<string, string> = {}) =>
      read(
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    get: async (
      search: Record<string, string>,
      headers: Record<string, string> = { 'apollo-require-preflight': 'yes' },
    ) => read(await fetch(`${url}?${new URLSearchParams(search)}`, { headers })),
  });
}
