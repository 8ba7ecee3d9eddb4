/**
 * One GraphQL request in, one answer out: what is asked is read, checked and planned once for each operation, run for each
 * request, and exchanged as a whole when the supergraph changes.
 */
import type { Identity } from '@arcade/subgraph-kit/statement';
import { type DocumentNode, type FieldNode, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { answerText, type ErrorReport, errorAnswer } from './answer.ts';
import { addEvent, type Run, runStep, subscriptionBody } from './execution/run.ts';
import { addError, addFailure } from './execution/subgraph-errors.ts';
import { Generation } from './generation.ts';
import { identityKey } from './identity.ts';
import { operationCost, operationDuration, operationLabel, requestsShared } from './metrics.ts';
import { InvalidOperation, type Operation } from './operations.ts';
import { Refusal } from './refusal.ts';
import { type SubgraphClient, SubgraphFailure } from './subgraphs/client.ts';
import type { LoadedSupergraph } from './supergraph/load.ts';
import { isLabelOn } from './supergraph/override-labels.ts';

export interface GraphqlRequest {
  query?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

export interface Asker {
  identity: Identity;
  /** HTTP method: GET never runs a mutation. */
  method: 'GET' | 'POST';
  /** When the request must be answered: milliseconds, as `performance.now()` counts. */
  deadline: number;
  /** Aborts when the client has gone away. */
  signal: AbortSignal | undefined;
}

export interface Answer {
  /** HTTP status. */
  status: number;
  /** JSON text of the GraphQL response. */
  body: string;
  headers: Record<string, string>;
}

/** Each throws Refusal for what is not answered. */
export interface Engine {
  answer(request: GraphqlRequest, asker: Asker): Promise<Answer>;
  kindOf(request: GraphqlRequest, asker: Asker): Promise<Operation['kind']>;
  /** JSON texts, one an event. */
  subscribe(request: GraphqlRequest, asker: Asker): AsyncIterable<string>;
}

export interface EngineOptions {
  connect(name: string, url: string): SubgraphClient;
  guard: Guard;
  /** Identical requests of one identity in flight at the same time are run once. */
  shareRequests: boolean;
  entityCacheBytes: number;
  planCacheBytes: number;
  /** Milliseconds in which an event of a subscription is completed. */
  eventDeadlineMs: number;
  /** Errors may name what is in the schema; not where this is left out. */
  showsSchema?: boolean;
  report: ErrorReport;
}

/** What an operation is checked for; each function may throw Refusal. */
export interface Guard {
  /** Before it is parsed. */
  text(text: string): void;
  /** Before it is validated. @returns what is left to check for each request's variables */
  document(document: DocumentNode, definition: OperationDefinitionNode): CheckVariables | undefined;
  /** Once for each operation that is valid. */
  operation(supergraph: LoadedSupergraph, operation: Operation): Omit<OperationGuard, 'variables'>;
}

export type CheckVariables = (variables: Readonly<Record<string, unknown>>) => void;

/** For each request. */
export interface OperationGuard {
  variables: CheckVariables | undefined;
  cost?(variables: Readonly<Record<string, unknown>>): number;
  denied?(identity: Identity): DeniedFields;
}

export interface DeniedFields {
  /** Equal for equal sets; empty when nothing is denied. */
  key: string;
  fields: ReadonlySet<FieldNode>;
}

export interface RunningEngine extends Engine {
  /** Exchanges the supergraph; throws for one that does not load, and the one in use goes on. */
  use(sdl: string): Promise<void>;
  close(): Promise<void>;
}

export async function createEngine(sdl: string, options: EngineOptions): Promise<RunningEngine> {
  let current = await Generation.start(sdl, options);
  const running = new Map<string, Promise<Answer>>();

  function prepare(request: GraphqlRequest, { method }: Asker): Prepared {
    const { query: text, operationName, variables = {} } = request;
    if (text === undefined || text === '') {
      throw new Refusal('BAD_REQUEST', 'The request holds no "query".');
    }
    const generation = current;
    const { operation, guard } = generation.operation(text, operationName);
    if (method === 'GET' && operation.kind === 'mutation') {
      throw new Refusal('GET_NOT_A_QUERY', 'GET changes nothing; send this with POST.', {
        status: 405,
        headers: { allow: 'POST' },
      });
    }
    guard.variables?.(variables);
    return { generation, operation, guard, variables, extensions: request.extensions };
  }

  async function answer(request: GraphqlRequest, asker: Asker): Promise<Answer> {
    try {
      const prepared = prepare(request, asker);
      if (prepared.operation.kind === 'subscription') {
        throw new Refusal(
          'SUBSCRIPTION_OVER_EVENT_STREAM',
          'Ask for a subscription with "accept: text/event-stream".',
          {
            status: 406,
          },
        );
      }
      return await (options.shareRequests && prepared.operation.kind === 'query'
        ? shared(prepared, asker)
        : run(prepared, asker));
    } catch (error) {
      if (error instanceof InvalidOperation) return errorAnswer(error);
      throw error;
    }
  }

  /** Read once for all who ask the same at the same time. */
  function shared(prepared: Prepared, asker: Asker): Promise<Answer> {
    const { operation, variables, extensions } = prepared;
    const asked = JSON.stringify([operation.name, variables, extensions?.cost === true]);
    const key = `${identityKey(asker.identity)} ${asked} ${operation.text}`;
    const same = running.get(key);
    if (same) {
      requestsShared.inc();
      return same;
    }
    // The others still wait when this client has gone away.
    const { identity, method, deadline } = asker;
    const reading = run(prepared, { identity, method, deadline, signal: undefined }).finally(() => {
      if (running.get(key) === reading) running.delete(key);
    });
    running.set(key, reading);
    return reading;
  }

  async function run(prepared: Prepared, asker: Asker): Promise<Answer> {
    const { generation, operation } = prepared;
    const release = generation.hold();
    try {
      const began = performance.now();
      const { variant, execution, cost } = start(prepared, asker);
      if (variant.plan.root) await runStep(variant.plan.root, execution);
      const outcome = execution.errors.length > 0 ? 'partial' : 'ok';
      operationDuration.observe(
        { operation: operationLabel(operation.name), outcome },
        (performance.now() - began) / 1000,
      );
      const text = answerText(generation.supergraph, variant, execution, options.report, cost);
      // What still names this execution does not keep what it was told.
      execution.data = {};
      execution.told = new Map();
      return text;
    } finally {
      release();
      if (operation.kind === 'mutation') {
        // What is read from now on must see what was written.
        running.clear();
        generation.separateReads();
      }
    }
  }

  function start({ generation, operation, guard, variables, extensions }: Prepared, asker: Asker) {
    const cost = guard.cost?.(variables);
    if (cost !== undefined) operationCost.observe(cost);
    const values = coerce(generation, operation, variables, !options.showsSchema);
    const conditions: Record<string, boolean> = {};
    for (const name of operation.conditions) conditions[name] = values[name] === true;
    const variant = generation.variant(operation, {
      conditions,
      denied: guard.denied?.(asker.identity),
      labels: operation.labels.filter((label) => isLabelOn(label, asker.identity)),
    });
    const execution: Run = {
      data: {},
      errors: [],
      policies: [],
      variables,
      identity: asker.identity,
      deadline: asker.deadline,
      signal: asker.signal,
      subgraphs: generation.clients,
      cache: operation.kind === 'query' ? generation.cache : undefined,
      told: new Map(),
      isOfType: generation.supergraph.isOfType,
      keys: variant.keys,
      values,
    };
    return { variant, execution, cost: extensions?.cost === true ? cost : undefined };
  }

  async function* subscribe(request: GraphqlRequest, asker: Asker): AsyncGenerator<string> {
    try {
      yield* events(prepare(request, asker), asker);
    } catch (error) {
      if (!(error instanceof InvalidOperation)) throw error;
      yield errorAnswer(error).body;
    }
  }

  async function* events(prepared: Prepared, asker: Asker): AsyncGenerator<string> {
    const { generation } = prepared;
    const release = generation.hold();
    try {
      const { variant, execution, cost } = start(prepared, asker);
      const step = variant.plan.subscription;
      const client = step && generation.clients.get(step.subgraph);
      if (!step || !client) throw new Refusal('BAD_REQUEST', 'This is not a subscription.');
      const { identity, deadline, signal } = asker;
      const body = subscriptionBody(step, execution);
      try {
        for await (const event of client.subscribe({
          body,
          operation: 'subscription',
          identity,
          deadline,
          signal,
        })) {
          const each: Run = {
            ...execution,
            data: {},
            errors: [],
            policies: [],
            told: new Map(),
            deadline: performance.now() + options.eventDeadlineMs,
          };
          for (const error of event.errors) addError(step, error, event.data, [], each);
          addEvent(step, event, each);
          if (variant.plan.root) await runStep(variant.plan.root, each);
          yield answerText(generation.supergraph, variant, each, options.report, cost).body;
        }
      } catch (error) {
        if (!(error instanceof SubgraphFailure)) throw error;
        addFailure(step, error, execution);
        yield answerText(generation.supergraph, variant, execution, options.report, undefined).body;
      }
    } finally {
      release();
    }
  }

  return {
    answer,
    subscribe,
    async kindOf(request, asker) {
      try {
        return prepare(request, asker).operation.kind;
      } catch (error) {
        // answer() says what is wrong with it.
        if (error instanceof InvalidOperation) return 'query';
        throw error;
      }
    },
    async use(sdl) {
      const next = await Generation.start(sdl, options, current);
      const before = current;
      current = next;
      running.clear();
      before.leave(next);
    },
    close: () => current.close(),
  };
}

interface Prepared {
  generation: Generation;
  operation: Operation;
  guard: OperationGuard;
  variables: Readonly<Record<string, unknown>>;
  extensions: Record<string, unknown> | undefined;
}

/** The variables as the schema understands them, defaults included. */
function coerce(
  { supergraph }: Generation,
  { definition }: Operation,
  variables: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
): Record<string, unknown> {
  const { variableDefinitions = [] } = definition;
  if (variableDefinitions.length === 0) return {};
  const { coerced, errors } = getVariableValues(supergraph.apiSchema, variableDefinitions, variables, {
    hideSuggestions,
  });
  if (errors) throw new InvalidOperation('BAD_USER_INPUT', errors);
  return coerced;
}
