import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './radio-card.module.css';

export interface RadioCardsProps {
  readonly legend: string;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A choice of one among few, each with room to explain itself. */
export function RadioCards({ legend, error, className, children }: RadioCardsProps) {
  const errorId = useId();
  return (
    <fieldset
      className={classNames(css.cards, className)}
      aria-describedby={error ? errorId : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={css.legend}>{legend}</legend>
      {children}
      {error && (
        <p className={css.error} id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

export interface RadioCardProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'children'> {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** At the end of the card, such as a price. */
  readonly aside?: ReactNode;
}

export function RadioCard({ label, description, aside, className, ...input }: RadioCardProps) {
  return (
    <label className={classNames(css.card, className)}>
      <input {...input} type="radio" className={css.dot} />
      <span className={css.words}>
        <span className={css.label}>{label}</span>
        {description && <span className={css.description}>{description}</span>}
      </span>
      {aside && <span className={css.aside}>{aside}</span>}
    </label>
  );
}
