/**
 * One request on its way to a subgraph, and the readers who wait for its answer. Each reader has a deadline of its own and leaves
 * without the others noticing; when the last has left, the request is cut.
 */

import { errorText } from '@arcade/subgraph-kit/error-text';
import type { Logger } from '@arcade/subgraph-kit/service';
import { STATEMENT_HEADER } from '@arcade/subgraph-kit/statement';
import { outgoingTraceparent } from '@arcade/subgraph-kit/telemetry';
import type { Pool } from 'undici';
import type { Statements } from '../identity.ts';
import { subgraphDuration, subgraphRefusals, subgraphRetries } from '../metrics.ts';
import { InvalidAnswer, parseAnswer } from './answer.ts';
import type { Bulkhead } from './bulkhead.ts';
import type { Admission, CircuitBreaker } from './circuit-breaker.ts';
import type { SubgraphAnswer, SubgraphFailure, SubgraphFailureCode, SubgraphRequest } from './client.ts';
import { startWaiting, stopWaiting, type Waiting } from './deadlines.ts';
import {
  AnswerTooLarge,
  Exchange,
  type ExchangeListener,
  type HttpAnswer,
  isConnectionLoss,
} from './exchange.ts';
import { failure } from './failure.ts';

/** What all flights to one subgraph share. */
export interface Subgraph {
  name: string;
  /** Path and query of its address. */
  path: string;
  pool: Pool;
  places: Bulkhead<Flight>;
  breaker: CircuitBreaker;
  timeoutMs: number;
  maxAnswerBytes: number;
  statements: Statements | undefined;
  log: Pick<Logger, 'warn'>;
}

const HEADERS: readonly string[] = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];

const ABANDONED = new Error('nobody waits for the answer any more');

class Reader implements Waiting {
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  place = -1;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (failure: SubgraphFailure) => void;
  readonly #flight: Flight;

  constructor(
    flight: Flight,
    request: SubgraphRequest,
    resolve: (answer: SubgraphAnswer) => void,
    reject: (failure: SubgraphFailure) => void,
  ) {
    this.#flight = flight;
    this.deadline = Math.min(request.deadline, flight.limit);
    // A mutation is seen through: whoever sent it may be gone because they believe that it is done.
    this.signal = request.operation === 'mutation' ? undefined : request.signal;
    this.resolve = resolve;
    this.reject = reject;
  }

  giveUp(why: 'late' | 'gone'): void {
    this.#flight.leave(this, why);
  }
}

export class Flight implements ExchangeListener {
  /** When it is over for all, whatever the readers would still wait. */
  readonly limit: number;
  readonly #to: Subgraph;
  readonly #request: SubgraphRequest;
  readonly #headers = HEADERS.slice();
  readonly #onEnd: () => void;
  readonly #readers = new Set<Reader>();
  #state: 'queued' | 'under-way' | 'over' = 'queued';
  #startedAt = 0;
  #admission: Admission | undefined;
  #exchange: Exchange | undefined;
  #askedAgain = false;

  /** @param onEnd nobody can join any more */
  constructor(to: Subgraph, request: SubgraphRequest, onEnd: () => void) {
    this.#to = to;
    this.#request = request;
    this.#onEnd = onEnd;
    // Shared, it goes with the first reader's trace.
    const traceparent = outgoingTraceparent();
    if (traceparent !== undefined) this.#headers.push('traceparent', traceparent);
    this.limit = performance.now() + to.timeoutMs;
  }

  join(request: SubgraphRequest): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      const reader = new Reader(this, request, resolve, reject);
      this.#readers.add(reader);
      startWaiting(reader);
    });
  }

  /** After the first reader has joined: asks, or queues, or refuses. */
  take(): void {
    const place = this.#to.places.enter(this);
    if (place === 'full') this.#refuse('SUBGRAPH_OVERLOADED');
    else if (place === 'entered' && !this.start()) this.#to.places.leave();
  }

  /** Has a place, and asks. @returns false: it does not need the place */
  start(): boolean {
    this.#admission = this.#to.breaker.enter();
    if (!this.#admission) {
      this.#refuse('SUBGRAPH_CIRCUIT_OPEN');
      return false;
    }
    this.#state = 'under-way';
    this.#startedAt = performance.now();
    const statement = this.#to.statements?.(this.#request.identity, this.#to.name);
    if (statement instanceof Promise) {
      statement.then(
        (signed) => this.#send(signed),
        (error: unknown) => this.#fail('SUBGRAPH_UNAVAILABLE', error, 'unknown'),
      );
    } else {
      this.#send(statement);
    }
    return true;
  }

  /** The reader's time is over, or nobody is there any more. */
  leave(reader: Reader, why: 'late' | 'gone'): void {
    const { name, timeoutMs } = this.#to;
    const code = this.#state === 'queued' ? 'SUBGRAPH_OVERLOADED' : 'SUBGRAPH_TIMEOUT';
    if (this.#readers.size > 1 || why === 'gone') {
      this.#readers.delete(reader);
      reader.reject(failure(name, code, ABANDONED));
      if (this.#readers.size > 0) return;
    }
    this.#exchange?.cut(ABANDONED);
    if (why === 'gone') {
      this.#end('abandoned', 'unknown');
    } else if (this.#state === 'queued') {
      this.#refuse(code);
    } else {
      const had = performance.now() - this.#startedAt;
      // Cut short by a client in a hurry says nothing about the subgraph.
      const outcome = had >= timeoutMs / 2 ? 'failed' : 'unknown';
      this.#fail(code, new Error(`no answer within ${Math.round(had)} ms`), outcome);
    }
  }

  onAnswer({ status, text, bytes, cacheControl }: HttpAnswer): void {
    if (status >= 500) {
      this.#fail('SUBGRAPH_UNAVAILABLE', new Error(`answered with status ${status}`), 'failed');
      return;
    }
    let answer: SubgraphAnswer;
    try {
      // GraphQL over HTTP answers 4xx for a request that is wrong, with errors to hand on.
      if (status !== 200 && status < 400) throw new InvalidAnswer('not an answer');
      answer = parseAnswer(text, bytes, cacheControl, this.#readers.size > 1);
    } catch (error) {
      const cause = new Error(`answered with status ${status}: ${errorText(error)}`);
      this.#fail('SUBGRAPH_INVALID_RESPONSE', cause, 'ok');
      return;
    }
    this.#end('ok', 'ok');
    for (const reader of this.#readers) {
      stopWaiting(reader);
      reader.resolve(answer);
    }
    this.#readers.clear();
  }

  onError(error: Error, untouched: boolean): void {
    if (untouched && this.#mayAskAgain() && isConnectionLoss(error)) {
      this.#askedAgain = true;
      subgraphRetries.inc({ subgraph: this.#to.name });
      this.#dispatch();
    } else if (error instanceof AnswerTooLarge) {
      this.#fail('SUBGRAPH_INVALID_RESPONSE', error, 'ok');
    } else {
      this.#fail('SUBGRAPH_UNAVAILABLE', error, 'failed');
    }
  }

  #send(statement: string | undefined): void {
    if (this.#state === 'over') return;
    if (statement !== undefined) this.#headers.push(STATEMENT_HEADER, statement);
    this.#dispatch();
  }

  #dispatch(): void {
    const { pool, path, maxAnswerBytes } = this.#to;
    this.#exchange = new Exchange(maxAnswerBytes, this);
    const request = { method: 'POST', path, headers: this.#headers, body: this.#request.body } as const;
    pool.dispatch(request, this.#exchange);
  }

  #mayAskAgain(): boolean {
    if (this.#askedAgain || this.#request.operation !== 'query') return false;
    const now = performance.now();
    for (const reader of this.#readers) if (reader.deadline > now) return true;
    return false;
  }

  #refuse(code: SubgraphFailureCode): void {
    subgraphRefusals.inc({ subgraph: this.#to.name, code });
    this.#fail(code, undefined, 'unknown');
  }

  #fail(code: SubgraphFailureCode, cause: unknown, outcome: 'ok' | 'failed' | 'unknown'): void {
    if (this.#state === 'over') return;
    const { name, log } = this.#to;
    const told = failure(name, code, cause);
    if (this.#state === 'under-way') log.warn({ subgraph: name, code, err: cause }, 'a subgraph failed');
    this.#end(code, outcome);
    for (const reader of this.#readers) {
      stopWaiting(reader);
      reader.reject(told);
    }
    this.#readers.clear();
  }

  #end(label: string, outcome: 'ok' | 'failed' | 'unknown'): void {
    const { name, breaker, places } = this.#to;
    const state = this.#state;
    this.#state = 'over';
    // What still names this flight does not keep what it brought; nor do its readers, once they are told.
    this.#exchange = undefined;
    this.#onEnd();
    if (state === 'queued') {
      places.giveUp(this);
      return;
    }
    const seconds = (performance.now() - this.#startedAt) / 1000;
    subgraphDuration.observe({ subgraph: name, outcome: label }, seconds);
    if (this.#admission) breaker.report(this.#admission, outcome);
    places.leave();
  }
}
