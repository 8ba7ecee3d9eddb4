// What just happened, told to eyes and ears.
import { createContext, use } from 'react';

export interface Toast {
  readonly text: string;
  readonly kind?: 'done' | 'refused';
  /** One thing that the visitor can do about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Feedback {
  readonly announce: (text: string) => void;
  readonly toast: (toast: Toast) => void;
}

/** Filled by the shell. */
export const FeedbackContext = createContext<Feedback | null>(null);

function useFeedback(): Feedback {
  const feedback = use(FeedbackContext);
  if (!feedback)
    throw new Error('This component is rendered outside the shell: no FeedbackContext above it.');
  return feedback;
}

/** `announce('3 products')`: for screen readers only, politely. */
export function useAnnounce(): Feedback['announce'] {
  return useFeedback().announce;
}

/** Shows a message at the edge of the screen; screen readers hear it too. */
export function useToast(): Feedback['toast'] {
  return useFeedback().toast;
}
