import { expect, test, vi } from 'vitest';
import { formatDay, formatMoment } from './dates.ts';
import { decimalAmount, formatMoney } from './money.ts';

test('money is shown with the exponent and the sign of its own currency', () => {
  expect(formatMoney({ amount: 1_990, currency: 'USD' }, 'en')).toBe('$19.90');
  expect(formatMoney({ amount: 19_900, currency: 'KRW' }, 'en')).toBe('₩19,900');
  expect(formatMoney({ amount: 123_456, currency: 'USD' }, 'ko')).toBe('$1,234.56');
  expect(formatMoney({ amount: 0, currency: 'KRW' }, 'ko')).toBe('₩0');
});

test('money is written for machines without sign and grouping', () => {
  expect(decimalAmount({ amount: 123_450, currency: 'USD' })).toBe('1234.50');
  expect(decimalAmount({ amount: 19_900, currency: 'KRW' })).toBe('19900');
});

test('a day is the same day wherever it is read', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    vi.stubEnv('TZ', zone);
    expect(formatDay('2026-11-26', 'en')).toBe('Thu, Nov 26');
    expect(formatDay('2026-11-26', 'ko')).toBe('11월 26일 (목)');
  }
  vi.unstubAllEnvs();
});

test("a moment is shown in the shop's zone, the same on the server and in the browser", () => {
  vi.stubEnv('TZ', 'America/New_York');
  expect(formatMoment('2026-11-26T20:30:00Z', 'en')).toMatch(/^Nov 27, 2026, 5:30\sAM$/);
  vi.unstubAllEnvs();
});
