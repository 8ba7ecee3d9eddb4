// Forms that work before JavaScript has arrived: a plain post to the owning unit's server entry (exposes/actions.ts).
import type { FormHTMLAttributes, SubmitEvent } from 'react';
import { hrefOf } from './href.ts';
import { useLocation } from './navigation.tsx';
import { returnField } from './return-field.ts';
import { useSession } from './session.tsx';

export interface ActionFormProps
  extends Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'method' | 'onSubmit'> {
  /** The name of the action, such as `cart.add`. */
  readonly action: string;
  /** Takes the submit over once the page is hydrated. Without it the form always posts. */
  readonly onSubmit?: (form: FormData, event: SubmitEvent<HTMLFormElement>) => void;
}

export function ActionForm({ action, onSubmit, children, ...rest }: ActionFormProps) {
  const { locale } = useSession();
  const { path, search } = useLocation();
  const submit = onSubmit
    ? (event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
        onSubmit(new FormData(event.currentTarget, submitter), event);
      }
    : undefined;
  return (
    <form {...rest} method="post" action={hrefOf(locale, `/actions/${action}`)} onSubmit={submit}>
      <input type="hidden" name={returnField} value={search.size > 0 ? `${path}?${search}` : path} />
      {children}
    </form>
  );
}
