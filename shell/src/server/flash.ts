/** One sentence for the next page, after a plain form post: a signed cookie that is read once. */
import type { Toast } from '@arcade/mfe-kit/feedback';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Shop } from './shop.ts';

const cookie = 'arcade_message';
const message = z.object({ kind: z.enum(['done', 'refused']), text: z.string() });

export function leaveMessage(
  reply: FastifyReply,
  { signer, secure }: Pick<Shop, 'signer' | 'secure'>,
  said: z.infer<typeof message>,
): void {
  const value = Buffer.from(JSON.stringify(said)).toString('base64url');
  reply.setCookie(cookie, signer.sign(value), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 60,
  });
}

export function takeMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  { signer }: Pick<Shop, 'signer'>,
): Toast | undefined {
  const signed = request.cookies[cookie];
  if (signed === undefined) return undefined;
  reply.clearCookie(cookie, { path: '/' });
  const value = signer.unsign(signed);
  return value === undefined
    ? undefined
    : message.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
}
