/** Headers that every answer carries, and the defence of whatever changes something. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export function securityHeaders(app: FastifyInstance, publicUrl: string): void {
  const behindTls = publicUrl.startsWith('https:');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(behindTls && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
    });
  });
}

/** A policy for one page, and the nonce that its scripts and inline style sheets carry. */
export function contentSecurityPolicy(
  /** From where a developer's micro-frontends come in this one page. */
  origins: readonly string[] = [],
): { readonly nonce: string; readonly policy: string } {
  const nonce = randomBytes(16).toString('base64');
  const others = origins.map((origin) => ` ${origin}`).join('');
  const policy = [
    "default-src 'self'",
    // What a script with the nonce loads may run: that is how micro-frontends come in later.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'${others}`,
    // Attributes only, for values that are data: the colour of a swatch.
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${others}`,
    ...(others ? [`connect-src 'self'${others}`, `font-src 'self'${others}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { nonce, policy };
}

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin; what says neither is
 * no browser's form.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}

export async function refuseForeign(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isSameOrigin(request)) {
    await reply
      .code(403)
      .send({ code: 'CROSS_ORIGIN', message: 'This must be sent from a page of this shop.' });
  }
}
