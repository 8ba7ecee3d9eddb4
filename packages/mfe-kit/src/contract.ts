// What a micro-frontend exposes to the shell: pages and slots, each a module with one default export.
// Whoever imports the contract also gets the types of `*.module.css`:
/// <reference path="./css.d.ts" />
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType } from 'react';
import type { MicroFrontend } from './config.ts';
import type { Preferences, Session } from './session.tsx';

/** What a page or a slot knows before any data is there. The same on the server and in the browser. */
export interface Visit extends Session {
  readonly preferences: Preferences;
}

export interface PageContext<Param extends string = string> extends Visit {
  readonly params: Readonly<Record<Param, string>>;
  readonly search: URLSearchParams;
}

export interface PageProps<Data, Param extends string = string> {
  readonly data: Data;
  readonly params: Readonly<Record<Param, string>>;
  readonly search: URLSearchParams;
}

/** 200, 404 (the shell shows its not-found page), or another place: a path below the locale. */
export type PageStatus = 200 | 404 | { readonly redirect: string; readonly permanent?: boolean };

export interface PageDefinition<Data, Variables, Param extends string> {
  /** The names in the page's path, such as `['handle']` for `/p/:handle`. */
  readonly params?: readonly Param[];
  /** One query, composed of the components' fragments. Asked before the page is rendered. */
  readonly query?: TypedDocumentNode<Data, Variables>;
  readonly variables?: (context: PageContext<Param>) => Variables;
  /** The slots that the page is going to name, so that their queries leave together with the page's own. */
  readonly slots?: (context: PageContext<Param>) => Readonly<Record<string, SlotValue>>;
  readonly status?: (data: Data, context: PageContext<Param>) => PageStatus;
  readonly Page: ComponentType<PageProps<Data, Param>>;
  /** Holds the layout while the page's data is on its way. */
  readonly Loading?: ComponentType;
}

/** A page with a query. */
export function definePage<Data, Variables, const Param extends string = never>(
  page: PageDefinition<Data, Variables, Param> & { query: TypedDocumentNode<Data, Variables> },
): PageDefinition<Data, Variables, Param>;
/** A page that asks the graph for nothing itself. */
export function definePage<const Param extends string = never>(
  page: Omit<PageDefinition<undefined, never, Param>, 'query' | 'variables'>,
): PageDefinition<undefined, never, Param>;
export function definePage(page: unknown): unknown {
  return page;
}

/** What crosses between a page and a slot: JSON objects, because each side is released alone. */
export type SlotValue = Readonly<Record<string, unknown>>;

export interface SlotContext<Input> extends Visit {
  readonly input: Input;
}

export interface SlotProps<Input, Data = undefined, Output = undefined> {
  readonly input: Input;
  readonly data: Data;
  /** Tells the page what the visitor chose; undefined while it is incomplete. */
  readonly onOutput: (output: Output | undefined) => void;
}

export interface SlotDefinition<Input, Data, Variables, Output> {
  readonly query?: TypedDocumentNode<Data, Variables>;
  /** Null: nothing to ask for now (a postcode is not known yet, say); `data` is undefined then. */
  readonly variables?: (context: SlotContext<Input>) => Variables | null;
  readonly Slot: ComponentType<SlotProps<Input, Data | undefined, Output>>;
  readonly Loading?: ComponentType<{ readonly input: Input }>;
}

/**
 * A slot with a query: `Slot` gets its data when the query was answered, and undefined where `variables` gave null.
 * Annotate the component's props with `SlotProps<Input, Data | undefined, Output>`, Input being `SlotInput<typeof config, 'name'>`.
 */
export function defineSlot<Input, Data, Variables, Output = undefined>(
  slot: SlotDefinition<Input, Data, Variables, Output> & { query: TypedDocumentNode<Data, Variables> },
): SlotDefinition<Input, Data, Variables, Output>;
/** A slot that asks the graph for nothing itself. */
export function defineSlot<Input, Output = undefined>(
  slot: Omit<SlotDefinition<Input, undefined, never, Output>, 'query' | 'variables'>,
): SlotDefinition<Input, undefined, never, Output>;
export function defineSlot(slot: unknown): unknown {
  return slot;
}

/** Asks the graph in the visitor's name, on the server. */
export interface ActionGraph {
  run<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
}

export interface ActionContext extends Visit {
  readonly graph: ActionGraph;
}

/** What the visitor sees next: a page, a sentence, or both. */
export interface ActionResult {
  /** A path below the locale; without it the visitor comes back to the page with the form. */
  readonly redirect?: string;
  readonly message?: { readonly kind: 'done' | 'refused'; readonly text: string };
  /** Preferences to remember, as `usePreference` would. */
  readonly preferences?: Readonly<Record<string, string>>;
}

/** A plain form post: POST /{locale}/actions/{name}. The shell has checked that it comes from our own pages. */
export type Action = (form: FormData, context: ActionContext) => Promise<ActionResult>;

/** The shape of `exposes/actions.ts`: `export const actions: Actions<typeof config> = { 'cart.add': … }`, one for each name in mfe.config.ts. */
export type Actions<Config extends MicroFrontend = MicroFrontend> = Readonly<
  Record<NonNullable<Config['actions']>['names'][number], Action>
>;
