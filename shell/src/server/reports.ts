/** POST /reports: what broke in a browser. Counted by unit, logged, and nothing more: anyone can send anything here. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageFailures } from './measures.ts';
import { refuseForeign } from './security.ts';
import type { Shop } from './shop.ts';

const reported = z.object({
  unit: z.string().max(64),
  name: z.string().max(100),
  message: z.string().max(500),
});

export function reportRoute(app: FastifyInstance, shop: Shop): void {
  // A beacon is sent as text, whatever is in it.
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: 4_096 }, (_request, body, done) =>
    done(null, body),
  );

  app.post('/reports', { onRequest: refuseForeign, bodyLimit: 4_096 }, async (request, reply) => {
    const report = typeof request.body === 'string' ? parse(request.body) : undefined;
    if (!report) return reply.code(400).send({ code: 'BAD_REQUEST' });
    const unit = shop.releases.has(report.unit) || report.unit === 'shell' ? report.unit : 'unknown';
    pageFailures.inc({ unit, where: 'browser' });
    request.log.warn({ report }, 'part of a page failed in a browser');
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
