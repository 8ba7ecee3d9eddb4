/** Errors as they may leave a GraphQL server: a stable code, a trace id, nothing internal. */
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from './service.ts';
import type { Identity } from './statement.ts';
import { traceId } from './telemetry.ts';

/** The visitor's id, or the error UNAUTHENTICATED. */
export function requireVisitor(identity: Pick<Identity, 'visitor'>): string {
  if (identity.visitor === undefined) {
    throw new GraphQLError('This needs a visitor.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return identity.visitor;
}

export function requireScope(identity: Pick<Identity, 'scopes'>, scope: string): void {
  if (!identity.scopes.has(scope)) {
    throw new GraphQLError(`This needs the scope ${scope}.`, { extensions: { code: 'FORBIDDEN', scope } });
  }
}

/**
 * For Apollo Server's `formatError`. What was thrown with `extensions.code` was meant for the client and passes;
 * everything else is logged and replaced.
 */
export function maskErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    if (extensions.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
      return { ...formatted, extensions: { ...extensions, traceId: traceId() } };
    }
    log.error({ err: unwrapResolverError(error), path: formatted.path }, 'unexpected error in a resolver');
    return {
      ...formatted,
      message: 'Something went wrong on our side.',
      extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, traceId: traceId() },
    };
  };
}
