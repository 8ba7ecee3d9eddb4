import { expect, test } from 'vitest';
import { nobody } from '../identity.ts';
import { Refusal } from '../refusal.ts';
import { rateLimit } from './rate-limit.ts';

const visitor = (name: string, address = '10.0.0.1') => ({
  identity: { visitor: name, scopes: new Set<string>() },
  address,
});

/** How many of `asked` requests at one moment are answered, and when the first refused one may come again. */
function passes(ask: () => void, asked: number): { passed: number; retryAfter?: string | undefined } {
  for (let passed = 0; passed < asked; passed++) {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect([error.code, error.status]).toEqual(['RATE_LIMITED', 429]);
      return { passed, retryAfter: error.headers['retry-after'] };
    }
  }
  return { passed: asked };
}

test('n requests at once are answered, and n a second after that', () => {
  let now = 5_000;
  const limit = rateLimit(10, () => now);
  const ask = () => limit(visitor('mina'));
  expect(passes(ask, 100)).toEqual({ passed: 10, retryAfter: '1' });
  now += 500;
  expect(passes(ask, 100)).toMatchObject({ passed: 5 });
  now += 60_000;
  expect(passes(ask, 100)).toMatchObject({ passed: 10 });
});

test('a refused request costs nothing', () => {
  let now = 0;
  const limit = rateLimit(1, () => now);
  const ask = () => limit(visitor('mina'));
  passes(ask, 1);
  for (let tries = 0; tries < 50; tries++) expect(passes(ask, 1)).toEqual({ passed: 0, retryAfter: '1' });
  now += 1_000;
  expect(passes(ask, 1)).toEqual({ passed: 1 });
});

test('one visitor is one wherever it asks from; who has no identity is known by the address', () => {
  const limit = rateLimit(2, () => 0);
  expect(passes(() => limit(visitor('mina', '10.0.0.1')), 1).passed).toBe(1);
  expect(passes(() => limit(visitor('mina', '10.0.0.2')), 5).passed).toBe(1);
  expect(passes(() => limit(visitor('jun', '10.0.0.1')), 5).passed).toBe(2);
  expect(passes(() => limit({ identity: nobody, address: '10.0.0.1' }), 5).passed).toBe(2);
  expect(passes(() => limit({ identity: nobody, address: '10.0.0.9' }), 5).passed).toBe(2);
});

test('0 limits nobody', () => {
  const limit = rateLimit(0, () => 0);
  expect(passes(() => limit(visitor('mina')), 1_000).passed).toBe(1_000);
});

test('of more visitors than are remembered, the first is forgotten', () => {
  const limit = rateLimit(1, () => 5_000);
  const first = () => limit(visitor('first'));
  expect(passes(first, 10).passed).toBe(1);
  for (let each = 0; each < 100_000; each++) limit(visitor(`other ${each}`));
  expect(passes(first, 10).passed).toBe(1);
});
