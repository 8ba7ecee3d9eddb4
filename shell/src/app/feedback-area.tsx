// Toasts and the live region; fills the kit's FeedbackContext.
import { type Feedback, FeedbackContext, type Toast as ToastMessage } from '@arcade/mfe-kit/feedback';
import { useMessages } from '@arcade/mfe-kit/messages';
import { Toast, ToastRegion } from '@arcade/ui/toast';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';

interface Shown extends ToastMessage {
  readonly key: number;
}

interface Props {
  /** What a plain form post has left to say. */
  readonly first: ToastMessage | undefined;
  readonly children: ReactNode;
}

export function FeedbackArea({ first, children }: Props) {
  const t = useMessages({ en, ko });
  const [announcement, announce] = useState('');
  const [toasts, setToasts] = useState<readonly Shown[]>(first ? [{ ...first, key: 0 }] : []);
  const count = useRef(0);
  const feedback = useMemo<Feedback>(
    () => ({
      announce,
      toast(message) {
        count.current += 1;
        const key = count.current;
        // Three at a time are as many as can be read.
        setToasts((all) => [...all, { ...message, key }].slice(-3));
      },
    }),
    [],
  );
  return (
    <FeedbackContext value={feedback}>
      {children}
      <VisuallyHidden>
        <span role="status">{announcement}</span>
      </VisuallyHidden>
      <ToastRegion label={t.messages}>
        {toasts.map(({ key, kind, text, action }) => (
          <Toast
            key={key}
            kind={kind ?? 'done'}
            action={action}
            closeLabel={t.close}
            onClose={() => setToasts((all) => all.filter((one) => one.key !== key))}
          >
            {text}
          </Toast>
        ))}
      </ToastRegion>
    </FeedbackContext>
  );
}
