/**
 * Keeps the search index as the catalogue is: built from the products at the start, then fed by the catalogue's own
 * events from the point in the log at which it was built. The events say which products to look at again; applying one twice
 * changes nothing. Every process has an index of its own and follows by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogEvents } from '../../events.ts';
import { type SearchDocument, SearchIndex } from './search-index.ts';

/** What the projection needs of the outside. */
export interface Source {
  /** The place in the log behind which everything is news to a reader who starts reading products now. */
  position(): Promise<string>;
  /** Every product, in batches. */
  eachDocument(handle: (documents: SearchDocument[]) => void): Promise<void>;
  documentsOf(productIds: string[]): Promise<SearchDocument[]>;
  /** Waits until there is news behind the position, or until the signal. */
  newsAfter(
    position: string,
    signal: AbortSignal,
  ): Promise<{ events: { type: string; subject: string }[]; position: string }>;
}

/** Events whose subject is a product that is to be looked at again. */
const aboutProducts = new Set<string>([
  'arcade.catalog.ProductChanged.v1',
  'arcade.catalog.AvailabilityChanged.v1',
] satisfies (keyof CatalogEvents)[]);

const pauseMs = { first: 100, longest: 5_000 };

export class SearchProjection {
  readonly index = new SearchIndex();
  readonly #source: Source;
  readonly #stopped = new AbortController();
  #position = '';
  #following: Promise<void> = Promise.resolve();

  constructor(source: Source) {
    this.#source = source;
  }

  async build(): Promise<void> {
    this.#position = await this.#source.position();
    await this.#source.eachDocument((documents) => {
      for (const document of documents) this.index.put(document);
    });
  }

  /** @param onError is told of each failed attempt; the next follows after a pause */
  follow(onError: (error: unknown) => void): void {
    this.#following = this.#run(onError);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#following;
  }

  async #run(onError: (error: unknown) => void): Promise<void> {
    const { signal } = this.#stopped;
    let pause = pauseMs.first;
    while (!signal.aborted) {
      try {
        await this.#catchUp(signal);
        pause = pauseMs.first;
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        await sleep(pause, undefined, { signal }).catch(() => {});
        pause = Math.min(pause * 2, pauseMs.longest);
      }
    }
  }

  async #catchUp(signal: AbortSignal): Promise<void> {
    const { events, position } = await this.#source.newsAfter(this.#position, signal);
    const ids = new Set(events.filter(({ type }) => aboutProducts.has(type)).map(({ subject }) => subject));
    if (ids.size > 0) {
      for (const product of await this.#source.documentsOf([...ids])) this.index.put(product);
    }
    this.#position = position;
  }
}
