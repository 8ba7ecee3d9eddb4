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
  SUPERGRAPH: z.string().default(fileURLToPath(new URL('../dist/supergraph.graphql', import.meta.url))),
  SUBGRAPH_URLS: json(
    z.record(z.string(), httpUrl),
    'a JSON object of addresses by subgraph name, such as {"order":"http://10.0.0.2:4002/graphql"}',
  ).optional(),
  ACCESS_TOKEN_JWKS: publicJwks.optional(),
  STATEMENT_KEY: privateJwk.optional(),
  SUBGRAPH_TIMEOUT_MS: limit(10_000, 'milliseconds'),
  SUBGRAPH_CONNECTIONS: limit(64, 'connections'),
  MAX_BODY_BYTES: limit(262_144, 'bytes'),
  MAX_TOKENS: limit(4_000, 'tokens'),
  MAX_DEPTH: limit(16, 'levels'),
  MAX_ALIASES: limit(60, 'aliases'),
  MAX_ROOT_FIELDS: limit(20, 'fields'),
  MAX_PAGE_SIZE: limit(1_000, 'entries'),
};

export type RouterEnv = z.infer<z.ZodObject<typeof shape>>;

export const readRouterEnv = (): RouterEnv => readEnv(shape);
