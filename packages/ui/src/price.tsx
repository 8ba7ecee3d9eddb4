import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './price.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface PriceProps {
  /** The formatted price, with words such as "from" where they belong. */
  readonly children: ReactNode;
  /** The formatted price that it replaces, and how a screen reader should call that one. */
  readonly was?: { readonly label: string; readonly price: string } | undefined;
  readonly size?: 'm' | 'l';
}

export function Price({ children, was, size = 'm' }: PriceProps) {
  return (
    <span className={classNames(css.price, css[size])}>
      {was && (
        <del className={css.was}>
          <VisuallyHidden>{was.label} </VisuallyHidden>
          {was.price}
        </del>
      )}
      {children}
    </span>
  );
}
