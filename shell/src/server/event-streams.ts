/** Hands the router's event streams on to browsers: no faster than they are read, and no longer than both sides want. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';

export const EVENT_STREAM = 'text/event-stream';

/**
 * Streams of one visitor at once: each holds a connection here, at the router and at a subgraph for as long as it likes. A page has one or two, and only pages that
 * are seen have them; the rest is for those whose network went without a word.
 */
export const MOST_STREAMS = 20;

export interface EventStreams {
  /** Whether this visitor has as many as one may have. */
  areMany(visitor: string): boolean;
  /**
   * Answers with what the router answers.
   * @param ask its signal aborts when the browser has gone, or when the shell stops
   */
  pass(
    reply: FastifyReply,
    visitor: string,
    ask: (over: AbortSignal) => Promise<Response>,
  ): Promise<FastifyReply>;
}

export function eventStreams(app: FastifyInstance): EventStreams {
  const open = new Map<string, Set<AbortController>>();
  app.addHook('preClose', async () => {
    for (const ending of [...open.values()].flatMap((own) => [...own])) ending.abort();
  });
  return {
    areMany: (visitor) => (open.get(visitor)?.size ?? 0) >= MOST_STREAMS,
    async pass(reply, visitor, ask) {
      const ending = new AbortController();
      const own = open.get(visitor) ?? new Set();
      open.set(visitor, own.add(ending));
      const leave = () => {
        own.delete(ending);
        if (own.size === 0 && open.get(visitor) === own) open.delete(visitor);
        ending.abort();
      };
      // It may have gone while its request was being looked at.
      if (reply.raw.destroyed) leave();
      else reply.raw.once('close', leave);
      const { status, headers, body } = await ask(ending.signal);
      reply.code(status).header('content-type', headers.get('content-type') ?? EVENT_STREAM);
      // It has served its time when the stream ends: a stop does not wait for it. Proxies hand on each event at once.
      reply.header('connection', 'close').header('x-accel-buffering', 'no');
      return reply.send(body ? Readable.from(untilItEnds(body)) : undefined);
    },
  };
}

/** However the router's side ends, the browser's ends in good order: it begins anew by itself, and has nothing to complain of. */
async function* untilItEnds(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    return;
  }
}
