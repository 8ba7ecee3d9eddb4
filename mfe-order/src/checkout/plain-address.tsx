import { useSession } from '@arcade/mfe-kit/session';
import { Select } from '@arcade/ui/select';
import { TextField } from '@arcade/ui/text-field';
import { useState } from 'react';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';
import type { ShippingChoice } from './draft.ts';

const fields = ['recipient', 'phone', 'postcode', 'region', 'city', 'line1', 'line2'] as const;
const optional: readonly string[] = ['phone', 'region', 'line2'];
const autoComplete = {
  recipient: 'name',
  phone: 'tel',
  postcode: 'postal-code',
  region: 'address-level1',
  city: 'address-level2',
  line1: 'address-line1',
  line2: 'address-line2',
} as const;

interface PlainAddressProps {
  errors: readonly { field: string; code: string }[];
  onChange: (choice: ShippingChoice | undefined) => void;
}

/** An address and nothing else, for the standard method: what an order needs when delivery's own form cannot be reached. */
export function PlainAddress({ errors, onChange }: PlainAddressProps) {
  const { locale } = useSession();
  const t = useOrderMessages();
  const [country, setCountry] = useState(locale === 'ko' ? 'KR' : 'US');
  const [values, setValues] = useState<Partial<Record<(typeof fields)[number], string>>>({});

  const change = (next: typeof values, nextCountry: string) => {
    setValues(next);
    setCountry(nextCountry);
    const { recipient, postcode, city, line1 } = next;
    const complete = recipient && postcode && city && line1;
    onChange(
      complete
        ? { ...next, recipient, postcode, city, line1, country: nextCountry, method: 'standard' }
        : undefined,
    );
  };

  const errorOf = (field: string) => {
    const code = errors.find((error) => error.field === field)?.code;
    return code === undefined
      ? undefined
      : code === 'REQUIRED'
        ? t.required
        : code === 'TOO_LONG'
          ? t.tooLong
          : t.malformed;
  };

  return (
    <div className={css.fields}>
      <Select
        label={t.country}
        name="country"
        value={country}
        onChange={(event) => change(values, event.currentTarget.value)}
      >
        <option value="KR">{t.countryKR}</option>
        <option value="US">{t.countryUS}</option>
      </Select>
      {fields.map((field) => (
        <TextField
          key={field}
          label={t[field]}
          name={field}
          autoComplete={autoComplete[field]}
          required={!optional.includes(field)}
          value={values[field] ?? ''}
          error={errorOf(field)}
          onChange={(event) => change({ ...values, [field]: event.currentTarget.value }, country)}
        />
      ))}
    </div>
  );
}
