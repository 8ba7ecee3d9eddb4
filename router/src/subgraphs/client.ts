/** What the executor needs of a subgraph. `http-client.ts` asks a real one. */
import type { Identity } from '@arcade/subgraph-kit/statement';

export interface SubgraphRequest {
  /** JSON text: `{ query, variables, operationName }`. */
  body: string;
  operation: 'query' | 'mutation' | 'subscription';
  identity: Identity;
  /** When the client's own request ends: milliseconds, as `performance.now()` counts. */
  deadline: number;
  /** Aborts when the client has gone away. */
  signal: AbortSignal | undefined;
}

/** How long, in seconds, and for whom an answer may be kept. */
export interface CachePolicy {
  maxAge: number;
  scope: 'public' | 'private';
}

export interface SubgraphError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface SubgraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly SubgraphError[];
  /** Undefined: must not be kept. */
  readonly cache: CachePolicy | undefined;
  /** Size of its text. */
  readonly bytes: number;
  /** Others who asked the same at the same time have the same object: nobody writes to it. */
  readonly shared: boolean;
}

export type SubgraphFailureCode =
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_INVALID_RESPONSE'
  | 'SUBGRAPH_OVERLOADED'
  | 'SUBGRAPH_CIRCUIT_OPEN';

export class SubgraphFailure extends Error {
  override name = 'SubgraphFailure';
  readonly subgraph: string;
  readonly code: SubgraphFailureCode;

  constructor(subgraph: string, code: SubgraphFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.subgraph = subgraph;
    this.code = code;
  }
}

export interface SubgraphClient {
  readonly name: string;
  /** Throws SubgraphFailure. */
  ask(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /** Over SSE ("distinct connections"). Throws SubgraphFailure. */
  subscribe(request: SubgraphRequest): AsyncIterable<SubgraphAnswer>;
  /** Something was written: reads that begin from now on join none that is already in flight. */
  separateReads(): void;
  close(): Promise<void>;
}
