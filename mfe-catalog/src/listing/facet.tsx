import { Checkbox } from '@arcade/ui/checkbox';
import { Flyout } from '@arcade/ui/flyout';
import { Icon } from '@arcade/ui/icon';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import type { CSSProperties } from 'react';
import type { FacetKind } from '../generated/graphql.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './facet.module.css';
import { facetParams } from './listing-address.ts';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly swatch?: string | null;
}

interface FacetProps {
  readonly kind: FacetKind;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
}

export function Facet({ kind, values, chosen }: FacetProps) {
  const t = useCatalogMessages();
  const label = {
    CATEGORY: t.category,
    PRICE: t.price,
    COLOUR: t.colour,
    MATERIAL: t.material,
    AVAILABILITY: t.availability,
  }[kind];
  const name = facetParams[kind];
  const count = chosen.filter((one) => values.some(({ value }) => value === one)).length;
  return (
    <Flyout
      label={label}
      buttonClassName={css.button}
      className={css.panel}
      button={
        <>
          <span aria-hidden="true">{label}</span>
          <VisuallyHidden>{t.chosen(label, count)}</VisuallyHidden>
          {count > 0 && (
            <span className={css.count} aria-hidden="true">
              {count}
            </span>
          )}
          <Icon name="chevron" size={16} />
        </>
      }
    >
      <fieldset>
        <legend className={css.legend}>{label}</legend>
        {kind === 'PRICE' && <PriceBands name={name} values={values} chosen={chosen[0] ?? ''} />}
        {kind !== 'PRICE' &&
          values.map(({ value, label, count, swatch }) => (
            <Checkbox
              key={value}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              autoComplete="off"
              aside={count}
              label={swatch ? <Swatched swatch={swatch} label={label} /> : label}
            />
          ))}
      </fieldset>
    </Flyout>
  );
}

/** One band at a time: a product has one price. */
function PriceBands({
  name,
  values,
  chosen,
}: {
  readonly name: string;
  readonly values: readonly FacetValue[];
  readonly chosen: string;
}) {
  const t = useCatalogMessages();
  return [{ value: '', label: t.anyPrice, count: undefined }, ...values].map(({ value, label, count }) => (
    <label key={value} className={css.band}>
      <input type="radio" name={name} value={value} defaultChecked={value === chosen} autoComplete="off" />
      <span className={css.label}>{label}</span>
      <span className={css.aside}>{count}</span>
    </label>
  ));
}

function Swatched({ swatch, label }: { readonly swatch: string; readonly label: string }) {
  const colour: CSSProperties = { background: swatch };
  return (
    <span className={css.swatched}>
      <span className={css.swatch} style={colour} />
      {label}
    </span>
  );
}
