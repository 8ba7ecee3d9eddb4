// What TextField and Select have in common: a label above, a hint, and an error below that says what to do.
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; undefined when nothing is. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

interface ControlProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export function Field({
  label,
  hint,
  error,
  className,
  id: givenId,
  children,
}: FieldProps & {
  readonly id?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={classNames(css.field, className)}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: css.control,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p className={css.hint} id={hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p className={css.error} id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
