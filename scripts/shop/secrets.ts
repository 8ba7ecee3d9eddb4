// Keys and passwords of a shop on one machine: made at the first start, kept in a file that only its owner can read.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  /** What opens the registry: `admin` everything, a team's its own units, the shell's reports of health. */
  registryTokens: z.object({
    admin: z.string(),
    catalog: z.string(),
    order: z.string(),
    delivery: z.string(),
    shell: z.string(),
  }),
  /** By role. Nobody but the starter knows the one of `postgres`. */
  databasePasswords: z.object({
    postgres: z.string(),
    catalog: z.string(),
    order: z.string(),
    delivery: z.string(),
  }),
});

/** A folder of an earlier version lacks some tokens: they are made now. */
const keptSchema = schema.extend({ registryTokens: z.record(z.string(), z.string()).default({}) });

export type Secrets = z.infer<typeof schema>;
export type PrivateJwk = z.infer<typeof privateJwk>;

export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : makeSecrets();
  const registryTokens: Secrets['registryTokens'] = { ...makeRegistryTokens(), ...kept.registryTokens };
  const secrets = { ...kept, registryTokens };
  const areAllKept = Object.keys(registryTokens).every((name) => Object.hasOwn(kept.registryTokens, name));
  if (!existsSync(file) || !areAllKept) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  return secrets;
}

/** The registry knows tokens by their SHA-256 only. */
export function registryTokens({ registryTokens: { admin, shell, ...teams } }: Secrets): string {
  const token = (name: string, units: string[], text: string) => ({
    name,
    units,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  return JSON.stringify([
    token('admin', ['*'], admin),
    token('shell', ['shell/health'], shell),
    ...Object.entries(teams).map(([team, text]) =>
      token(`${team} team`, [`mfe-${team}`, `subgraphs/${team}`], text),
    ),
  ]);
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
    registryTokens: makeRegistryTokens(),
    databasePasswords: { postgres: secret(), catalog: secret(), order: secret(), delivery: secret() },
  };
}

const makeRegistryTokens = () => ({
  admin: secret(),
  catalog: secret(),
  order: secret(),
  delivery: secret(),
  shell: secret(),
});

const secret = () => randomBytes(32).toString('hex');

function makeKey(): PrivateJwk {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return privateJwk.parse({ ...jwk, kid: randomBytes(8).toString('hex') });
}
