import { Button } from '@arcade/ui/button';
import { TextField } from '@arcade/ui/text-field';
import { type SubmitEvent, useState } from 'react';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';
import { type CardForm, type CardToken, formatCardNumber, testCards, tokenize } from './sandbox-card.ts';

type CardErrors = Partial<Record<keyof CardForm, 'cardInvalid' | 'expiryInvalid' | 'cvcInvalid'>>;

/** The card is exchanged for a token here; its number goes no further. */
export function PaymentStep({ onDone }: { onDone: (card: CardToken) => void }) {
  const t = useOrderMessages();
  const [card, setCard] = useState<CardForm>({ number: '', expiry: '', cvc: '' });
  const [errors, setErrors] = useState<CardErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const now = new Date();
    const result = tokenize(card, { year: now.getFullYear(), month: now.getMonth() + 1 });
    if ('errors' in result) return setErrors(result.errors);
    setErrors({});
    onDone(result);
  };

  const fillIn = (number: string) => {
    setErrors({});
    setCard({ number, expiry: `12/${(new Date().getFullYear() + 3) % 100}`, cvc: '123' });
  };

  const field = (name: keyof CardForm, label: string, autoComplete: string, placeholder: string) => (
    <TextField
      label={label}
      name={`card-${name}`}
      inputMode="numeric"
      autoComplete={autoComplete}
      placeholder={placeholder}
      value={card[name]}
      error={errors[name] && t[errors[name]]}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setCard({ ...card, [name]: name === 'number' ? formatCardNumber(typed) : typed });
      }}
    />
  );

  return (
    <form onSubmit={submit} noValidate className={css.form}>
      <div className={css.card}>
        {field('number', t.cardNumber, 'cc-number', '0000 0000 0000 0000')}
        {field('expiry', t.cardExpiry, 'cc-exp', 'MM/YY')}
        {field('cvc', t.cardCvc, 'cc-csc', '123')}
      </div>
      <section className={css.sandbox} aria-label={t.sandboxTitle}>
        <p>{t.sandboxText}</p>
        <ul>
          {testCards.map(({ number, outcome }) => (
            <li key={number}>
              <span className={css.testCard}>
                <code>{number}</code> <span className={css.outcome}>{t[outcome]}</span>
              </span>
              <Button
                variant="quiet"
                onClick={() => fillIn(number)}
                aria-label={`${t.useCard} ${number}, ${t[outcome]}`}
              >
                {t.useCard}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <Button type="submit" variant="primary">
        {t.continue}
      </Button>
    </form>
  );
}
