/**
 * The browser half of the sandbox payment provider. As with a real provider, the card number is exchanged for a token
 * before anything reaches the shop; here the exchange is a table of test cards instead of a call to the provider.
 */
export const testCards = [
  { number: '4242 4242 4242 4242', token: 'tok_visa_success', outcome: 'cardSuccess' },
  { number: '4000 0000 0000 0002', token: 'tok_declined', outcome: 'cardDeclined' },
  { number: '4000 0000 0000 9995', token: 'tok_insufficient_funds', outcome: 'cardFunds' },
  { number: '4000 0000 0000 0069', token: 'tok_expired', outcome: 'cardExpired' },
  { number: '4000 0000 0000 0119', token: 'tok_timeout', outcome: 'cardTimeout' },
] as const;

export interface CardForm {
  number: string;
  /** MM/YY */
  expiry: string;
  cvc: string;
}

export interface CardToken {
  token: string;
  last4: string;
}

type CardField = keyof CardForm;
type CardError = 'cardInvalid' | 'expiryInvalid' | 'cvcInvalid';

/** Checks the form as a provider's form does and exchanges it for a token; refusals name the field. */
export function tokenize(
  card: CardForm,
  today: { year: number; month: number },
): CardToken | { errors: Partial<Record<CardField, CardError>> } {
  const digits = card.number.replace(/\D/g, '');
  const errors: Partial<Record<CardField, CardError>> = {};
  const known = testCards.find((test) => test.number.replaceAll(' ', '') === digits);
  if (!known) errors.number = 'cardInvalid';
  if (!isAhead(card.expiry, today)) errors.expiry = 'expiryInvalid';
  if (!/^\d{3,4}$/.test(card.cvc.trim())) errors.cvc = 'cvcInvalid';
  if (!known || Object.keys(errors).length > 0) return { errors };
  return { token: known.token, last4: digits.slice(-4) };
}

function isAhead(expiry: string, today: { year: number; month: number }): boolean {
  const match = /^\s*(\d{1,2})\s*\/\s*(\d{2})\s*$/.exec(expiry);
  const month = Number(match?.[1]);
  const year = 2000 + Number(match?.[2]);
  return month >= 1 && month <= 12 && (year > today.year || (year === today.year && month >= today.month));
}

/** Groups digits by four, as printed on the card. */
export function formatCardNumber(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}
