import { Select } from '@arcade/ui/select';
import { TextField } from '@arcade/ui/text-field';
import type { Ref } from 'react';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import css from './address-fields.module.css';
import { type AddressField, maxLengths } from './check-address.ts';
import { usStates } from './us-states.ts';
import type { TypedAddress } from './use-address-draft.ts';

interface AddressFieldsProps {
  typed: TypedAddress;
  /** For the form's owner, to begin there. */
  firstField?: Ref<HTMLSelectElement>;
}

/** In the order in which each country writes its addresses. */
export function AddressFields({ typed, firstField }: AddressFieldsProps) {
  const t = useDeliveryMessages();
  const { draft, errors, change, leave } = typed;
  const korean = draft.country === 'KR';

  const errorOf = (field: AddressField) => {
    const code = errors[field];
    if (code === undefined) return undefined;
    if (field === 'postcode' && code === 'MALFORMED') return korean ? t.postcodeMalformed : t.zipMalformed;
    if (field === 'postcode' && code === 'UNKNOWN') return t.postcodeUnknown;
    if (field === 'phone' && code === 'MALFORMED') return t.phoneMalformed;
    return t.fieldError(code);
  };
  const control = (field: Exclude<AddressField, 'country' | 'region'>) => ({
    name: field,
    value: draft[field],
    error: errorOf(field),
    maxLength: maxLengths[field],
    onChange: (event: { target: { value: string } }) => change(field, event.target.value),
    onBlur: () => leave(field),
  });

  const postcode = (
    <TextField
      {...control('postcode')}
      label={korean ? t.postcode : t.zip}
      autoComplete="postal-code"
      inputMode={korean ? 'numeric' : 'text'}
      required
    />
  );
  const city = (
    <TextField
      {...control('city')}
      label={korean ? t.cityKR : t.cityUS}
      autoComplete="address-level2"
      required
    />
  );
  return (
    <div className={css.fields}>
      <Select
        label={t.country}
        name="country"
        autoComplete="country"
        {...(firstField && { ref: firstField })}
        value={draft.country}
        onChange={(event) => change('country', event.target.value)}
      >
        <option value="KR">{t.southKorea}</option>
        <option value="US">{t.unitedStates}</option>
      </Select>
      {korean && postcode}
      <TextField
        {...control('recipient')}
        label={t.recipient}
        autoComplete="name"
        className={css.whole}
        required
      />
      {korean && <div className={css.whole}>{city}</div>}
      <TextField
        {...control('line1')}
        label={korean ? t.line1KR : t.line1US}
        autoComplete="address-line1"
        className={css.whole}
        required
      />
      <TextField {...control('line2')} label={t.line2} autoComplete="address-line2" className={css.whole} />
      {!korean && (
        <>
          {city}
          <Select
            label={t.region}
            name="region"
            autoComplete="address-level1"
            value={draft.region}
            error={errorOf('region')}
            onChange={(event) => change('region', event.target.value)}
            onBlur={() => leave('region')}
            required
          >
            <option value="">{t.chooseRegion}</option>
            {usStates.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          {postcode}
        </>
      )}
      <TextField
        {...control('phone')}
        label={t.phone}
        type="tel"
        autoComplete="tel"
        className={korean ? css.whole : undefined}
      />
    </div>
  );
}
