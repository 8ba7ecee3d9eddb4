/** POST /graphql: the browser's way to the router. Only operations that a live release has registered go through, by their hash. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EVENT_STREAM, eventStreams, MOST_STREAMS } from './event-streams.ts';
import { isFailedAnswer } from './health.ts';
import { visitorOf } from './identity.ts';
import { hashedRequest, withText } from './router-client.ts';
import { refuseForeign } from './security.ts';
import type { Shop } from './shop.ts';

export function graphqlRoute(app: FastifyInstance, shop: Shop): void {
  const streams = eventStreams(app);
  app.post('/graphql', { bodyLimit: 65_536, onRequest: refuseForeign }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const parsed = hashedRequest.safeParse(request.body);
    if (!parsed.success)
      return reply.code(400).send(refusal('BAD_REQUEST', 'Expected an operation by its hash.'));
    const { sha256Hash } = parsed.data.extensions.persistedQuery;
    const isOverridden = shop.env.ALLOW_OVERRIDES && request.headers['arcade-override'] === '1';
    const operation = await withText(
      parsed.data,
      async (hash) =>
        (await shop.releases.operation(hash)) ??
        (isOverridden ? textInDevelopment(request.body, hash) : undefined),
    );
    if (!operation) {
      return reply
        .code(400)
        .send(refusal('PERSISTED_QUERY_NOT_FOUND', 'No live release has registered this operation.'));
    }
    const visitor = visitorOf(request, reply, shop.signer, shop.secure);
    try {
      const token = await shop.accessToken(visitor.id);
      if (request.headers.accept === EVENT_STREAM) {
        if (streams.areMany(visitor.id)) {
          const message = `${MOST_STREAMS} event streams of this visitor are open already: close some, then ask again.`;
          return reply.code(429).header('retry-after', '30').send(refusal('TOO_MANY_STREAMS', message));
        }
        return await streams.pass(reply, visitor.id, (over) => shop.router.follow(operation, token, over));
      }
      const response = await shop.router.send(operation, token);
      reply
        .code(response.status)
        .header('content-type', response.headers.get('content-type') ?? 'application/json');
      const body = Buffer.from(await response.arrayBuffer());
      if (!isOverridden && isFailedAnswer(response.status, body))
        shop.health.operationFailed(visitor, sha256Hash);
      return reply.send(body);
    } catch (error) {
      // Whoever has gone away waits for no router.
      if (!reply.raw.destroyed) {
        if (!isOverridden) shop.health.operationFailed(visitor, sha256Hash);
        request.log.error({ err: error, operation: operation.operationName }, 'the router does not answer');
      }
      return reply.code(503).send(refusal('ROUTER_UNAVAILABLE', 'The shop cannot be asked just now.'));
    }
  });
}

/** Of an operation that no release has registered yet: a developer's micro-frontend brings it along. Whether it is answered is the router's affair. */
function textInDevelopment(body: unknown, hash: string): string | undefined {
  const brought = z.object({ query: z.string() }).safeParse(body);
  if (!brought.success) return undefined;
  const { query } = brought.data;
  return createHash('sha256').update(query).digest('hex') === hash ? query : undefined;
}

function refusal(
  code: string,
  message: string,
): { errors: { message: string; extensions: { code: string } }[] } {
  return { errors: [{ message, extensions: { code } }] };
}
