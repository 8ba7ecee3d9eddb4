/** All configuration of a process is read and checked here, once, at start. */
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

/**
 * Reads `process.env` by a zod shape. A wrong value stops the process with one line for each wrong variable,
 * naming the variable, its value and what is allowed. Secrets are marked with `.meta({ secret: true })` and never printed.
 */
export function readEnv<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = parseEnv(shape, process.env);
  if (result.success) return result.data;
  for (const line of result.lines) console.error(line);
  process.exit(1);
}

export function parseEnv<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv,
): { success: true; data: z.infer<z.ZodObject<Shape>> } | { success: false; lines: string[] } {
  // An empty variable means "not set": that is how compose files and shells unset one.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return { success: true, data: result.data };
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const schema = shape[name];
    const value =
      given[name] === undefined ? 'not set' : isSecret(schema) ? 'set' : JSON.stringify(given[name]);
    return `${name} is ${value}: ${issue.message}`;
  });
  return { success: false, lines };
}

function isSecret(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isSecret(schema.unwrap());
  return schema instanceof z.ZodType && schema.meta()?.secret === true;
}

/** Port 0 asks the system for a free one. */
export const port = (standard: number) =>
  z.coerce
    .number('expected a port, 0 to 65535')
    .int('expected a port, 0 to 65535')
    .min(0, 'expected a port, 0 to 65535')
    .max(65535, 'expected a port, 0 to 65535')
    .default(standard);

/** How long a page may stay open that was made with a release which nobody is given any more. Shells and the registry take it alike. */
export const releaseGraceMinutes = z.coerce
  .number('expected minutes, 1 to 43200')
  .int('expected minutes, 1 to 43200')
  .min(1, 'expected minutes, 1 to 43200')
  .max(43_200, 'expected minutes, 1 to 43200')
  .default(24 * 60);

export const httpUrl = z.url({
  protocol: /^https?$/,
  message: 'expected an http(s) address such as http://127.0.0.1:4002',
});

/** Text that holds JSON of the given shape. */
export const json = <Schema extends z.ZodType>(schema: Schema, expected: string) =>
  z.string(`expected ${expected}`).transform((text, context): z.infer<Schema> => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: `expected ${expected}` });
      return z.NEVER;
    }
  });

const publicJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

export const publicJwks = json(
  z.object({ keys: z.array(publicJwk).min(1) }).transform((set): JSONWebKeySet => set),
  'a JWKS as JSON with at least one Ed25519 public key',
);

export const privateJwk = json(
  publicJwk.extend({ d: z.string() }),
  'an Ed25519 private key as a JWK in JSON',
).meta({ secret: true });

export const serviceEnv = {
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'expected silent, fatal, error, warn, info, debug or trace',
    )
    .default('info'),
  /** Development turns introspection on; nothing else hangs on it. */
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'expected development, test or production')
    .default('production'),
};

export const databaseEnv = {
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      message: 'expected an address such as postgres://user:password@127.0.0.1:5433/catalog',
    })
    .meta({ secret: true }),
};

/** What every subgraph reads; each adds PORT and what is its own. */
export const subgraphEnv = {
  ...serviceEnv,
  ...databaseEnv,
  /** The router's public key: who may speak to this subgraph. */
  STATEMENT_JWKS: publicJwks,
  /** Shared by the services that read one another's event feeds. */
  FEED_TOKEN: z
    .string('expected a secret of at least 16 characters')
    .min(16, 'expected a secret of at least 16 characters')
    .meta({ secret: true }),
};

export type ServiceEnv = z.infer<z.ZodObject<typeof serviceEnv>> & { PORT: number };
export type SubgraphEnv = z.infer<z.ZodObject<typeof subgraphEnv>> & { PORT: number };
