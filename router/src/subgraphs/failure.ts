/** Words for what kept a subgraph from answering. They reach clients, so the cause is for the log alone. */
import { SubgraphFailure, type SubgraphFailureCode } from './client.ts';

const MESSAGES: Record<SubgraphFailureCode, string> = {
  SUBGRAPH_TIMEOUT: 'did not answer in time',
  SUBGRAPH_UNAVAILABLE: 'cannot be reached',
  SUBGRAPH_INVALID_RESPONSE: 'gave an answer that is not GraphQL',
  SUBGRAPH_OVERLOADED: 'has more requests waiting than it answers',
  SUBGRAPH_CIRCUIT_OPEN: 'failed too often and is not asked for a few seconds',
};

export function failure(subgraph: string, code: SubgraphFailureCode, cause?: unknown): SubgraphFailure {
  return new SubgraphFailure(subgraph, code, `${subgraph} ${MESSAGES[code]}.`, { cause });
}
