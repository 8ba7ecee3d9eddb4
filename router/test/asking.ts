/** A client of a raw subgraph, for tests of how the router asks. */
import type { Identity } from '@arcade/subgraph-kit/statement';
import { afterEach, vi } from 'vitest';
import type { SubgraphClient, SubgraphRequest } from '../src/subgraphs/client.ts';
import { type HttpSubgraphOptions, httpSubgraphClient } from '../src/subgraphs/http-client.ts';
import { type RawRequest, type RawSubgraph, rawSubgraph, response } from './raw-subgraph.ts';

export const ANSWER = '{"data":{"me":"you"}}';
export const answers = ({ socket }: RawRequest) => socket.write(response(ANSWER));
export const hangs = () => {};

export const nobody: Identity = { visitor: undefined, scopes: new Set() };
export const visitor = (name: string): Identity => ({ visitor: name, scopes: new Set() });
export const mutation = { operation: 'mutation', body: '{"query":"mutation { buy }"}' } as const;

export interface Asking {
  subgraph: RawSubgraph;
  client: SubgraphClient;
  log: { warn: ReturnType<typeof vi.fn> };
  /** @param within milliseconds until the client's own deadline */
  ask(request?: Partial<SubgraphRequest> & { within?: number }): ReturnType<SubgraphClient['ask']>;
}

const running = new Set<Asking>();

// Whatever a test did, no connection may be left.
afterEach(async () => {
  for (const { client, subgraph } of running) {
    await client.close();
    await subgraph.idle();
    await subgraph.stop();
  }
  running.clear();
});

export async function startAsking(
  behave: (request: RawRequest) => void,
  options: Partial<HttpSubgraphOptions> = {},
): Promise<Asking> {
  const subgraph = await rawSubgraph(behave);
  const log = { warn: vi.fn() };
  const client = httpSubgraphClient({
    name: 'stock',
    url: subgraph.url,
    timeoutMs: 5_000,
    concurrency: 8,
    queue: 8,
    keepAliveMs: 4_000,
    maxAnswerBytes: 100_000,
    shareReads: true,
    statements: undefined,
    log,
    ...options,
  });
  const asking: Asking = {
    subgraph,
    client,
    log,
    ask: ({ within = 10_000, ...request } = {}) =>
      client.ask({
        body: '{"query":"{ me }"}',
        operation: 'query',
        identity: nobody,
        deadline: performance.now() + within,
        signal: undefined,
        ...request,
      }),
  };
  running.add(asking);
  return asking;
}
