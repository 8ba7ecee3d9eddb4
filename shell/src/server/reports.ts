/**
 * POST /reports: what has gone wrong in a browser. Anyone can send anything here: the visitor is whoever the signed cookie names, only releases that this
 * visitor was given count, and nobody counts more often than a page could tell.
 */
import { failureKinds } from '@arcade/mfe-kit/health';
import { unitName, versionName } from '@arcade/mfe-kit/manifest';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { knownVisitor } from './identity.ts';
import { pageFailures } from './measures.ts';
import { RateLimit } from './rate-limit.ts';
import { refuseForeign } from './security.ts';
import type { Shop } from './shop.ts';

const reported = z
  .array(
    z.object({
      unit: unitName,
      release: versionName.optional(),
      name: z.string().max(100),
      kind: z.enum(failureKinds),
      message: z.string().max(500),
    }),
  )
  .max(20);
const bodyLimit = 32_768;

export function reportRoute(app: FastifyInstance, shop: Shop): void {
  const limit = new RateLimit({ atOnce: 60, aMinute: 60 });
  // A beacon is sent as text, whatever is in it.
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
    done(null, body),
  );

  app.post('/reports', { onRequest: refuseForeign, bodyLimit }, async (request, reply) => {
    const reports = typeof request.body === 'string' ? parse(request.body) : undefined;
    if (!reports) return reply.code(400).send({ code: 'BAD_REQUEST' });
    // Not a new one: whoever throws the cookie away would be somebody else each time.
    const visitor = knownVisitor(request, shop.signer);
    if (!limit.allows(visitor?.id ?? request.ip, reports.length)) {
      return reply.code(429).send({ code: 'TOO_MANY_REPORTS' });
    }
    for (const { unit, release, kind, ...what } of reports) {
      const counts =
        visitor !== undefined &&
        release !== undefined &&
        shop.health.failedInBrowser(visitor, { unit, version: release }, kind);
      const known = shop.releases.has(unit) || unit === 'shell' ? unit : 'unknown';
      pageFailures.inc({ unit: known, where: 'browser' });
      request.log.warn({ unit, release, kind, ...what, counts }, 'something has gone wrong in a browser');
    }
    return reply.code(204).send();
  });
}

function parse(text: string): z.infer<typeof reported> | undefined {
  try {
    return reported.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
