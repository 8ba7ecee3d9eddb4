import { type ReactNode, type ToggleEvent, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './flyout.module.css';

export interface FlyoutProps {
  /** What is on the button: text, or an icon with hidden text. */
  readonly button: ReactNode;
  readonly buttonClassName?: string | undefined;
  /** Names the panel. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/**
 * A button with a panel, by the popover API: it opens without JavaScript, closes on Escape or a press elsewhere, and gives focus back.
 * It hangs below its button where anchors are supported, else in the corner of the screen.
 */
export function Flyout({ button, buttonClassName, label, className, onToggle, children }: FlyoutProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={classNames(css.button, buttonClassName)}>
        {button}
      </button>
      <section
        id={id}
        popover="auto"
        aria-label={label}
        className={classNames(css.panel, className)}
        onToggle={(event: ToggleEvent<HTMLElement>) => onToggle?.(event.newState === 'open')}
      >
        {children}
      </section>
    </>
  );
}
