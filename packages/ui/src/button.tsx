import type { ButtonHTMLAttributes, Ref } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** One `primary` a screen: what the visitor came to do. */
  readonly variant?: ButtonVariant;
  /** Its work is under way: it looks so, keeps its place and focus, and a second press does nothing. */
  readonly busy?: boolean;
}

export function Button({
  variant = 'secondary',
  busy = false,
  type = 'button',
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass(variant), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** For links that look like buttons: `<Link className={buttonClass('primary')} to="…">`. */
export function buttonClass(variant: ButtonVariant = 'secondary'): string {
  return classNames(css.button, css[variant]);
}
