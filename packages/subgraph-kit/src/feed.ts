/** The feed: other services follow what this one says, `GET /events?after=<cursor>&limit=&wait=<seconds>`. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type OutboxReader, START } from './outbox-reader.ts';

const question = z.object({
  after: z
    .string()
    .regex(/^\d{1,20}\.\d{1,19}$/)
    .default(START),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Seconds to wait for an event when there is none. */
  wait: z.coerce.number().min(0).max(30).default(0),
});

/** @param token what a follower sends as `Authorization: Bearer …` */
export function feedRoutes(app: FastifyInstance, outbox: OutboxReader, { token }: { token: string }): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  app.get('/events', async (request, reply) => {
    if (!hasToken(request.headers.authorization, token)) {
      return reply
        .code(401)
        .send({ error: 'UNAUTHENTICATED', message: 'Send the feed token as a bearer token.' });
    }
    const asked = question.safeParse(request.query);
    if (!asked.success) {
      return reply.code(400).send({ error: 'BAD_REQUEST', message: z.prettifyError(asked.error) });
    }
    const { after, limit, wait } = asked.data;
    return outbox.after(after, { limit, over: patience(wait, reply.raw, closing.signal) });
  });
}

/** Over when the time is, when the follower has gone, or when this service closes. */
function patience(seconds: number, connection: NodeJS.EventEmitter, closing: AbortSignal): AbortSignal {
  if (seconds === 0) return AbortSignal.abort();
  const gone = new AbortController();
  connection.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, closing, AbortSignal.timeout(seconds * 1000)]);
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
export function hasToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
