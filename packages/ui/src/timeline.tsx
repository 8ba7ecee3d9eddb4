import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import css from './timeline.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type StepState = 'done' | 'current' | 'upcoming' | 'failed';

export interface TimelineStep {
  readonly key: string;
  readonly label: string;
  /** When and where, as far as it is known. */
  readonly detail?: ReactNode;
  readonly state: StepState;
}

export interface TimelineProps {
  readonly label: string;
  readonly steps: readonly TimelineStep[];
  /** The states in words, for those who do not see the dots. */
  readonly stateLabels: Readonly<Record<StepState, string>>;
}

export function Timeline({ label, steps, stateLabels }: TimelineProps) {
  return (
    <ol className={css.timeline} aria-label={label}>
      {steps.map(({ key, label, detail, state }) => (
        <li
          key={key}
          className={classNames(css.step, css[state])}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className={css.dot} aria-hidden="true">
            {state === 'done' && <Icon name="check" size={14} />}
            {state === 'failed' && <Icon name="close" size={14} />}
          </span>
          <span className={css.label}>
            {label}
            <VisuallyHidden> ({stateLabels[state]})</VisuallyHidden>
          </span>
          {detail && <span className={css.detail}>{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
