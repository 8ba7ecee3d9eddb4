// Opening a page, on the server and in the browser alike: find it, load its code, ask its query and its slots' queries side by side.
import type { PageContext, PageDefinition, SlotDefinition, SlotValue } from '@arcade/mfe-kit/contract';
import type { Preferences, Session } from '@arcade/mfe-kit/session';
import type { Client, OperationResult, TypedDocumentNode } from '@urql/core';
import { layoutSlots } from './layout/slots.ts';
import type { Modules } from './modules.ts';
import { type Exposed, findSlot, type MatchedPage, matchPage, type ReleaseSet } from './release-set.ts';

export type AnyPage = PageDefinition<unknown, Record<string, unknown>, string>;
export type AnySlot = SlotDefinition<SlotValue, unknown, Record<string, unknown>, unknown>;
type Query = TypedDocumentNode<unknown, Record<string, unknown>>;

export interface Visitor {
  readonly session: Session;
  readonly preferences: Preferences;
}

export interface Surroundings {
  readonly set: ReleaseSet;
  readonly modules: Modules;
  readonly client: Client;
}

/** An address in the shop, below the locale. */
export interface Address {
  readonly path: string;
  readonly search: URLSearchParams;
}

/** What can stand between header and footer. */
export type Shown = OpenedPage | NotFound | Failed;
export type Opened = Shown | Redirect;

export interface OpenedPage extends Address {
  readonly kind: 'page';
  readonly page: MatchedPage;
  /** Everything that was loaded for it: the page first, then slots. */
  readonly used: readonly Exposed[];
  /** Lets go of its queries' results. */
  readonly close: () => void;
}

export interface NotFound extends Address {
  readonly kind: 'not-found';
  readonly used: readonly Exposed[];
  readonly close: () => void;
}

export interface Failed extends Address {
  readonly kind: 'failed';
  readonly error: unknown;
  readonly used: readonly Exposed[];
  readonly close: () => void;
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  readonly permanent: boolean;
}

/** Of the graph, for what the cache holds already. `anew`: it is shown at once, and asked again behind that unless it is fresh. */
export type Asking = 'what-is-missing' | 'anew';

export async function openPage(
  address: Address,
  { session, preferences }: Visitor,
  { set, modules, client }: Surroundings,
  /** How long slots are waited for, in milliseconds from now. */
  slotDeadline: number,
  asking: Asking = 'what-is-missing',
): Promise<Opened> {
  const deadline = new Promise<void>((resolve) => setTimeout(resolve, slotDeadline));
  const held: Held[] = [];
  const used: Exposed[] = [];
  const close = () => {
    for (const one of held) one.release();
  };

  const openSlot = async ([name, input]: [string, SlotValue]) => {
    const offered = findSlot(set, name);
    if (!offered) return;
    used.push(offered);
    const definition = slotDefinition(await modules.load(offered));
    const variables = definition.variables?.({ ...session, preferences, input }) ?? null;
    if (!definition.query || (variables === null && definition.variables)) return;
    const result = hold(client, definition.query, variables ?? {}, asking);
    held.push(result);
    await result.first;
  };
  // A slot that fails is shown as such where it stands; here nobody has to hear of it.
  const openSlots = (slots: Readonly<Record<string, SlotValue>>) =>
    Promise.allSettled(Object.entries(slots).map(openSlot));

  const layout = openSlots(layoutSlots);
  const page = matchPage(set, address.path);
  if (!page) {
    await Promise.race([layout, deadline]);
    return { kind: 'not-found', ...address, used, close };
  }

  try {
    used.unshift(page);
    const definition = pageDefinition(await modules.load(page));
    const context: PageContext = { ...session, preferences, params: page.params, search: address.search };
    const variables = definition.variables?.(context) ?? {};
    const result = definition.query && hold(client, definition.query, variables, asking);
    if (result) held.push(result);
    const slots = openSlots(definition.slots?.(context) ?? {});

    const answer = await result?.first;
    if (answer?.error && !answer.data) throw answer.error;
    const status = definition.status?.(answer?.data, context) ?? 200;
    if (typeof status === 'object') {
      close();
      return { kind: 'redirect', to: status.redirect, permanent: status.permanent ?? false };
    }
    await Promise.race([Promise.all([layout, slots]), deadline]);
    if (status === 404) return { kind: 'not-found', ...address, used, close };
    return { kind: 'page', ...address, page, used, close };
  } catch (error) {
    await Promise.race([layout, deadline]);
    return { kind: 'failed', ...address, error, used, close };
  }
}

/** The default export of an exposed module, checked to be of the kind that its manifest promised. */
export function pageDefinition(module: unknown): AnyPage {
  const definition = defaultExport(module);
  // Inside, its types were checked when it was built; what crosses here is known by its place in the manifest.
  if ('Page' in definition) return definition as unknown as AnyPage;
  throw new Error('The module does not export a page: its default export must come from definePage().');
}

export function slotDefinition(module: unknown): AnySlot {
  const definition = defaultExport(module);
  if ('Slot' in definition) return definition as unknown as AnySlot;
  throw new Error('The module does not export a slot: its default export must come from defineSlot().');
}

function defaultExport(module: unknown): object {
  if (typeof module === 'object' && module !== null && 'default' in module) {
    if (typeof module.default === 'object' && module.default !== null) return module.default;
  }
  throw new Error('The module has no default export.');
}

interface Held {
  readonly first: Promise<OperationResult<unknown>>;
  readonly release: () => void;
}

/**
 * Asks, and stays subscribed: urql then hands the same result to every component that asks the same until it is released,
 * also a result with errors, which the cache alone would forget.
 */
function hold(client: Client, query: Query, variables: Record<string, unknown>, asking: Asking): Held {
  const requestPolicy = asking === 'anew' ? 'cache-and-network' : 'cache-first';
  let release = () => {};
  const first = new Promise<OperationResult<unknown>>((resolve) => {
    release = client.query(query, variables, { requestPolicy }).subscribe(resolve).unsubscribe;
  });
  return { first, release: () => release() };
}
