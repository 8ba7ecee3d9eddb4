// The one graph client of a page: urql with its normalized cache. Mutations answer with entities, and whatever reads them changes.
import { optimisticResults } from '@arcade/mfe-kit/optimistic';
import {
  type Client,
  createClient,
  fetchExchange,
  mapExchange,
  type SSRExchange,
  type SubscriptionForwarder,
  ssrExchange,
  subscriptionExchange,
} from '@urql/core';
import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { freshness } from './freshness.ts';

export type GraphState = ReturnType<SSRExchange['extractData']>;

export interface Graph {
  readonly client: Client;
  /** Results so far, for the HTML. */
  readonly state: () => GraphState;
}

interface Options {
  readonly fetch: typeof fetch;
  readonly isClient: boolean;
  readonly state?: GraphState;
  /** In the browser: a page that is rendered on the server waits for nothing. */
  readonly subscriptions?: SubscriptionForwarder;
  /** A clock, in milliseconds. */
  readonly now?: () => number;
}

// Entities are known by `id`, which is the default. Everything else that has no `id` field is a value: it lives inside its parent.
const keys: KeyingConfig = { Variant: ({ sku }) => (typeof sku === 'string' ? sku : null) };

export function createGraph({
  fetch,
  isClient,
  state,
  subscriptions,
  now = () => performance.now(),
}: Options): Graph {
  const ssr = ssrExchange({ isClient, ...(state && { initialState: state }) });
  const { spareNetwork, noteAnswers } = freshness(now);
  const client = createClient({
    url: '/graphql',
    fetch,
    preferGetMethod: false,
    exchanges: [
      spareNetwork,
      cacheExchange({ keys, optimistic: optimisticResults }),
      noteAnswers,
      ssr,
      sendHashes,
      ...(subscriptions ? [subscriptionExchange({ forwardSubscription: subscriptions })] : []),
      fetchExchange,
    ],
  });
  return { client, state: () => ssr.extractData() };
}

/** Operations travel by hash; their text was registered with the release (see graph-document.ts in mfe-kit). */
const sendHashes = mapExchange({
  onOperation(operation) {
    const { query } = operation;
    const sha256Hash = 'documentId' in query ? query.documentId : undefined;
    if (typeof sha256Hash !== 'string') return operation;
    return { ...operation, extensions: { persistedQuery: { version: 1, sha256Hash } } };
  },
});
