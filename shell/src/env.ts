/** All configuration of the shell is read and checked here, once, at start. */
import { fileURLToPath } from 'node:url';
import {
  httpUrl,
  port,
  privateJwk,
  readEnv,
  releaseGraceMinutes,
  serviceEnv,
} from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const milliseconds = (standard: number) =>
  z.coerce
    .number('expected milliseconds, 1 to 60000')
    .int('expected milliseconds, 1 to 60000')
    .min(1, 'expected milliseconds, 1 to 60000')
    .max(60_000, 'expected milliseconds, 1 to 60000')
    .default(standard);

export const env = readEnv({
  ...serviceEnv,
  PORT: port(3000),
  /** The router's GraphQL address. */
  ROUTER_URL: httpUrl.default('http://127.0.0.1:4000/graphql'),
  /** Where the discovery document is: an http(s) address or a file. */
  DISCOVERY: z.string('expected the address or the file of a discovery document').min(1),
  /** Where /media/… is fetched: the catalog. */
  MEDIA_ORIGIN: httpUrl.default('http://127.0.0.1:4001'),
  /** Signs the visitor's cookie. Several shells share it. */
  SESSION_SECRET: z
    .string('expected a secret of at least 32 characters')
    .min(32, 'expected a secret of at least 32 characters')
    .meta({ secret: true }),
  /** Signs the access tokens that the router checks. */
  ACCESS_TOKEN_KEY: privateJwk,
  /** How the shop is reached from outside; https turns on HSTS and Secure cookies. */
  PUBLIC_URL: httpUrl.default('http://127.0.0.1:3000').transform((url) => url.replace(/\/+$/, '')),
  /** Holds the mirror of releases and the last good discovery document. */
  STATE_DIR: z.string().default(fileURLToPath(new URL('../.data/', import.meta.url))),
  /** 1 in a shop for developers: `?mfe-order=http://localhost:3102` shows what they have on their own machine. */
  ALLOW_OVERRIDES: z
    .enum(['0', '1'], 'expected 0 or 1')
    .default('0')
    .transform((value) => value === '1'),
  /** Where the health of releases is told: the registry that has the discovery document, if not given. */
  HEALTH_URL: httpUrl.optional(),
  /** Proves to the registry that it is a shell that tells. Without it, nothing is told. */
  HEALTH_TOKEN: z.string().min(1).meta({ secret: true }).optional(),
  /** How long the files, actions and operations of a release stay answerable when nobody is given it any more, for pages that are still open. */
  RELEASE_GRACE_MINUTES: releaseGraceMinutes,
  /** How long a page waits for its slots' data before it leaves without. */
  SLOT_DEADLINE_MS: milliseconds(800),
  /** How long a page waits for the router at all. */
  ROUTER_TIMEOUT_MS: milliseconds(5_000),
});

export type Env = typeof env;
