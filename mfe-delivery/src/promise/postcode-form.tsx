import { ActionForm } from '@arcade/mfe-kit/form';
import { Button } from '@arcade/ui/button';
import { Select } from '@arcade/ui/select';
import { TextField } from '@arcade/ui/text-field';
import { useState } from 'react';
import type { Country } from '../generated/graphql.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { type Destination, isPostcode } from './destination.ts';
import css from './product-delivery.module.css';

interface PostcodeFormProps {
  initial: { country: Country; postcode: string };
  onDone: (destination: Destination) => void;
}

/** Before JavaScript has arrived it posts to the server, which remembers the same preference. */
export function PostcodeForm({ initial, onDone }: PostcodeFormProps) {
  const t = useDeliveryMessages();
  const [country, setCountry] = useState(initial.country);
  const [refused, setRefused] = useState(false);
  const submit = (form: FormData) => {
    const postcode = String(form.get('postcode') ?? '').trim();
    const good = isPostcode(country, postcode);
    setRefused(!good);
    if (good) onDone({ country, postcode });
  };
  return (
    <ActionForm action="delivery.remember" className={css.form} onSubmit={submit} noValidate>
      <Select
        label={t.country}
        name="country"
        value={country}
        onChange={(event) => setCountry(event.target.value === 'US' ? 'US' : 'KR')}
      >
        <option value="KR">{t.southKorea}</option>
        <option value="US">{t.unitedStates}</option>
      </Select>
      <TextField
        label={country === 'KR' ? t.postcode : t.zip}
        name="postcode"
        defaultValue={initial.postcode}
        autoComplete="postal-code"
        inputMode="numeric"
        maxLength={10}
        required
        error={refused ? (country === 'KR' ? t.postcodeMalformed : t.zipMalformed) : undefined}
      />
      <Button type="submit" className={css.check}>
        {t.check}
      </Button>
    </ActionForm>
  );
}
