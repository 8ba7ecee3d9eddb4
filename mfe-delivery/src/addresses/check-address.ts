// The same rules as the server's, so that a visitor is told while typing. The server decides.
import type { Country, InvalidFieldCode } from '../generated/graphql.ts';
import { isPostcode } from '../promise/destination.ts';
import { usStates } from './us-states.ts';

/** As typed. */
export interface AddressDraft {
  recipient: string;
  phone: string;
  country: Country;
  postcode: string;
  region: string;
  city: string;
  line1: string;
  line2: string;
}

export type AddressField = keyof AddressDraft;
export type AddressErrors = Partial<Record<AddressField, InvalidFieldCode>>;

export const emptyDraft = (country: Country, postcode = ''): AddressDraft => ({
  recipient: '',
  phone: '',
  country,
  postcode,
  region: '',
  city: '',
  line1: '',
  line2: '',
});

export const maxLengths = {
  recipient: 80,
  phone: 24,
  city: 60,
  line1: 120,
  line2: 120,
  postcode: 10,
} as const;

export function checkAddress(draft: AddressDraft): AddressErrors {
  const errors: AddressErrors = {};
  for (const field of ['recipient', 'postcode', 'city', 'line1'] as const) {
    if (draft[field].trim() === '') errors[field] = 'REQUIRED';
  }
  if (draft.country === 'US' && !usStates.some(([code]) => code === draft.region)) errors.region = 'REQUIRED';
  if (draft.phone.trim() !== '' && !/^\+?[\d\s().-]{7,24}$/.test(draft.phone.trim()))
    errors.phone = 'MALFORMED';
  if (!errors.postcode && !isPostcode(draft.country, draft.postcode)) errors.postcode = 'MALFORMED';
  return errors;
}

/** What is sent: without blanks, and without a field that the country does not have. */
export function addressInput(draft: AddressDraft) {
  const optional = (text: string) => text.trim() || undefined;
  return {
    recipient: draft.recipient.trim(),
    phone: optional(draft.phone),
    country: draft.country,
    postcode: draft.postcode.trim(),
    region: draft.country === 'US' ? optional(draft.region) : undefined,
    city: draft.city.trim(),
    line1: draft.line1.trim(),
    line2: optional(draft.line2),
  };
}
