import { useState } from 'react';
import type { InvalidFieldCode } from '../generated/graphql.ts';
import {
  type AddressDraft,
  type AddressErrors,
  type AddressField,
  addressInput,
  checkAddress,
} from './check-address.ts';

/** An address as it is being typed. A field complains once it was left, or all do once the form was sent. */
export function useAddressDraft(initial: AddressDraft) {
  const [draft, setDraft] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<AddressField>>(new Set());
  const [sent, setSent] = useState(false);
  /** What the server said, as long as the field is as it was then. */
  const [refused, setRefused] = useState<AddressErrors>({});

  const wrong = checkAddress(draft);
  const errors: AddressErrors = { ...refused };
  for (const [field, code] of Object.entries(wrong) as [AddressField, InvalidFieldCode][]) {
    if (sent || left.has(field)) errors[field] = code;
  }
  return {
    draft,
    errors,
    /** What can be sent, or undefined while something is missing or wrong. */
    complete: Object.keys(wrong).length === 0 ? addressInput(draft) : undefined,
    change(field: AddressField, value: string) {
      setDraft((before) => ({ ...before, [field]: value }));
      setRefused(({ [field]: _, ...rest }) => rest);
    },
    leave: (field: AddressField) => setLeft((before) => new Set(before).add(field)),
    send: () => setSent(true),
    refuse: (fields: readonly { field: string; code: string }[]) => setRefused(asErrors(fields)),
  };
}

export type TypedAddress = ReturnType<typeof useAddressDraft>;

const codes = ['REQUIRED', 'TOO_LONG', 'MALFORMED', 'UNKNOWN'] as const;

function asErrors(fields: readonly { field: string; code: string }[]): AddressErrors {
  return Object.fromEntries(
    fields.map(({ field, code }) => [field, codes.find((known) => known === code) ?? 'MALFORMED']),
  );
}
