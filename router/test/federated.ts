/** An engine over subgraphs in this process. The test sees what each is asked, and may hold its answer back. */
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { createEngine, type RunningEngine } from '../src/engine.ts';
import type { SubgraphAnswer, SubgraphClient } from '../src/subgraphs/client.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@shareable", "@override", "@interfaceObject"
])`;

export interface Source {
  id: string;
  price?: string;
}

export interface Definition {
  sdl: string;
  /** By type and field, as @apollo/subgraph takes them. */
  resolvers?: Record<string, Record<string, (source: Source, args: Record<string, unknown>) => unknown>>;
  events?: () => AsyncIterable<SubgraphAnswer>;
}

export type Definitions = Record<string, Definition>;

export interface Asked {
  subgraph: string;
  query: string;
}

export interface Federated {
  engine: RunningEngine;
  /** Oldest first. */
  asked: Asked[];
  /** What an answer waits for. */
  hold: (asked: Asked) => Promise<void> | undefined;
  ask(query: string, visitor?: string): Promise<{ data: unknown; errors?: unknown[] }>;
  events(query: string): AsyncIterator<string>;
}

export function supergraphOf(definitions: Definitions): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(definitions).map(([name, { sdl }]) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(link + sdl),
    })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

export async function federated(definitions: Definitions): Promise<Federated> {
  const engine = await createEngine(supergraphOf(definitions), {
    connect,
    guard: { text() {}, document: () => undefined, operation: () => ({}) },
    shareRequests: false,
    entityCacheBytes: 0,
    planCacheBytes: 1_000_000,
    eventDeadlineMs: 10_000,
    report() {},
  });

  function connect(name: string): SubgraphClient {
    const { sdl, resolvers = {}, events } = definitions[name] ?? { sdl: '' };
    const schema = buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: { ...resolvers } }]);
    return {
      name,
      async ask({ body }) {
        const { query, variables } = JSON.parse(body);
        const asked = { subgraph: name, query };
        world.asked.push(asked);
        await world.hold(asked);
        const answer = await execute({ schema, document: parse(query), variableValues: variables });
        const { data, errors = [] } = JSON.parse(JSON.stringify(answer));
        return { data, errors, cache: undefined, bytes: 0, shared: false };
      },
      async *subscribe() {
        if (events) yield* events();
      },
      separateReads() {},
      async close() {},
    };
  }

  const asker = (visitor?: string) => ({
    identity: { visitor, scopes: new Set<string>() },
    method: 'POST' as const,
    deadline: performance.now() + 10_000,
    signal: undefined,
  });

  const world: Federated = {
    engine,
    asked: [],
    hold: () => undefined,
    async ask(query, visitor) {
      return JSON.parse((await engine.answer({ query }, asker(visitor))).body);
    },
    events: (query) => engine.subscribe({ query }, asker())[Symbol.asyncIterator](),
  };
  return world;
}
