// Forms that work before JavaScript has arrived: a plain post to the owning unit's server entry (exposes/actions.ts).
import { createContext, type FormHTMLAttributes, type SubmitEvent, use } from 'react';
import { hrefOf } from './href.ts';
import { useLocation } from './navigation.tsx';
import { releaseField, returnField } from './return-field.ts';
import { useSession } from './session.tsx';

/** Filled by the shell around each page and slot: the release that it is of, as `mfe-order@1.4.0`. */
export const ReleaseContext = createContext<string | null>(null);

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
  const release = use(ReleaseContext);
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
      {release && <input type="hidden" name={releaseField} value={release} />}
      {children}
    </form>
  );
}
