/**
 * Follows a subscription over server-sent events (GraphQL over SSE, "distinct connections mode"). Loaded when a page has one.
 *
 * Only while the page is seen: browsers give a shop six connections over HTTP/1.1, and forgotten tabs would hold them all. A
 * stream that ends, for whatever reason, is begun again after growing pauses. The first event of each tells how things are by
 * then, so nothing has to be asked for again.
 */
import type { ExecutionResult } from '@urql/core';
import { EventSourceParserStream } from 'eventsource-parser/stream';

export interface Following {
  /** The request, as JSON. */
  readonly body: string;
  readonly onResult: (result: ExecutionResult) => void;
  readonly fetch: typeof fetch;
  /** Milliseconds between the end of a stream and the next one. */
  readonly pauses?: { readonly first: number; readonly longest: number };
}

/** @returns ends it */
export function follow({ body, onResult, fetch, pauses = { first: 1_000, longest: 30_000 } }: Following) {
  let current: AbortController | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let pause = pauses.first;

  async function begin(): Promise<void> {
    const ending = new AbortController();
    current = ending;
    const began = performance.now();
    // A stream that is lost says no more than one that ends.
    const refused = await read(ending.signal).catch(() => false);
    if (ending.signal.aborted) return;
    // Whatever it still holds.
    ending.abort();
    if (refused) return;
    if (performance.now() - began > pauses.longest) pause = pauses.first;
    // Not all at the same moment when a server comes back.
    next = setTimeout(begin, pause * (0.5 + Math.random() / 2));
    pause = Math.min(pause * 2, pauses.longest);
  }

  /** @returns whether there is no use in trying again */
  async function read(signal: AbortSignal): Promise<boolean> {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body,
      signal,
    });
    if (!response.ok || !response.body) return response.status < 500 && response.status !== 429;
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (;;) {
      const { done, value } = await events.read();
      if (done || value.event === 'complete') return false;
      const result: ExecutionResult = JSON.parse(value.data);
      // An error without data ends the stream; what is on the page stays true until the next one.
      if (value.event === 'next' && result.data) onResult(result);
    }
  }

  function end(): void {
    clearTimeout(next);
    current?.abort();
  }

  function look(): void {
    end();
    if (document.visibilityState !== 'visible') return;
    pause = pauses.first;
    void begin();
  }

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    end();
  };
}
