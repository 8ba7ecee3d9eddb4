import { Button } from '@arcade/ui/button';
import { TextField } from '@arcade/ui/text-field';
import { type SubmitEvent, useState } from 'react';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';

interface ContactStepProps {
  email: string;
  /** Code of what the server found wrong. */
  error: string | undefined;
  onDone: (email: string) => void;
}

export function ContactStep({ email: entered, error, onDone }: ContactStepProps) {
  const t = useOrderMessages();
  const [email, setEmail] = useState(entered);
  const [checked, setChecked] = useState(false);
  const valid = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (valid) onDone(email.trim());
  };

  return (
    <form onSubmit={submit} noValidate className={css.form}>
      <TextField
        label={t.email}
        hint={t.emailHint}
        error={(checked && !valid) || error ? t.emailInvalid : undefined}
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        required
      />
      <Button type="submit" variant="primary">
        {t.continue}
      </Button>
    </form>
  );
}
