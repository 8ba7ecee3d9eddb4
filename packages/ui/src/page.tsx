import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import css from './page.module.css';

export interface PageProps extends HTMLAttributes<HTMLDivElement> {
  /** `wide` for shelves of pictures, `narrow` for forms and text. */
  readonly width?: 'wide' | 'narrow';
}

/** The column in which a page stands. */
export function Page({ width = 'wide', className, ...rest }: PageProps) {
  return <div {...rest} className={classNames(css.page, css[width], className)} />;
}
