import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'children'> {
  readonly label: ReactNode;
  /** At the end of the line, such as a count. */
  readonly aside?: ReactNode;
}

export function Checkbox({ label, aside, className, ...input }: CheckboxProps) {
  return (
    <label className={classNames(css.checkbox, className)}>
      <input {...input} type="checkbox" className={css.box} />
      <span className={css.label}>{label}</span>
      {aside !== undefined && <span className={css.aside}>{aside}</span>}
    </label>
  );
}
