// Who may write. A token is kept as its SHA-256 only, and opens the units of one team; reading needs none.
import { createHash } from 'node:crypto';
import { json } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const token = z.strictObject({
  /** What the log calls who used it. */
  name: z.string().min(1).max(60),
  /** `mfe-order`, `subgraphs/*`, `*` */
  units: z.array(z.string().regex(/^[a-z0-9/-]*\*?$/)).min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Token = z.infer<typeof token>;

export const tokensEnv = {
  /** Without any nothing can be written. */
  REGISTRY_TOKENS: json(
    z.array(token),
    'a JSON list such as [{"name":"order team","units":["mfe-order","subgraphs/order"],"sha256":"<hex>"}]',
  ).default([]),
};

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Of an `Authorization` header. What is looked up is a hash, so that the time it takes says nothing about the token. */
export function tokenOf(tokens: readonly Token[], authorization: string | undefined): Token | undefined {
  const [, secret] = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '') ?? [];
  if (secret === undefined) return undefined;
  const hash = sha256(secret);
  return tokens.find((one) => one.sha256 === hash);
}

export const mayWrite = (token: Token, unit: string) =>
  token.units.some((pattern) =>
    pattern.endsWith('*') ? unit.startsWith(pattern.slice(0, -1)) : pattern === unit,
  );

export const notOpenedBy = ({ name, units }: Token, unit: string) =>
  `The token of ${name} opens ${units.join(', ')}, not ${unit}.`;
