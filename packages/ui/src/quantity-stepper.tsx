import { useState } from 'react';
import { Icon } from './icon.tsx';
import css from './quantity-stepper.module.css';

export interface QuantityStepperProps {
  readonly name: string;
  /** Read by screen readers, such as "Quantity of Haru chair". */
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly disabled?: boolean;
  readonly onChange: (quantity: number) => void;
}

/**
 * A number field, and two buttons for fingers. The field does it all by itself: in a plain form, by arrow keys, and for screen readers
 * (as a spin button), so the buttons stay out of the tab order and are shown where scripts run.
 */
export function QuantityStepper({
  name,
  label,
  value,
  min = 1,
  max,
  disabled,
  onChange,
}: QuantityStepperProps) {
  // What is being typed, which may be no number yet.
  const [draft, setDraft] = useState<string>();
  const wanted = (quantity: number) => {
    const allowed = Math.min(Math.max(quantity, min), max);
    if (allowed !== value) onChange(allowed);
  };
  const settle = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    const quantity = Number.parseInt(draft, 10);
    if (!Number.isNaN(quantity)) wanted(quantity);
  };
  const step = (by: number) => (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={css.step}
      disabled={disabled || (by < 0 ? value <= min : value >= max)}
      onClick={() => {
        setDraft(undefined);
        wanted(value + by);
      }}
    >
      <Icon name={by < 0 ? 'minus' : 'plus'} size={16} />
    </button>
  );
  return (
    <span className={css.stepper}>
      {step(-1)}
      <input
        className={css.field}
        type="number"
        inputMode="numeric"
        name={name}
        aria-label={label}
        min={min}
        max={max}
        disabled={disabled}
        value={draft ?? value}
        onChange={(event) => {
          const { value: typed, valueAsNumber: quantity } = event.target;
          setDraft(typed);
          // What is allowed counts at once; what is not (yet) waits until the field is left or the form is sent.
          if (quantity >= min && quantity <= max) wanted(Math.trunc(quantity));
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      {step(1)}
    </span>
  );
}
