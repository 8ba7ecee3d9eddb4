// What the server writes into the HTML so that the browser goes on where it stopped.
import type { Toast } from '@arcade/mfe-kit/feedback';
import type { Preferences, Session } from '@arcade/mfe-kit/session';
import type { GraphState } from './graph.ts';
import type { ReleaseSet } from './release-set.ts';
import type { NavigationItem } from './view.tsx';

export interface PageState {
  readonly session: Session;
  readonly preferences: Preferences;
  readonly publicUrl: string;
  readonly set: ReleaseSet;
  readonly categories: readonly NavigationItem[];
  /** By unit, where a developer's micro-frontend is that takes the place of the released one in this page view. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** The visitor's number, where the address has chosen it. */
  readonly visitor?: number;
  /** What a plain form post has left to say. */
  readonly toast?: Toast;
  readonly graph: GraphState;
}

export const stateElement = 'arcade-state';
