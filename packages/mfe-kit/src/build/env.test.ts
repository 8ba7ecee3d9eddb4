import { expect, test } from 'vitest';
import { servePort } from './env.ts';

test('a build is handed out at the port that SERVE names, and nowhere without it', () => {
  expect(servePort({ SERVE: '3102' })).toBe(3102);
  expect(servePort({ SERVE: '' })).toBeUndefined();
  expect(servePort({})).toBeUndefined();
});

test.for(['yes', '0', '70000', '3102.5'])('SERVE=%s stops the build in one line', (SERVE) => {
  expect(() => servePort({ SERVE })).toThrow(`SERVE is "${SERVE}": expected a port, 1 to 65535.`);
});
