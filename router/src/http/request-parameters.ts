/** The GraphQL request in a body or an address; refuses what is not well-formed by GraphQL over HTTP. */
import type { GraphqlRequest } from '../engine.ts';
import { Refusal } from '../refusal.ts';

/** @param body what the JSON of a body says; for a batch, one of its elements */
export function requestInBody(body: unknown): GraphqlRequest {
  if (!isMap(body)) {
    throw malformed('The body must be a JSON object such as {"query":"{ __typename }"}.');
  }
  return build(body.query, body.operationName, body.variables, body.extensions);
}

/** @param search the address's query; an entry that occurs twice is a list */
export function requestInAddress(search: unknown): GraphqlRequest {
  if (!isMap(search)) throw malformed('The address has no query component.');
  return build(
    search.query,
    // An empty name is no name; "null" is one.
    search.operationName === '' ? undefined : search.operationName,
    parse('variables', search.variables),
    parse('extensions', search.extensions),
  );
}

function build(
  query: unknown,
  operationName: unknown,
  variables: unknown,
  extensions: unknown,
): GraphqlRequest {
  const request: GraphqlRequest = {};
  if (query !== undefined && query !== null) request.query = requireText('query', query);
  if (operationName !== undefined && operationName !== null) {
    request.operationName = requireText('operationName', operationName);
  }
  if (variables !== undefined && variables !== null) request.variables = requireMap('variables', variables);
  if (extensions !== undefined && extensions !== null)
    request.extensions = requireMap('extensions', extensions);
  if (request.query === undefined && request.extensions?.persistedQuery === undefined) {
    throw malformed('The request has neither "query" nor the hash of one in "extensions.persistedQuery".');
  }
  return request;
}

function requireText(name: string, value: unknown): string {
  if (typeof value !== 'string') throw malformed(`"${name}" must be one text.`);
  return value;
}

function requireMap(name: string, value: unknown): Record<string, unknown> {
  if (!isMap(value)) throw malformed(`"${name}" must be a JSON object.`);
  return value;
}

function parse(name: string, text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(requireText(name, text));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw malformed(`"${name}" must be a JSON object, URL-encoded.`);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (message: string) => new Refusal('BAD_REQUEST', message);
