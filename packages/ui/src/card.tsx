import type { HTMLAttributes } from 'react';
import css from './card.module.css';
import { classNames } from './class-names.ts';

export interface CardProps extends HTMLAttributes<HTMLElement> {
  /** `aside` for a summary beside the main matter. Give either a name by aria-label or aria-labelledby. */
  readonly as?: 'div' | 'section' | 'aside' | 'article';
}

/** A sheet of paper on the page. */
export function Card({ as: Element = 'div', className, ...rest }: CardProps) {
  return <Element {...rest} className={classNames(css.card, className)} />;
}
