import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import css from './notice.module.css';

export type NoticeKind = 'info' | 'done' | 'warning' | 'error';

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Spoken when it appears: `status` waits for a pause, `alert` does not. Leave out what is there from the start. */
  readonly role?: 'status' | 'alert';
  readonly className?: string | undefined;
}

const icons: Record<NoticeKind, IconName | undefined> = {
  info: undefined,
  done: 'check',
  warning: 'warning',
  error: 'warning',
};

/** A message in its place on the page. */
export function Notice({ kind = 'info', title, children, role, className }: NoticeProps) {
  const icon = icons[kind];
  return (
    <div className={classNames(css.notice, css[kind], className)} role={role}>
      {icon && <Icon name={icon} />}
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
