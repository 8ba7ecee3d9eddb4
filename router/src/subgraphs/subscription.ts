/**
 * A subscription at a subgraph: one request whose answer is a stream of events (GraphQL over server-sent events, "distinct
 * connections mode"). A subgraph that goes away without a goodbye is noticed by TCP keep-alive, which undici turns on.
 */
import { STATEMENT_HEADER } from '@arcade/subgraph-kit/statement';
import { outgoingTraceparent } from '@arcade/subgraph-kit/telemetry';
import { createParser } from 'eventsource-parser';
import type { Dispatcher, Pool } from 'undici';
import { InvalidAnswer, parseAnswer } from './answer.ts';
import { type SubgraphAnswer, SubgraphFailure, type SubgraphRequest } from './client.ts';
import { startWaiting, stopWaiting, type Waiting } from './deadlines.ts';
import { failure } from './failure.ts';
import type { Subgraph } from './flight.ts';

/**
 * The request's deadline is for the beginning of the answer; its signal, and `return` of the iterator, end it at any time.
 * @param pool apart from the one for reads: a subscription keeps its connection for as long as it lasts
 * @param closing aborts when the client of the subgraph is closed
 */
export function subscribeOver(
  to: Subgraph,
  pool: Pool,
  request: SubgraphRequest,
  closing: AbortSignal,
): AsyncIterable<SubgraphAnswer> {
  return {
    [Symbol.asyncIterator]() {
      const ending = new AbortController();
      const given = [request.signal, closing].filter((signal) => signal !== undefined);
      const answers = read(to, pool, request, AbortSignal.any([ending.signal, ...given]));
      return {
        async next() {
          try {
            return await answers.next();
          } catch (error) {
            // Whoever ended it expects nothing more, an error least of all.
            if (ending.signal.aborted || request.signal?.aborted) return { done: true, value: undefined };
            throw explained(to, error);
          }
        },
        async return() {
          // A generator would wait for the event that `next` waits for.
          ending.abort();
          void answers.return(undefined).catch(() => {});
          return { done: true, value: undefined };
        },
      };
    },
  };
}

async function* read(
  to: Subgraph,
  pool: Pool,
  request: SubgraphRequest,
  signal: AbortSignal,
): AsyncGenerator<SubgraphAnswer, undefined> {
  const { statusCode, headers, body } = await begin(to, pool, request, signal);
  try {
    if (!headers['content-type']?.includes('text/event-stream') || statusCode !== 200) {
      yield await refusal(to, statusCode, body);
      return;
    }
    const events: { event: string | undefined; data: string }[] = [];
    let tooLarge = false;
    const parser = createParser({
      maxBufferSize: to.maxAnswerBytes,
      onEvent({ event, data }) {
        events.push({ event, data });
        // The parser counts what waits for its end, not what came whole.
        tooLarge ||= data.length > to.maxAnswerBytes;
      },
      onError({ type }) {
        tooLarge ||= type === 'max-buffer-size-exceeded';
      },
    });
    // A letter may be split over two chunks.
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk, { stream: true }));
      if (tooLarge) throw new InvalidAnswer(`an event has more than ${to.maxAnswerBytes} characters`);
      for (const { event, data } of events.splice(0)) {
        if (event === 'complete') return;
        if (event === 'next') yield parseAnswer(data, data.length, undefined);
      }
    }
    throw new Error('the stream of events ended without saying that it is complete');
  } finally {
    body.on('error', () => {}).destroy();
  }
}

/** Sends the request; answered when the headers of the answer are there. */
async function begin(to: Subgraph, pool: Pool, request: SubgraphRequest, signal: AbortSignal) {
  const admission = to.breaker.enter();
  if (!admission) throw failure(to.name, 'SUBGRAPH_CIRCUIT_OPEN');
  const late = new AbortController();
  const clock: Waiting = {
    place: -1,
    deadline: Math.min(request.deadline, performance.now() + to.timeoutMs),
    signal: undefined,
    giveUp: () => late.abort(failure(to.name, 'SUBGRAPH_TIMEOUT')),
  };
  let outcome: 'ok' | 'failed' | 'unknown' = 'failed';
  startWaiting(clock);
  try {
    const statement = await to.statements?.(request.identity, to.name);
    const traceparent = outgoingTraceparent();
    const response = await pool.request({
      method: 'POST',
      path: to.path,
      headers: {
        'content-type': 'application/json',
        // Exactly this: graphql-sse compares it letter by letter.
        accept: 'text/event-stream',
        ...(statement !== undefined && { [STATEMENT_HEADER]: statement }),
        ...(traceparent !== undefined && { traceparent }),
      },
      body: request.body,
      signal: AbortSignal.any([signal, late.signal]),
    });
    if (response.statusCode < 500) outcome = 'ok';
    return response;
  } catch (error) {
    if (signal.aborted) outcome = 'unknown';
    throw error;
  } finally {
    stopWaiting(clock);
    to.breaker.report(admission, outcome);
  }
}

/** What came instead of a stream: perhaps errors in GraphQL. */
async function refusal(
  { name, maxAnswerBytes }: Subgraph,
  status: number,
  body: Dispatcher.ResponseData['body'],
): Promise<SubgraphAnswer> {
  if (status >= 500) throw failure(name, 'SUBGRAPH_UNAVAILABLE', new Error(`answered with status ${status}`));
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new InvalidAnswer(`the answer has more than ${maxAnswerBytes} bytes`);
  }
  return parseAnswer(Buffer.concat(chunks).toString('utf8'), bytes, undefined);
}

function explained({ name, log }: Subgraph, error: unknown): SubgraphFailure {
  const told =
    error instanceof SubgraphFailure
      ? error
      : failure(
          name,
          error instanceof InvalidAnswer ? 'SUBGRAPH_INVALID_RESPONSE' : 'SUBGRAPH_UNAVAILABLE',
          error,
        );
  log.warn({ subgraph: name, code: told.code, err: told.cause }, 'a subscription at a subgraph failed');
  return told;
}
