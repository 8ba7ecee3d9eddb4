/** Our engine over subgraphs in this process. */
import { createEngine } from '../../src/engine.ts';
import { InvalidOperation } from '../../src/operations.ts';
import type { SubgraphClient } from '../../src/subgraphs/client.ts';
import type { Answered } from './answers.ts';
import { hash } from './genes.ts';
import type { Ask } from './stock.ts';
import type { InProcessSubgraph, Run } from './subgraphs.ts';

export async function startOurs(
  supergraphSdl: string,
  subgraphs: readonly InProcessSubgraph[],
): Promise<Ask> {
  let run: Run | undefined;
  const engine = await createEngine(supergraphSdl, {
    connect: (name) => client(name),
    guard: { text() {}, document: () => undefined, operation: () => ({}) },
    shareRequests: false,
    entityCacheBytes: 1_000_000,
    planCacheBytes: 10_000_000,
    eventDeadlineMs: 10_000,
    report() {},
  });

  function client(name: string): SubgraphClient {
    return {
      name,
      async ask({ body }) {
        const subgraph = subgraphs.find((subgraph) => subgraph.name === name);
        if (!subgraph || !run) throw new Error(`No subgraph ${name}.`);
        const { data, errors = [] } = await subgraph.ask(JSON.parse(body), run);
        const shared = hash(body) % 3 === 1;
        const kept = hash(body) % 3 === 2 && errors.length === 0;
        return {
          // What others have too must not be written to.
          data: shared ? frozen(data) : data,
          errors: errors.map(({ message, path }) => ({ message, ...(path && { path }) })),
          cache: kept ? { maxAge: 60, scope: 'public' } : undefined,
          bytes: 1,
          shared,
        };
      },
      // biome-ignore lint/correctness/useYield: nothing here subscribes
      async *subscribe() {
        throw new Error('Nothing here subscribes.');
      },
      separateReads() {},
      async close() {},
    };
  }

  return async ({ query, variables = {}, operationName }, asking) => {
    run = asking;
    try {
      const { body } = await engine.answer(
        { query, variables, ...(operationName === undefined ? {} : { operationName }) },
        {
          identity: { visitor: undefined, scopes: new Set() },
          method: 'POST',
          deadline: performance.now() + 10_000,
          signal: undefined,
        },
      );
      const answered: Answered = JSON.parse(body);
      return answered;
    } catch (error) {
      if (!(error instanceof InvalidOperation)) throw error;
      return { errors: error.errors.map(({ message }) => ({ message })) };
    }
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
