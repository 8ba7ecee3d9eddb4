/** A subscription lasts for as long as it likes; what completes one of its events does not. */
import { expect, test } from 'vitest';
import { createEngine } from '../src/engine.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../src/subgraphs/client.ts';
import { supergraphSdl } from './composed.ts';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const parcels = `${federation}
  type Query { parcel: Parcel }
  type Subscription { moved: Parcel }
  type Parcel @key(fields: "id") { id: ID! }
`;
const places = `${federation}
  type Parcel @key(fields: "id") { id: ID! place: String }
`;

const answer = (data: Record<string, unknown>): SubgraphAnswer => ({
  data,
  errors: [],
  cache: undefined,
  bytes: 100,
  shared: false,
});

test('each event of a subscription has a deadline of its own, and the identity of who listens', async () => {
  const asked: SubgraphRequest[] = [];
  const engine = await createEngine(supergraphSdl(parcels, places), {
    connect: (name) => ({
      name,
      async ask(request) {
        asked.push(request);
        return answer({ _entities: [{ place: 'Ghent' }] });
      },
      async *subscribe() {
        for (const id of ['1', '2']) yield answer({ moved: { __typename: 'Parcel', id } });
      },
      separateReads() {},
      async close() {},
    }),
    guard: { text() {}, document: () => undefined, operation: () => ({}) },
    shareRequests: true,
    entityCacheBytes: 0,
    planCacheBytes: 1_000_000,
    eventDeadlineMs: 5_000,
    report() {},
  });
  const identity = { visitor: 'mina', scopes: new Set<string>() };
  const began = performance.now();
  const listening = engine.subscribe(
    { query: 'subscription { moved { id place } }' },
    { identity, method: 'POST', deadline: Number.POSITIVE_INFINITY, signal: undefined },
  );
  const events: unknown[] = [];
  for await (const event of listening) events.push(JSON.parse(event));
  const ended = performance.now();
  expect(events).toEqual(['1', '2'].map((id) => ({ data: { moved: { id, place: 'Ghent' } } })));
  expect(asked).toHaveLength(2);
  for (const request of asked) {
    expect(request.identity).toBe(identity);
    expect(request.deadline).toBeGreaterThanOrEqual(began + 5_000);
    expect(request.deadline).toBeLessThanOrEqual(ended + 5_000);
  }
});
