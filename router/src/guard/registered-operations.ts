/**
 * Which operation a request asks for, over the Apollo persisted-query protocol
 * (https://www.apollographql.com/docs/apollo-server/performance/apq): `extensions.persistedQuery.sha256Hash` names it.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { GraphqlRequest } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import type { RegisteredOperations } from './operation-manifests.ts';

/** The request with its operation's text; throws, or rejects with, Refusal. */
export type FindOperation = (request: GraphqlRequest) => GraphqlRequest | Promise<GraphqlRequest>;

/**
 * OPERATIONS=registered: what the manifests list, and nothing else. A text that comes along changes nothing, so that clients
 * which send both work. What is not known is looked for once more: the release may be newer than our last look.
 */
export function registeredOperationsOnly(registered: RegisteredOperations): FindOperation {
  const find = (request: GraphqlRequest, sha256: string | undefined): GraphqlRequest | undefined => {
    if (sha256 === undefined) {
      return request.query !== undefined && registered.hasText(request.query) ? request : undefined;
    }
    const text = registered.textOf(sha256);
    return text === undefined ? undefined : withText(request, text);
  };
  return (request) => {
    const sha256 = hashIn(request);
    return (
      find(request, sha256) ??
      registered.refresh().then(() => {
        const found = find(request, sha256);
        if (found) return found;
        throw new Refusal(
          'OPERATION_NOT_REGISTERED',
          'Only registered operations are answered here, and this is none. Release it with its client, or list it in a manifest of OPERATION_MANIFESTS; OPERATIONS=any takes every operation.',
        );
      })
    );
  };
}

/** What automatically persisted queries may take up, bytes. */
const REMEMBERED_BYTES = 16 * 1024 * 1024;

/**
 * OPERATIONS=any: every text, and hashes of texts that are registered or came with their hash before ("automatic persisted
 * queries").
 */
export function anyOperation(registered: RegisteredOperations, maxBytes = REMEMBERED_BYTES): FindOperation {
  const remembered = new LRUCache<string, string>({
    maxSize: maxBytes,
    // Two bytes a character, and what an entry costs beside its text.
    sizeCalculation: (text) => 2 * text.length + 200,
  });
  return (request) => {
    const sha256 = hashIn(request);
    if (sha256 === undefined) return request;
    const known = registered.textOf(sha256) ?? remembered.get(sha256);
    if (known !== undefined) return withText(request, known);
    // The client sends the text then; the words are the protocol's.
    if (request.query === undefined) throw new Refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    if (hash('sha256', request.query) !== sha256) throw mismatch();
    remembered.set(sha256, request.query);
    return request;
  };
}

function hashIn({ extensions }: GraphqlRequest): string | undefined {
  const asked = extensions?.persistedQuery;
  if (asked === undefined) return undefined;
  const isObject = typeof asked === 'object' && asked !== null;
  if (isObject && 'version' in asked && asked.version === 1 && 'sha256Hash' in asked) {
    if (typeof asked.sha256Hash === 'string') return asked.sha256Hash;
  }
  throw new Refusal('BAD_REQUEST', '"extensions.persistedQuery" must be {"version":1,"sha256Hash":"…"}.');
}

/** The registered text instead of an equal one: what is known by it is found without reading it. */
function withText(request: GraphqlRequest, text: string): GraphqlRequest {
  if (request.query !== undefined && request.query !== text) throw mismatch();
  return { ...request, query: text };
}

const mismatch = () =>
  new Refusal(
    'PERSISTED_QUERY_HASH_MISMATCH',
    'The hash in "extensions.persistedQuery" is not that of "query".',
  );
