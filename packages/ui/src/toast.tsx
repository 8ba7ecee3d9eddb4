import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import css from './toast.module.css';

/** Where toasts appear. It is on the page from the start, so that screen readers tell what is put into it. */
export function ToastRegion({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    <section className={css.region} aria-label={label} aria-live="polite">
      {children}
    </section>
  );
}

export interface ToastProps {
  readonly kind?: 'done' | 'refused';
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

const shownFor = 7_000;

/** Leaves by itself, but not while someone reads it (pointer or focus on it), and not when it says that something went wrong. */
export function Toast({ kind = 'done', children, action, closeLabel, onClose }: ToastProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = useRef(onClose);
  close.current = onClose;
  const wait = () => {
    if (kind === 'done') timer.current = setTimeout(() => close.current(), shownFor);
  };
  const stay = () => clearTimeout(timer.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts when it appears
  useEffect(() => {
    wait();
    return stay;
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: these only hold the clock
    <div
      className={classNames(css.toast, css[kind])}
      onPointerEnter={stay}
      onPointerLeave={wait}
      onFocus={stay}
      onBlur={wait}
    >
      <p className={css.text}>{children}</p>
      {action && (
        <button
          type="button"
          className={css.action}
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={closeLabel} className={css.close} onClick={onClose} />
    </div>
  );
}
