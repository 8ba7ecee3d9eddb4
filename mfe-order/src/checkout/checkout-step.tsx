import { Button } from '@arcade/ui/button';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';
import { type Step, steps } from './draft.ts';

interface CheckoutStepProps {
  step: Step;
  current: Step;
  /** Everything before it has been entered. */
  reached: boolean;
  title: string;
  /** What was entered, shown while the step is closed. */
  summary?: string | undefined;
  onOpen: () => void;
  children: ReactNode;
}

/** One step of the checkout. What was entered stays in the page while it is closed. */
export function CheckoutStep({
  step,
  current,
  reached,
  title,
  summary,
  onOpen,
  children,
}: CheckoutStepProps) {
  const t = useOrderMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = step === current;
  const wasOpen = useRef(open);

  // The next step's heading takes the focus, so that keyboard and screen reader follow.
  useEffect(() => {
    if (open && !wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <li className={css.step} aria-current={open ? 'step' : undefined} data-reached={reached}>
      <div className={css.stepHead}>
        <h2 ref={heading} tabIndex={-1}>
          <span className={css.number} aria-hidden="true">
            {steps.indexOf(step) + 1}
          </span>
          {title}
        </h2>
        {!open && reached && (
          <>
            <p className={css.stepSummary}>{summary}</p>
            <Button variant="quiet" className={css.edit} onClick={onOpen} aria-label={`${t.edit}: ${title}`}>
              {t.edit}
            </Button>
          </>
        )}
      </div>
      <div hidden={!open} className={css.stepBody}>
        {children}
      </div>
    </li>
  );
}
