// Keys and passwords of a shop on one machine: made at the first start, kept in a file that only its owner can read.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

const schema = z.object({
  /** The shell signs access tokens with it, the router verifies. */
  accessTokenKey: privateJwk,
  /** The router signs statements with it, the subgraphs verify. */
  statementKey: privateJwk,
  sessionSecret: z.string(),
  feedToken: z.string(),
  /** By role. Nobody but the starter knows the one of `postgres`. */
  databasePasswords: z.object({
    postgres: z.string(),
    catalog: z.string(),
    order: z.string(),
    delivery: z.string(),
  }),
});

export type Secrets = z.infer<typeof schema>;
export type PrivateJwk = z.infer<typeof privateJwk>;

export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    const secrets = makeSecrets();
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, file);
    return secrets;
  }
  return schema.parse(JSON.parse(text));
}

export function publicJwks({ kty, crv, kid, x }: PrivateJwk): string {
  return JSON.stringify({ keys: [{ kty, crv, kid, x, alg: 'EdDSA', use: 'sig' }] });
}

function makeSecrets(): Secrets {
  return {
    accessTokenKey: makeKey(),
    statementKey: makeKey(),
    sessionSecret: secret(),
    feedToken: secret(),
    databasePasswords: { postgres: secret(), catalog: secret(), order: secret(), delivery: secret() },
  };
}

const secret = () => randomBytes(32).toString('hex');

function makeKey(): PrivateJwk {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return privateJwk.parse({ ...jwk, kid: randomBytes(8).toString('hex') });
}
