import { Button } from '@arcade/ui/button';
import { Card } from '@arcade/ui/card';
import { Checkbox } from '@arcade/ui/checkbox';
import { useEffect, useId, useRef, useState } from 'react';
import type { AddressInput } from '../generated/graphql.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import css from './address-book-page.module.css';
import { AddressFields } from './address-fields.tsx';
import { type Saved, useChangeAddressBook } from './change-address-book.ts';
import type { AddressDraft } from './check-address.ts';
import { useAddressDraft } from './use-address-draft.ts';

interface AddressFormProps {
  title: string;
  initial: AddressDraft;
  /** Of the address that is changed; absent for a new one. */
  id?: string;
  isDefault: boolean;
  onClose: () => void;
}

export function AddressForm({ title, initial, id, isDefault, onClose }: AddressFormProps) {
  const t = useDeliveryMessages();
  const typed = useAddressDraft(initial);
  const { save } = useChangeAddressBook();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLSelectElement>(null);
  const titleId = useId();
  useEffect(() => first.current?.focus(), []);

  const submit = async (makeDefault: boolean) => {
    typed.send();
    if (!typed.complete) return focusFirstError(form.current);
    setBusy(true);
    const input: AddressInput = { ...typed.complete, makeDefault, ...(id !== undefined && { id }) };
    const saved: Saved = await save(input, t.saved);
    setBusy(false);
    if (saved.ok) return onClose();
    typed.refuse(saved.fields);
    focusFirstError(form.current);
  };

  return (
    <Card as="section" aria-labelledby={titleId}>
      <form
        ref={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(isDefault || new FormData(event.currentTarget).has('makeDefault'));
        }}
      >
        <h2 id={titleId}>{title}</h2>
        <AddressFields typed={typed} firstField={first} />
        {!isDefault && <Checkbox name="makeDefault" label={t.alsoDefault} />}
        <div className={css.buttons}>
          <Button type="submit" variant="primary" busy={busy}>
            {t.save}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** After the errors have been rendered. */
function focusFirstError(form: HTMLFormElement | null) {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
