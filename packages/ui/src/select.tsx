import type { Ref, SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './field.tsx';

export interface SelectProps extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> {
  readonly ref?: Ref<HTMLSelectElement>;
}

/** The platform's own select: its list is the best one on every device. */
export function Select({ label, hint, error, className, id, ref, children, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className} id={id}>
      {(control) => (
        <select {...select} {...control} ref={ref}>
          {children}
        </select>
      )}
    </Field>
  );
}
