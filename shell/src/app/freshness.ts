// "Cache and network" shows what the cache holds and asks again behind it. What was answered just now, with the HTML or when a pointer came near a
// link, is not asked again: it is used as it is.
import { type Exchange, makeOperation, mapExchange } from '@urql/core';

/** From coming near a link to following it, with some time for reading. Milliseconds. */
export const freshFor = 5_000;

interface Freshness {
  /** In front of the cache: decides whether there is something to ask. */
  readonly spareNetwork: Exchange;
  /** Behind the cache: sees what is answered, and when. */
  readonly noteAnswers: Exchange;
}

/** @param now milliseconds of a clock that only goes forward */
export function freshness(now: () => number): Freshness {
  const answered = new Map<number, number>();
  return {
    spareNetwork: mapExchange({
      onOperation(operation) {
        const at = answered.get(operation.key);
        if (operation.context.requestPolicy !== 'cache-and-network' || at === undefined) return;
        if (now() - at >= freshFor) return;
        return makeOperation(operation.kind, operation, {
          ...operation.context,
          requestPolicy: 'cache-first',
        });
      },
    }),
    noteAnswers: mapExchange({
      onResult({ operation, error }) {
        // What was answered before a change may not hold after it.
        if (operation.kind === 'mutation') answered.clear();
        if (operation.kind === 'query' && !error) answered.set(operation.key, now());
      },
    }),
  };
}
