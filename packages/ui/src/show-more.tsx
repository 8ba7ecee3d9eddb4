import type { ReactNode } from 'react';
import css from './show-more.module.css';

export interface ShowMoreProps {
  /** How far one is, in words: "24 of 96". */
  readonly progress: string;
  readonly shown: number;
  readonly total: number;
  /** A link to the next page (so that it works without JavaScript) or a button; nothing when all is shown. */
  readonly children?: ReactNode;
}

export function ShowMore({ progress, shown, total, children }: ShowMoreProps) {
  return (
    <div className={css.more}>
      <p className={css.words} aria-live="polite">
        {progress}
      </p>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${(100 * shown) / Math.max(total, 1)}%` }} />
      </span>
      {children}
    </div>
  );
}
