/** What a subgraph sent, checked before anybody relies on it: its outside here, its inside by the executor against the schema. */
import type { SubgraphAnswer, SubgraphError } from './client.ts';
import { cachePolicyOf } from './entity-cache.ts';

/** Why an answer is none; for the log. */
export class InvalidAnswer extends Error {
  override name = 'InvalidAnswer';
}

const SHOWN = 200;

/** Throws InvalidAnswer. */
export function parseAnswer(
  text: string,
  bytes: number,
  cacheControl: string | undefined,
  shared = false,
): SubgraphAnswer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid('not JSON', text);
  }
  if (!isObject(parsed)) throw invalid('not a GraphQL response', text);
  const { data, errors } = parsed;
  if (data !== undefined && data !== null && !isObject(data)) throw invalid('"data" is not an object', text);
  const found = errors === undefined || errors === null ? NO_ERRORS : errorsIn(errors, text);
  if (data === undefined && found.length === 0) throw invalid('neither "data" nor errors', text);
  return {
    data,
    errors: found,
    cache: found.length > 0 ? undefined : cachePolicyOf(cacheControl),
    bytes,
    shared,
  };
}

const NO_ERRORS: readonly SubgraphError[] = [];

function errorsIn(errors: unknown, text: string): readonly SubgraphError[] {
  if (!Array.isArray(errors)) throw invalid('"errors" is not a list', text);
  return errors.map((error: unknown) => {
    if (!isObject(error) || typeof error.message !== 'string') {
      throw invalid('an error without a message', text);
    }
    const { message, path, extensions } = error;
    return {
      message,
      ...(isPath(path) && { path }),
      ...(isObject(extensions) && { extensions }),
    };
  });
}

const invalid = (what: string, text: string): InvalidAnswer =>
  new InvalidAnswer(`${what}: ${text.slice(0, SHOWN)}`);

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number');
