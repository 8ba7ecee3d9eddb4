import type { ReactNode } from 'react';
import css from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** The way on: a link or a button. */
  readonly action?: ReactNode;
  /** 1 where it is all that the page has. */
  readonly level?: 1 | 2;
}

/** Nothing here, said well: an arcade with its shutters open and nobody in it yet. */
export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className={css.empty}>
      <svg aria-hidden="true" className={css.arches} viewBox="0 0 240 120" fill="none" stroke="currentColor">
        <path d="M4 118h232M12 118V60a32 32 0 0 1 64 0v58m12 0V52a32 32 0 0 1 64 0v66m12 0V60a32 32 0 0 1 64 0v58" />
        <path d="M20 118V60a24 24 0 0 1 48 0v58m28 0V52a24 24 0 0 1 48 0v66m28 0V60a24 24 0 0 1 48 0v58" />
        <path className={css.lamp} d="M120 20v30m-7 10a7 7 0 1 0 14 0 7 7 0 0 0-14 0Z" />
      </svg>
      <Title className={css.title}>{title}</Title>
      {text && <p className={css.text}>{text}</p>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
