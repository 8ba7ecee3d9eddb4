// A place on a page that another team fills. The page names the slot, never the team.
import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { SlotValue } from './contract.ts';

export interface SlotPlace<Input = SlotValue, Output = unknown> {
  readonly name: string;
  readonly input: Input;
  readonly onOutput?: ((output: Output | undefined) => void) | undefined;
  /** Shown while the slot's code or data is on its way in the browser; give it the slot's size. Default: the slot's own `Loading`. */
  readonly loading?: ReactNode;
  /** Shown when nobody fills the slot, or when what fills it is broken. Default: a short labelled note with a retry. */
  readonly fallback?: ReactNode;
}

/** Filled by the shell: finds the module of the release set, its data, and guards the page against both. */
export const SlotContext = createContext<ComponentType<SlotPlace> | null>(null);

/** `<Slot name="product.purchase" input={{ handle, sku }} />`. What the page names here it also returns from `slots` in definePage. */
export function Slot<Input extends object = SlotValue, Output = unknown>(place: SlotPlace<Input, Output>) {
  const Fill = use(SlotContext);
  if (!Fill) throw new Error('This component is rendered outside the shell: no SlotContext above it.');
  // Input and output are typed by what the page declares in `uses`; the registry checks that the offering side agrees.
  return <Fill {...(place as unknown as SlotPlace)} />;
}
