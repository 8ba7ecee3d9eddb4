import type { SlotOutput } from '@arcade/mfe-kit/config';
import { useEffect } from 'react';
import type config from '../../mfe.config.ts';

export type Shipping = SlotOutput<typeof config, 'checkout.shipping'>;

/** Tells the page when the choice has changed, not whenever something is rendered. */
export function useOutput(output: Shipping | undefined, onOutput: (output: Shipping | undefined) => void) {
  const text = output && JSON.stringify(output);
  useEffect(() => {
    onOutput(text === undefined ? undefined : JSON.parse(text));
  }, [text, onOutput]);
}
