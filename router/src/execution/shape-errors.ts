/** Which of the errors found while shaping the answer are news to the client. */

import type { ShapeError } from './shape.ts';
import type { ExecutionError } from './subgraph-errors.ts';

/**
 * A missing value is no error of its own where a subgraph's error tells why it is missing: one error a field (GraphQL
 * specification, section 6.4.4).
 */
export function shapeErrors(
  found: readonly ShapeError[],
  known: readonly ExecutionError[],
): ExecutionError[] {
  return found
    .filter(({ kind, path }) => kind !== 'null' || !known.some((error) => explains(error, path)))
    .map(({ kind, path, message }) => ({
      message,
      path,
      reaches: path.length,
      extensions: { code: kind === 'denied' ? 'UNAUTHORIZED_FIELD_OR_TYPE' : 'INVALID_RESULT' },
    }));
}

/** Is what is missing at the path part of what the error took along, or above it? */
function explains(
  { path: error = [], reaches }: ExecutionError,
  path: readonly (string | number)[],
): boolean {
  return error.every((key, index) => index >= reaches || index >= path.length || path[index] === key);
}
