/** The text of an answer: the data in the shape asked for, the errors without anything internal. */
import { traceId } from '@arcade/subgraph-kit/telemetry';
import { executeSync, type GraphQLFormattedError } from 'graphql';
import type { Answer } from './engine.ts';
import type { Value } from './execution/merge.ts';
import type { Run } from './execution/run.ts';
import { shapeErrors } from './execution/shape-errors.ts';
import type { ExecutionError } from './execution/subgraph-errors.ts';
import type { InvalidOperation, Variant } from './operations.ts';
import type { CachePolicy } from './subgraphs/client.ts';
import { strictest } from './subgraphs/entity-cache.ts';
import type { LoadedSupergraph } from './supergraph/load.ts';

/** Gets what is not told to the client. */
export type ErrorReport = (error: ExecutionError) => void;

export function answerText(
  supergraph: LoadedSupergraph,
  { shape, introspection }: Variant,
  run: Run,
  report: ErrorReport,
  cost: number | undefined,
): Answer {
  const asked = introspection
    ? executeSync({ schema: supergraph.apiSchema, document: introspection, variableValues: run.values })
    : undefined;
  const { data, errors } = shape(run.data, (asked?.data ?? {}) as Value);
  const all =
    run.errors.length > 0 || errors.length > 0 ? [...run.errors, ...shapeErrors(errors, run.errors)] : [];
  const told = all.map((error) => forClient(error, report));
  const extensions = cost === undefined ? undefined : { cost: { estimate: cost } };
  return {
    status: 200,
    body: JSON.stringify({
      ...(told.length > 0 && { errors: told }),
      data,
      ...(extensions && { extensions }),
    }),
    headers: { 'cache-control': told.length > 0 ? 'no-store' : cacheControl(run.policies) },
  };
}

/** For a request that is not run. */
export function errorAnswer({ code, errors }: InvalidOperation): Answer {
  const told = errors.map(
    (error): GraphQLFormattedError => ({
      message: error.message,
      ...(error.locations && { locations: error.locations }),
      extensions: { code, traceId: traceId() },
    }),
  );
  return { status: 400, body: JSON.stringify({ errors: told }), headers: { 'cache-control': 'no-store' } };
}

/** The strictest of its parts. */
function cacheControl(policies: readonly (CachePolicy | undefined)[]): string {
  const [first, ...others] = policies;
  const policy = others.reduce(strictest, first);
  return policy && policy.maxAge > 0 ? `max-age=${policy.maxAge}, ${policy.scope}` : 'no-store';
}

const MASKED = 'INTERNAL_SERVER_ERROR';

/** What a subgraph sent with a code was meant for the client; the rest is for the log. */
function forClient(found: ExecutionError, report: ErrorReport): GraphQLFormattedError {
  const { reaches: _, ...error } = found;
  const { stacktrace: __, exception: ___, ...extensions } = error.extensions;
  const isMeant = typeof extensions.code === 'string' && extensions.code !== MASKED;
  if (isMeant) return { ...error, extensions: { ...extensions, traceId: traceId() } };
  report(found);
  return {
    ...error,
    message: 'Something went wrong on our side.',
    extensions: { code: MASKED, serviceName: extensions.serviceName, traceId: traceId() },
  };
}
