/**
 * Asks one subgraph over HTTP: a pool of connections, a deadline, one further attempt for reads, a bulkhead, a circuit breaker, and
 * one request for identical reads at the same time.
 */
import type { Logger } from '@arcade/subgraph-kit/service';
import { inSpan, isTracing, SpanKind } from '@arcade/subgraph-kit/telemetry';
import { Pool } from 'undici';
import { identityKey, type Statements } from '../identity.ts';
import { sharedReads, subgraphClients } from '../metrics.ts';
import { bulkhead } from './bulkhead.ts';
import { type BreakerOptions, circuitBreaker } from './circuit-breaker.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './client.ts';
import { Flight, type Subgraph } from './flight.ts';
import { subscribeOver } from './subscription.ts';

export interface HttpSubgraphOptions {
  name: string;
  url: string;
  /** Longest time of one request, waiting for a place included. */
  timeoutMs: number;
  /** Requests on their way at once, each on a connection of its own. */
  concurrency: number;
  /** Requests that wait for a place. */
  queue: number;
  /** How long an idle connection is kept where the subgraph gives no hint (`Keep-Alive: timeout=`). */
  keepAliveMs: number;
  maxAnswerBytes: number;
  shareReads: boolean;
  /** None: requests go without a statement of who asks. */
  statements: Statements | undefined;
  breaker?: BreakerOptions;
  log: Pick<Logger, 'warn'>;
}

const CONNECTION = {
  // deadlines.ts looks at the whole of a request; undici's timers start anew with every byte.
  headersTimeout: 0,
  bodyTimeout: 0,
  // One request a connection is what the bulkhead counts.
  allowH2: false,
} as const;

export function httpSubgraphClient(options: HttpSubgraphOptions): SubgraphClient {
  const { name, log } = options;
  const { origin, pathname, search } = new URL(options.url);
  const to: Subgraph = {
    name,
    path: `${pathname}${search}`,
    pool: new Pool(origin, {
      connections: options.concurrency,
      connectTimeout: options.timeoutMs,
      // Ended 2 s before the subgraph's own hint, so that no request is sent into a connection that is being closed.
      keepAliveTimeout: options.keepAliveMs,
      ...CONNECTION,
    }),
    places: bulkhead<Flight>({
      places: options.concurrency,
      queue: options.queue,
      start: (flight) => flight.start(),
    }),
    breaker: circuitBreaker({
      ...options.breaker,
      onChange: (breaker) => log.warn({ subgraph: name, breaker }, 'the circuit breaker changed'),
    }),
    timeoutMs: options.timeoutMs,
    maxAnswerBytes: options.maxAnswerBytes,
    statements: options.statements,
    log,
  };
  const streams = new Pool(origin, { ...CONNECTION, connectTimeout: options.timeoutMs });
  const closing = new AbortController();
  /** By everything that can change the answer. No header of the client is forwarded, so: who asks, and what. */
  const reads = new Map<string, Flight>();

  function ask(request: SubgraphRequest): Promise<SubgraphAnswer> {
    if (request.operation !== 'query' || !options.shareReads) {
      const flight = new Flight(to, request, () => {});
      const answer = flight.join(request);
      flight.take();
      return answer;
    }
    const key = `${identityKey(request.identity)}${request.body}`;
    const known = reads.get(key);
    if (known) {
      sharedReads.inc({ subgraph: name });
      return known.join(request);
    }
    const flight = new Flight(to, request, () => {
      if (reads.get(key) === flight) reads.delete(key);
    });
    reads.set(key, flight);
    const answer = flight.join(request);
    flight.take();
    return answer;
  }

  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    closing.abort(new Error('the router closes this client'));
    await to.places.idle();
    await Promise.all([to.pool.close(), streams.destroy()]);
    subgraphClients.delete(gauges);
  }

  const gauges = {
    name,
    get inFlight() {
      return to.places.inFlight;
    },
    get queued() {
      return to.places.queued;
    },
    get breaker() {
      return to.breaker.state;
    },
  };
  subgraphClients.add(gauges);

  return {
    name,
    ask: (request) =>
      isTracing()
        ? inSpan(
            `subgraph ${name}`,
            {
              kind: SpanKind.CLIENT,
              attributes: { 'server.address': origin, 'graphql.operation.type': request.operation },
            },
            () => ask(request),
          )
        : ask(request),
    subscribe: (request) => subscribeOver(to, streams, request, closing.signal),
    separateReads: () => reads.clear(),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
