/**
 * Follows a subscription over server-sent events (GraphQL over SSE, "distinct connections mode"). Loaded when a page has one.
 *
 * Only while the page is seen: browsers give a shop six connections over HTTP/1.1, and forgotten tabs would hold them all. A
 * stream that ends, for whatever reason, is begun again after growing pauses. The first event of each tells how things are by
 * then, so nothing has to be asked for again.
 */
import type { ExecutionResult } from '@urql/core';
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Milliseconds between the end of a stream and the next one. */
const pauses = { first: 1_000, longest: 30_000 };
/** Milliseconds in which the router's heartbeat, every 12 s, must have been heard: a connection may die without a word. */
const longestSilence = 40_000;

/**
 * @param body the request, as JSON
 * @returns ends it
 */
export function follow(body: string, onResult: (result: ExecutionResult) => void): () => void {
  let current: AbortController | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let pause = pauses.first;

  async function begin(): Promise<void> {
    const ending = new AbortController();
    current = ending;
    const began = performance.now();
    // A stream that is lost, or refused, says no more than one that ends.
    await read(ending.signal).catch(() => {});
    if (ending.signal.aborted) return;
    if (performance.now() - began > pauses.longest) pause = pauses.first;
    // Not all at the same moment when a server comes back.
    next = setTimeout(begin, pause * (0.5 + Math.random() / 2));
    pause = Math.min(pause * 2, pauses.longest);
  }

  async function read(over: AbortSignal): Promise<void> {
    const silent = new AbortController();
    let patience: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      clearTimeout(patience);
      patience = setTimeout(() => silent.abort(), longestSilence);
    };
    hear();
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body,
        signal: AbortSignal.any([over, silent.signal]),
      });
      if (!response.ok || !response.body) return;
      const events = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream({ onComment: hear }))
        .getReader();
      for (;;) {
        const { done, value } = await events.read();
        if (done || over.aborted || value.event === 'complete') return;
        hear();
        if (value.event !== 'next') continue;
        const result: ExecutionResult = JSON.parse(value.data);
        // Something is missing: what is on the page stays true until the next one.
        if (result.data && !result.errors) onResult(result);
      }
    } finally {
      clearTimeout(patience);
      // Whatever the connection still holds.
      silent.abort();
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
