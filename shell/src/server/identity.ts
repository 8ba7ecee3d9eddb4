/**
 * The one place where identity enters: a visitor is a random id in a signed cookie, and a short-lived token towards the router.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Signer } from './cookies.ts';
import { type Visitor, visitor } from './lot.ts';

const cookie = 'arcade_visitor';
/** As long as browsers allow. */
const maxAge = 400 * 24 * 60 * 60;

/** `number`: whoever has another one becomes a new visitor with this. */
export function visitorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  signer: Signer,
  secure: boolean,
  number?: number,
): Visitor {
  const known = knownVisitor(request, signer);
  if (known && known.number === (number ?? known.number)) return known;
  let drawn = draw();
  // 10,000 times on average, some 50 ms.
  while (number !== undefined && drawn.number !== number) drawn = draw();
  const signed = signer.sign(drawn.id);
  reply.setCookie(cookie, signed, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
  return drawn;
}

const draw = () => visitor(randomBytes(16).toString('base64url'));

/** Whom the request's cookie names, if it is one of ours. */
export function knownVisitor(request: FastifyRequest, signer: Signer): Visitor | undefined {
  const signed = request.cookies[cookie];
  const id = signed && signer.unsign(signed);
  return id ? visitor(id) : undefined;
}

export type AccessTokens = (visitorId: string) => Promise<string>;

/** Tokens as RFC 9068 has them: `typ: at+jwt`, five minutes. */
export async function accessTokens({
  kid,
  ...key
}: JWK | (Omit<JWK, 'kid'> & { kid?: string | undefined })): Promise<AccessTokens> {
  const signingKey = await importJWK(key, 'EdDSA');
  const header = { alg: 'EdDSA', typ: 'at+jwt', ...(kid && { kid }) };
  return (visitorId) =>
    new SignJWT()
      .setProtectedHeader(header)
      .setIssuer('arcade-shell')
      .setAudience('arcade')
      .setSubject(visitorId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(signingKey);
}
