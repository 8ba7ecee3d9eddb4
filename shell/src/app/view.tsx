// What the shell's own components know of the page view.
import type { FailureKind } from '@arcade/mfe-kit/health';
import { CombinedError } from '@urql/core';
import { createContext, use } from 'react';
import type { Modules } from './modules.ts';
import type { ReleaseSet } from './release-set.ts';

/** A category in the header's navigation. */
export interface NavigationItem {
  readonly handle: string;
  readonly name: string;
}

export interface View {
  readonly set: ReleaseSet;
  readonly modules: Modules;
  readonly categories: readonly NavigationItem[];
  /** Told of what broke, with the unit it belongs to. */
  readonly report: (failure: Failure) => void;
}

export interface Failure {
  readonly unit: string;
  readonly name: string;
  readonly kind: FailureKind;
  readonly error: unknown;
}

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = use(ViewContext);
  if (!view) throw new Error('No ViewContext above this component.');
  return view;
}

/** What has gone wrong where a part of a page shows something else instead. */
export function kindOf(error: unknown): FailureKind {
  return error instanceof CombinedError ? 'operation' : 'boundary';
}
