/**
 * Follows the discovery document. A document that cannot be read, or is wrong, changes nothing: the last good one stays in force, also across a
 * restart.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Discovery, discoverySchema } from '@arcade/mfe-kit/discovery';
import { z } from 'zod';

export interface Discovered {
  readonly discovery: Discovery;
  /** Relative addresses in the document start here. */
  readonly base: string;
}

interface Read {
  readonly text: string;
  readonly etag: string | undefined;
}

/** Every release that a document names. */
export const namedIn = ({ microFrontends }: Discovery) =>
  Object.entries(microFrontends).flatMap(([unit, releases]) =>
    releases.map((release) => ({ unit, release })),
  );

export class DiscoverySource {
  readonly address: URL;
  readonly #memory: string;
  #last: Read | undefined;

  constructor(place: string, stateDir: string) {
    this.address = /^https?:\/\//.test(place) ? new URL(place) : pathToFileURL(resolve(place));
    this.#memory = join(stateDir, 'discovery.json');
  }

  /** The document when it is new and good; undefined when it has not changed. Throws when it cannot be read or is wrong. */
  async read(): Promise<Discovered | undefined> {
    const read = this.address.protocol === 'file:' ? await this.#readFile() : await this.#fetch();
    if (!read || read.text === this.#last?.text) return undefined;
    const discovered = { discovery: parseDiscovery(read.text, this.address.href), base: this.address.href };
    this.#last = read;
    await this.#remember(discovered);
    return discovered;
  }

  /** The last good document of an earlier run. */
  async recall(): Promise<Discovered | undefined> {
    try {
      const { base, discovery } = JSON.parse(await readFile(this.#memory, 'utf8'));
      return { base: z.string().parse(base), discovery: discoverySchema.parse(discovery) };
    } catch {
      // None was kept, or by a version of the shell that wrote it differently.
      return undefined;
    }
  }

  async #readFile(): Promise<Read> {
    return { text: await readFile(this.address, 'utf8'), etag: undefined };
  }

  async #fetch(): Promise<Read | undefined> {
    const etag = this.#last?.etag;
    const response = await fetch(this.address, {
      headers: { accept: 'application/json', ...(etag && { 'if-none-match': etag }) },
      signal: AbortSignal.timeout(3_000),
    });
    if (response.status === 304) return undefined;
    if (!response.ok) throw new Error(`${this.address.href} answered ${response.status}`);
    return { text: await response.text(), etag: response.headers.get('etag') ?? undefined };
  }

  async #remember(discovered: Discovered): Promise<void> {
    await mkdir(resolve(this.#memory, '..'), { recursive: true });
    const draft = `${this.#memory}.${process.pid}.draft`;
    await writeFile(draft, JSON.stringify(discovered));
    await rename(draft, this.#memory);
  }
}

export function parseDiscovery(text: string, place: string): Discovery {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${place} is not JSON`);
  }
  const result = discoverySchema.safeParse(value);
  if (!result.success)
    throw new Error(`${place} is not a discovery document: ${z.prettifyError(result.error)}`);
  return result.data;
}
