import { fileURLToPath } from 'node:url';
import { httpUrl, json, port, privateJwk, publicJwks, readEnv, serviceEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const limit = (standard: number, unit: string) =>
  z.coerce
    .number(`expected a number of ${unit}, 1 or more`)
    .int(`expected a number of ${unit}, 1 or more`)
    .min(1, `expected a number of ${unit}, 1 or more`)
    .default(standard);

/** Every variable is explained in README.md. */
const shape = {
  ...serviceEnv,
  PORT: port(4000),
  WORKERS: limit(1, 'processes'),
  SUPERGRAPH: z.string().default(fileURLToPath(new URL('../dist/supergraph.graphql', import.meta.url))),
  SUBGRAPH_URLS: json(
    z.record(z.string(), httpUrl),
    'a JSON object of addresses by subgraph name, such as {"order":"http://10.0.0.2:4002/graphql"}',
  ).optional(),
  SUPERGRAPH_POLL_MS: limit(2_000, 'milliseconds'),
  STATE_DIR: z.string().default(fileURLToPath(new URL('../.data/', import.meta.url))),
  ACCESS_TOKEN_JWKS: publicJwks.optional(),
  ACCESS_TOKEN_JWKS_URL: httpUrl.optional(),
  ACCESS_TOKEN_ISSUER: z.string().default('arcade-shell'),
  ACCESS_TOKEN_AUDIENCE: z.string().default('arcade'),
  STATEMENT_KEY: privateJwk.optional(),
  SUBGRAPH_TIMEOUT_MS: limit(10_000, 'milliseconds'),
  SUBGRAPH_CONCURRENCY: limit(64, 'requests'),
  SUBGRAPH_QUEUE: limit(1_000, 'requests'),
  SUBGRAPH_KEEP_ALIVE_MS: limit(4_000, 'milliseconds'),
  MAX_SUBGRAPH_ANSWER_BYTES: limit(16_777_216, 'bytes'),
  SHARE_READS: z.enum(['on', 'off'], 'expected on or off').default('on'),
  SHARE_REQUESTS: z.enum(['on', 'off'], 'expected on or off').default('on'),
  PLAN_CACHE_BYTES: limit(67_108_864, 'bytes'),
  ENTITY_CACHE_BYTES: z.coerce
    .number('expected a number of bytes, 0 for none')
    .int('expected a number of bytes, 0 for none')
    .min(0, 'expected a number of bytes, 0 for none')
    .default(33_554_432),
  MAX_IN_FLIGHT: limit(1_000, 'requests'),
  MAX_EVENT_LOOP_DELAY_MS: limit(1_000, 'milliseconds'),
  MAX_BODY_BYTES: limit(262_144, 'bytes'),
  MAX_QUERY_BYTES: limit(65_536, 'bytes'),
  MAX_TOKENS: limit(4_000, 'tokens'),
  MAX_DEPTH: limit(16, 'levels'),
  MAX_ALIASES: limit(60, 'aliases'),
  MAX_ROOT_FIELDS: limit(20, 'fields'),
  MAX_FIELDS: limit(2_000, 'fields'),
  MAX_DIRECTIVES: limit(50, 'directives'),
  MAX_PAGE_SIZE: limit(1_000, 'entries'),
  MAX_COST: limit(10_000, 'points'),
  DEFAULT_LIST_SIZE: limit(10, 'entries'),
  MAX_BATCH: limit(1, 'requests'),
  MAX_REQUESTS_PER_SECOND: z.coerce
    .number('expected a number of requests, or 0 for no limit')
    .int('expected a number of requests, or 0 for no limit')
    .min(0, 'expected a number of requests, or 0 for no limit')
    .default(0),
  REQUEST_TIMEOUT_MS: limit(15_000, 'milliseconds'),
  OPERATIONS: z.enum(['registered', 'any'], 'expected registered or any').optional(),
  OPERATION_MANIFESTS: z
    .string()
    .default('')
    .transform((places) => places.split(',').flatMap((place) => place.trim() || [])),
  OPERATIONS_POLL_MS: limit(2_000, 'milliseconds'),
  INTROSPECTION: z.enum(['open', 'closed'], 'expected open or closed').optional(),
};

export type RouterEnv = z.infer<z.ZodObject<typeof shape>>;

export const readRouterEnv = (): RouterEnv => readEnv(shape);
