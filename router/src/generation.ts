/** One supergraph in use: its operations with their plans, the clients of its subgraphs, and who still needs them. */
import { setImmediate as turn } from 'node:timers/promises';
import { inSpan, isTracing } from '@arcade/subgraph-kit/telemetry';
import { LRUCache } from 'lru-cache';
import type { DeniedFields, EngineOptions, OperationGuard } from './engine.ts';
import { planCache } from './metrics.ts';
import {
  compileVariant,
  type Operation,
  parseOperation,
  readOperation,
  selectOperation,
  type Variant,
  type VariantOptions,
} from './operations.ts';
import type { SubgraphClient } from './subgraphs/client.ts';
import { type EntityCache, entityCache } from './subgraphs/entity-cache.ts';
import { type LoadedSupergraph, loadSupergraph } from './supergraph/load.ts';

interface Known {
  operation: Operation;
  guard: OperationGuard;
  uses: number;
  /** With what each variant was made, to make it again for the next supergraph. */
  wanted: Map<string, { conditions: Record<string, boolean>; labels: readonly string[] }>;
}

/** What is planned again before a new supergraph is used. */
const WARMED = 200;
/** About what a parsed and checked operation takes for each character of its text, and a plan for each of its requests. */
const BYTES_PER_CHARACTER = 120;

export class Generation {
  readonly supergraph: LoadedSupergraph;
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly cache: EntityCache | undefined;
  readonly #options: EngineOptions;
  readonly #known: LRUCache<string, Known>;
  #held = 0;
  #onIdle: (() => void) | undefined;

  private constructor(supergraph: LoadedSupergraph, options: EngineOptions, before: Generation | undefined) {
    this.supergraph = supergraph;
    this.#options = options;
    this.#known = new LRUCache({ maxSize: options.planCacheBytes });
    this.cache = entityCache(options.entityCacheBytes);
    this.clients = new Map(
      [...supergraph.subgraphs].map(([name, url]) => {
        const same = before?.supergraph.subgraphs.get(name) === url ? before.clients.get(name) : undefined;
        return [name, same ?? options.connect(name, url)];
      }),
    );
  }

  /** Throws for what is not a supergraph. What the one before was asked most is planned before anybody waits for it. */
  static async start(sdl: string, options: EngineOptions, before?: Generation): Promise<Generation> {
    const generation = new Generation(loadSupergraph(sdl), options, before);
    for (const { operation, wanted, uses } of before ? before.#mostUsed() : []) {
      await turn();
      try {
        const known = generation.operation(operation.text, operation.name);
        for (const variant of wanted.values()) {
          generation.variant(known.operation, { ...variant, denied: undefined });
        }
        // What was asked long ago counts less and less.
        known.uses = Math.floor(uses / 2);
      } catch {
        // Not an operation of the new supergraph; who asks is told why.
      }
    }
    return generation;
  }

  /** Without what nobody asks any more: its client has gone. */
  #mostUsed(): Known[] {
    return [...this.#known.values()]
      .filter(({ uses }) => uses > 0)
      .sort((a, b) => b.uses - a.uses)
      .slice(0, WARMED);
  }

  /** Read and checked once. Throws InvalidOperation and Refusal. */
  operation(text: string, name: string | undefined): Known {
    const key = name === undefined ? text : `${name} ${text}`;
    const known = this.#known.get(key);
    if (known) {
      known.uses++;
      return known;
    }
    const { guard } = this.#options;
    guard.text(text);
    const document = isTracing()
      ? inSpan('graphql.parse', {}, () => parseOperation(text))
      : parseOperation(text);
    const definition = selectOperation(document, name);
    const variables = guard.document(document, definition);
    const operation = readOperation(this.supergraph, text, document, definition, !this.#options.showsSchema);
    const read = {
      operation,
      guard: { ...guard.operation(this.supergraph, operation), variables },
      uses: 1,
      wanted: new Map(),
    };
    this.#known.set(key, read, { size: sizeOf(operation) });
    return read;
  }

  /** Planned once, however many wait for it: planning holds the thread. */
  variant(
    operation: Operation,
    {
      conditions,
      denied,
      labels,
    }: { conditions: Record<string, boolean>; denied: DeniedFields | undefined; labels: readonly string[] },
  ): Variant {
    const key = `${operation.conditions.map((name) => (conditions[name] ? 1 : 0)).join('')}|${labels.join(' ')}|${denied?.key ?? ''}`;
    const known = operation.variants.get(key);
    planCache.inc({ result: known ? 'hit' : 'miss' });
    if (known) return known;
    const made: VariantOptions = {
      conditions,
      denied: denied?.fields ?? new Set(),
      labels: new Set(labels),
    };
    const compile = () => compileVariant(this.supergraph, operation, made);
    const variant = isTracing() ? inSpan('graphql.plan', {}, compile) : compile();
    operation.variants.set(key, variant);
    const entry = operation.name === undefined ? operation.text : `${operation.name} ${operation.text}`;
    const kept = this.#known.peek(entry);
    if (kept) {
      if (!denied?.key) kept.wanted.set(key, { conditions, labels });
      this.#known.set(entry, kept, { size: sizeOf(operation) });
    }
    return variant;
  }

  separateReads(): void {
    for (const client of this.clients.values()) client.separateReads();
  }

  /** Its clients stay until what holds it is done. */
  hold(): () => void {
    this.#held++;
    return () => {
      this.#held--;
      if (this.#held === 0) this.#onIdle?.();
    };
  }

  /** Closes what the next one does not use, when nobody needs it any more. */
  leave(next: Generation): void {
    const kept = new Set(next.clients.values());
    const close = () => {
      for (const client of this.clients.values()) if (!kept.has(client)) void client.close();
    };
    if (this.#held === 0) close();
    else this.#onIdle = close;
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }
}

const sizeOf = ({ text, variants }: Operation): number =>
  text.length * BYTES_PER_CHARACTER * (1 + variants.size);
