import { Children, type ReactNode } from 'react';
import css from './breadcrumb.module.css';

export interface BreadcrumbProps {
  readonly label: string;
  /** Links from the top down; the page itself last, as `<span aria-current="page">`. */
  readonly children: ReactNode;
}

export function Breadcrumb({ label, children }: BreadcrumbProps) {
  return (
    <nav aria-label={label} className={css.breadcrumb}>
      <ol className={css.list}>
        {Children.map(children, (item) => (
          <li className={css.item}>{item}</li>
        ))}
      </ol>
    </nav>
  );
}
