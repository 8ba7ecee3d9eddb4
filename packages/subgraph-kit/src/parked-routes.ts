/** For operators: `GET /parked` lists messages put aside, `POST /parked/replay` (`?position=` for one) makes them due again. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Executor } from './database.ts';
import { hasToken } from './feed.ts';
import type { Follower } from './follow.ts';
import { listParked, replayParked } from './parked.ts';

const question = z.object({
  position: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
});

export function parkedRoutes(
  app: FastifyInstance,
  db: Executor,
  options: { token: string; followers: readonly Follower[] },
): void {
  app.register(async (operators) => {
    operators.addHook('onRequest', async (request, reply) => {
      if (!hasToken(request.headers.authorization, options.token)) {
        return reply
          .code(401)
          .send({ error: 'UNAUTHENTICATED', message: 'Send the feed token as a bearer token.' });
      }
    });
    operators.get('/parked', async () => ({ messages: await listParked(db) }));
    operators.post('/parked/replay', async (request, reply) => {
      const asked = question.safeParse(request.query);
      if (!asked.success)
        return reply.code(400).send({ error: 'BAD_REQUEST', message: z.prettifyError(asked.error) });
      const replayed = await replayParked(db, asked.data.position);
      for (const follower of options.followers) follower.retryNow();
      return { replayed };
    });
  });
}
