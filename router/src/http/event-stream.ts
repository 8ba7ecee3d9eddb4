/**
 * GraphQL over SSE, "distinct connections" mode: one response that lasts, `next` for each event, `complete` at the end
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { EVENT_STREAM_TYPE } from './media-types.ts';
import { refusalBody, refusalFor } from './refusals.ts';

/** Shorter than what proxies and load balancers take for silence. */
const HEARTBEAT_MS = 12_000;

export interface EventStreams {
  /**
   * Answers with what `subscribe` gives, until that ends, the client goes, or the router stops. In the latter two cases the
   * signal aborts and the iterable's `return()` is called.
   * @param subscribe JSON texts; a Refusal that it throws becomes the last event
   */
  answer(reply: FastifyReply, subscribe: (signal: AbortSignal) => AsyncIterable<string>): void;
  /** Completes all that are open. */
  stop(): void;
}

export function eventStreams(heartbeatMs = HEARTBEAT_MS): EventStreams {
  const open = new Set<() => void>();
  return {
    answer(reply, subscribe) {
      reply.hijack();
      const { raw } = reply;
      const gone = new AbortController();
      const events = subscribe(gone.signal)[Symbol.asyncIterator]();
      raw.writeHead(200, {
        'content-type': EVENT_STREAM_TYPE,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // It has served its time when the stream ends: a stop does not wait for it.
        connection: 'close',
      });
      raw.flushHeaders();
      const heartbeat = setInterval(() => raw.writableNeedDrain || raw.write(':\n\n'), heartbeatMs);
      const complete = () => raw.end('event: complete\ndata:\n\n');
      open.add(complete);
      raw.once('close', () => {
        clearInterval(heartbeat);
        open.delete(complete);
        gone.abort();
        // An iterable that has ended, or fails in ending, is as gone as the client.
        events.return?.().catch(() => {});
      });
      void pump(events, raw, gone.signal)
        .catch((error: unknown) => {
          if (!raw.writableEnded) raw.write(nextEvent(refusalBody(refusalFor(error, reply.request))));
        })
        .finally(complete);
    },
    stop() {
      for (const complete of open) complete();
    },
  };
}

/** Takes an event only when the one before has left, so that a slow reader fills nobody's memory. */
async function pump(events: AsyncIterator<string>, raw: ServerResponse, gone: AbortSignal): Promise<void> {
  for (;;) {
    const { done, value } = await events.next();
    if (done || raw.writableEnded || raw.destroyed) return;
    if (!raw.write(nextEvent(value))) await once(raw, 'drain', { signal: gone }).catch(() => {});
  }
}

/** @param json has no line breaks, as JSON.stringify makes it */
const nextEvent = (json: string) => `event: next\ndata: ${json}\n\n`;

/** A single answer as a stream of one event. */
export async function* onlyEvent(json: string): AsyncGenerator<string> {
  yield json;
}
