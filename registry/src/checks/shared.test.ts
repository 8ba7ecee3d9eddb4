import { expect, test } from 'vitest';
import { checkProvided, checkShared } from './shared.ts';
import { live, release, world } from './test-world.ts';

const shell = { version: '5', shared: { react: '19.3.1', '@arcade/ui/button': '0.1.4' }, uses: {} };
const needs = (request: string, requiredVersion: string, singleton = true) =>
  release('mfe-order', '2', { shared: { [request]: { requiredVersion, singleton } } });

test('a range that holds what the shell provides may be released', () => {
  expect(checkShared(needs('react', '^19.2.0'), world({ shell }))).toEqual([]);
  expect(checkShared(needs('@arcade/ui/button', '^0.1.0'), world({ shell }))).toEqual([]);
});

test('a range that the shell does not meet is refused, and says what to install', () => {
  expect(checkShared(needs('react', '^20.0.0'), world({ shell }))).toEqual([
    {
      check: 'shared',
      severity: 'refusal',
      unit: 'mfe-order',
      release: '2',
      message: 'It needs react ^20.0.0, but the shell (5) provides 19.3.1.',
      remedy: expect.stringMatching(/^Install react 19\.3\.1 in the workspace/),
    },
  ]);
  expect(checkShared(needs('@arcade/ui/button', '^0.2.0'), world({ shell }))).toMatchObject([
    { remedy: expect.stringMatching(/^Install @arcade\/ui 0\.1\.4/) },
  ]);
});

test('the copy that is in the page counts also for who asks for no singleton', () => {
  expect(checkShared(needs('react', '^20.0.0', false), world({ shell }))).toHaveLength(1);
});

test('a singleton that the shell does not provide is refused; what may be there twice is brought along', () => {
  expect(checkShared(needs('urql', '^5.0.0'), world({ shell }))).toMatchObject([
    { message: 'It needs urql ^5.0.0 as the only copy in the page, but the shell (5) does not provide it.' },
  ]);
  expect(checkShared(needs('urql', '^5.0.0', false), world({ shell }))).toEqual([]);
});

test('a range that is none is refused', () => {
  expect(checkShared(needs('react', 'nineteen'), world({ shell }))).toHaveLength(1);
});

test('a shell may not provide what live releases, or those of a rollback, were not built for', () => {
  const now = world({
    live: [live(needs('react', '^19.2.0'))],
    recallable: [release('mfe-order', '1', needs('react', '^19.2.0')), needs('react', '^19.2.0')],
  });
  expect(checkProvided({ ...shell, version: '6' }, now)).toEqual([]);
  expect(checkProvided({ ...shell, version: '6', shared: { react: '20.0.0' } }, now)).toMatchObject([
    {
      unit: 'shell',
      release: '6',
      message: expect.stringContaining('It needs react ^19.2.0, but the shell (6) provides 20.0.0.'),
      affects: [{ unit: 'mfe-order', release: '2', traffic: 100 }],
    },
  ]);
});
