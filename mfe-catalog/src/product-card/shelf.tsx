import type { ReactNode } from 'react';
import css from './shelf.module.css';

/** Products side by side. Safari takes the list role from lists without bullets; the role attribute gives it back. */
export function Shelf({ children, busy }: { readonly children: ReactNode; readonly busy?: boolean }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul className={css.shelf} role="list" aria-busy={busy || undefined}>
      {children}
    </ul>
  );
}
