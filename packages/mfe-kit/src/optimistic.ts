// What a mutation will most likely answer, shown until it has answered. Each micro-frontend registers its own when its code
// is loaded; the shell's graph cache reads them from here.
import type { OptimisticMutationConfig } from '@urql/exchange-graphcache';

/** By mutation field. The graph cache looks results up at the moment of the mutation, so later registrations count. */
export const optimisticResults: OptimisticMutationConfig = {};

/** `answerAtOnce({ addToCart: ({ sku }, cache) => … })`; see urql's "optimistic updates". */
export function answerAtOnce(results: OptimisticMutationConfig): void {
  Object.assign(optimisticResults, results);
}
