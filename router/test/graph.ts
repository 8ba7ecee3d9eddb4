/** A small graph for tests: two subgraphs as servers, composed, and a router in front of them. */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Service, startService } from '@arcade/subgraph-kit/service';
import { statementVerifier } from '@arcade/subgraph-kit/statement';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply } from 'fastify';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { z } from 'zod';
import type { RouterEnv } from '../src/env.ts';
import { startRouter } from '../src/router.ts';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export const products = `${FEDERATION}
  type Query { product(id: ID!): Product products(first: Int! = 10): [Product!]! }
  type Mutation { rename(id: ID!, name: String!): Product }
  type Product @key(fields: "id") { id: ID! name: String! similar: Product }
`;

export const stock = `${FEDERATION}
  type Query { me: String }
  type Mutation { restock(id: ID!): Int }
  type Product @key(fields: "id") { id: ID! inStock: Int near(place: String!): Int }
`;

const product = (id: string) => ({ __typename: 'Product', id, name: `Product ${id}` });

const productResolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => product(id),
    products: (_: unknown, { first }: { first: number }) =>
      Array.from({ length: Math.min(first, 3) }, (_, index) => product(String(index + 1))),
  },
  Mutation: {
    rename: (_: unknown, asked: { id: string; name: string }) => ({ ...product(asked.id), name: asked.name }),
  },
  Product: { similar: ({ id }: { id: string }) => product(`${id}0`) },
};

interface Asker {
  me: string | undefined;
}

const stockResolvers = {
  Query: { me: (_: unknown, __: unknown, { me }: Asker) => me ?? null },
  Mutation: { restock: () => 10 },
  Product: { __resolveReference: ({ id }: { id: string }) => ({ id, inStock: id.length }) },
};

const base = { HOST: '127.0.0.1', LOG_LEVEL: 'silent', NODE_ENV: 'test' } as const;
const shellKeys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const routerKeys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const routerKey = z
  .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })
  .parse(await exportJWK(routerKeys.privateKey));
export const shellJwks = { keys: [await exportJWK(shellKeys.publicKey)] };
const statementJwks = { keys: [await exportJWK(routerKeys.publicKey)] };

export interface FakeSubgraph extends Service {
  /** Headers of each request that came, oldest first. */
  seen: Record<string, unknown>[];
  /** What stands between a request and its answer; answers by itself when it sends a reply. */
  behave: (reply: FastifyReply) => Promise<unknown>;
}

async function startSubgraph(
  name: string,
  typeDefs: string,
  resolvers: object,
  port = 0,
): Promise<FakeSubgraph> {
  const apollo = new ApolloServer<Asker>({
    schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: { ...resolvers } }]),
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await apollo.start();
  const verify = statementVerifier(statementJwks, name);
  const fake = {
    seen: [] as Record<string, unknown>[],
    behave: async (_: FastifyReply): Promise<unknown> => undefined,
  };
  const service = await startService({
    name,
    env: { ...base, PORT: port },
    routes(app) {
      app.post('/graphql', {
        async preHandler(request, reply) {
          fake.seen.push({ ...request.headers });
          await fake.behave(reply);
        },
        handler: fastifyApolloHandler(apollo, {
          context: async (request) => {
            const { visitor } = await verify(String(request.headers['arcade-statement']));
            return { me: visitor };
          },
        }),
      });
    },
  });
  return Object.assign(fake, service);
}

/** What a fake answers, word for word. */
export const says =
  (data: Record<string, unknown>, cacheControl = 'no-store', errors?: object[]) =>
  async (reply: FastifyReply) =>
    reply.header('cache-control', cacheControl).send({ data, errors });

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
});

export interface Graph {
  router: Service;
  products: FakeSubgraph;
  stock: FakeSubgraph;
  supergraph: string;
  ask(
    query: string,
    options?: { headers?: Record<string, string>; variables?: Record<string, unknown> },
  ): Promise<{ status: number; headers: Headers; body: z.infer<typeof answer> }>;
  stop(): Promise<void>;
}

export function compose(urls: { products: string; stock: string }, productsSdl = products): string {
  const result = composeServices([
    { name: 'products', url: `${urls.products}/graphql`, typeDefs: parse(productsSdl) },
    { name: 'stock', url: `${urls.stock}/graphql`, typeDefs: parse(stock) },
  ]);
  if (!result.supergraphSdl) throw new Error(String(result.errors));
  return result.supergraphSdl;
}

/** @param productsSdl what the supergraph knows of products, where it is more than the subgraph itself does */
export async function startGraph(limits: Partial<RouterEnv> = {}, productsSdl = products): Promise<Graph> {
  const fakes = {
    products: await startSubgraph('products', products, productResolvers),
    stock: await startSubgraph('stock', stock, stockResolvers),
  };
  const supergraph = join(tmpdir(), `arcade-supergraph-${randomUUID()}.graphql`);
  await writeFile(supergraph, compose({ products: fakes.products.url, stock: fakes.stock.url }, productsSdl));
  const router = await startRouter({
    ...base,
    PORT: 0,
    WORKERS: 1,
    SUPERGRAPH: supergraph,
    SUPERGRAPH_POLL_MS: 100,
    STATE_DIR: `${supergraph}.state`,
    ACCESS_TOKEN_ISSUER: 'arcade-shell',
    ACCESS_TOKEN_AUDIENCE: 'arcade',
    ACCESS_TOKEN_JWKS: shellJwks,
    STATEMENT_KEY: routerKey,
    SUBGRAPH_TIMEOUT_MS: 5_000,
    SUBGRAPH_CONCURRENCY: 8,
    SUBGRAPH_QUEUE: 100,
    SUBGRAPH_KEEP_ALIVE_MS: 4_000,
    MAX_SUBGRAPH_ANSWER_BYTES: 1_000_000,
    SHARE_READS: 'on',
    SHARE_REQUESTS: 'on',
    PLAN_CACHE_BYTES: 10_000_000,
    ENTITY_CACHE_BYTES: 1_000_000,
    MAX_IN_FLIGHT: 1_000,
    MAX_EVENT_LOOP_DELAY_MS: 60_000,
    MAX_BODY_BYTES: 20_000,
    MAX_QUERY_BYTES: 10_000,
    MAX_TOKENS: 200,
    MAX_DEPTH: 5,
    MAX_ALIASES: 3,
    MAX_ROOT_FIELDS: 4,
    MAX_FIELDS: 100,
    MAX_DIRECTIVES: 10,
    MAX_PAGE_SIZE: 50,
    MAX_COST: 10_000,
    DEFAULT_LIST_SIZE: 10,
    MAX_BATCH: 1,
    MAX_REQUESTS_PER_SECOND: 0,
    REQUEST_TIMEOUT_MS: 10_000,
    OPERATIONS: 'any',
    OPERATION_MANIFESTS: [],
    OPERATIONS_POLL_MS: 50,
    ...limits,
  });
  return {
    ...fakes,
    router,
    supergraph,
    async ask(query, { headers = {}, variables = {} } = {}) {
      const response = await fetch(`${router.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { status, headers: given } = response;
      return { status, headers: given, body: answer.parse(await response.json()) };
    },
    async stop() {
      await router.stop();
      await Promise.all([fakes.products.stop(), fakes.stock.stop()]);
      await rm(supergraph, { force: true });
      await rm(`${supergraph}.state`, { recursive: true, force: true });
    },
  };
}

/** An access token as the shell makes it, unless the test says otherwise. */
export async function accessToken(
  claims: JWTPayload = {},
  { typ = 'at+jwt', key = shellKeys.privateKey } = {},
): Promise<{ authorization: string }> {
  const token = new SignJWT({ iss: 'arcade-shell', aud: 'arcade', sub: 'visitor-1', ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ })
    .setIssuedAt();
  if (claims.exp === undefined) token.setExpirationTime('5m');
  return { authorization: `Bearer ${await token.sign(key)}` };
}

export const strangerKey = (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey;
