import type { SlotValue } from '@arcade/mfe-kit/contract';

/** What the shell's own layout names, with what it gives to each. */
export const layoutSlots: Readonly<Record<string, SlotValue>> = {
  'header.cart': {},
  'header.search': {},
};
