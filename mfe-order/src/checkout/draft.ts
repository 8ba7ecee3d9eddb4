import type { UsedSlotOutput } from '@arcade/mfe-kit/config';
import type config from '../../mfe.config.ts';
import type { Country } from '../generated/graphql.ts';
import type { CardToken } from './sandbox-card.ts';

export const steps = ['contact', 'shipping', 'payment', 'review'] as const;
export type Step = (typeof steps)[number];

export type ShippingChoice = UsedSlotOutput<typeof config, 'checkout.shipping'>;

/** What the visitor has entered so far. */
export interface Draft {
  email: string;
  shipping: ShippingChoice | undefined;
  card: CardToken | undefined;
}

export const emptyDraft: Draft = { email: '', shipping: undefined, card: undefined };

/** By path in the order's input, such as `shipping.postcode`: the code of what is wrong. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The step whose fields an error belongs to. */
export function stepOf(field: string): Step {
  if (field.startsWith('shipping')) return 'shipping';
  if (field.startsWith('payment')) return 'payment';
  return field === 'email' ? 'contact' : 'review';
}

/** Countries cross the slot's border as text; the graph knows two. */
export const countryOf = (code: string): Country => (code === 'US' ? 'US' : 'KR');
