import { expect, test } from 'vitest';
import { formatCardNumber, testCards, tokenize } from './sandbox-card.ts';

const november2026 = { year: 2026, month: 11 };
const card = { number: '4242 4242 4242 4242', expiry: '12/29', cvc: '123' };

test.each(testCards)('the test card $number is exchanged for $token', ({ number, token }) => {
  expect(tokenize({ ...card, number }, november2026)).toEqual({ token, last4: number.slice(-4) });
});

test('a number that is no test card is refused at its field', () => {
  expect(tokenize({ ...card, number: '4242 4242 4242 4241' }, november2026)).toEqual({
    errors: { number: 'cardInvalid' },
  });
});

test.each(['10/26', '13/29', '1229', '', '00/30'])('%j is no month that lies ahead', (expiry) => {
  expect(tokenize({ ...card, expiry }, november2026)).toEqual({ errors: { expiry: 'expiryInvalid' } });
});

test('a card is good through the last month on it', () => {
  expect(tokenize({ ...card, expiry: '11/26' }, november2026)).toMatchObject({ last4: '4242' });
});

test('every field that is wrong is named', () => {
  expect(tokenize({ number: '1', expiry: 'x', cvc: '12' }, november2026)).toEqual({
    errors: { number: 'cardInvalid', expiry: 'expiryInvalid', cvc: 'cvcInvalid' },
  });
});

test('digits are grouped as they are typed', () => {
  expect(formatCardNumber('42424242424')).toBe('4242 4242 424');
  expect(formatCardNumber('4242-4242 x')).toBe('4242 4242');
});
