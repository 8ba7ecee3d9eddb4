// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UnitRelease } from './release-set.ts';
import { report, reportFor } from './report.ts';
import { unhandled } from './unhandled.ts';

const beacons: { address: string; reports: unknown[] }[] = [];
let visibility = 'visible';

beforeEach(() => {
  vi.useFakeTimers();
  beacons.length = 0;
  visibility = 'visible';
  const sendBeacon = (address: string, body: string) =>
    beacons.push({ address, reports: JSON.parse(body) }) > 0;
  Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
});
afterEach(() => void vi.useRealTimers());

const release: UnitRelease = {
  version: 'v1',
  container: 'mfe_test_v1',
  entry: ['client/remoteEntry.js', ''],
  pages: {},
  slots: [],
  files: {},
};
reportFor({ units: { 'mfe-test': release } });

test('what has gone wrong is told together, once, with the release that it was', () => {
  const broken = { unit: 'mfe-test', name: 'test.page', kind: 'boundary', error: new Error('no') } as const;
  report(broken);
  report(broken);
  report({ unit: 'mfe-test', release: 'v0', name: 'test.page', kind: 'error', error: 'rejected' });
  expect(beacons).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(beacons).toEqual([
    {
      address: '/reports',
      reports: [
        { unit: 'mfe-test', release: 'v1', name: 'test.page', kind: 'boundary', message: 'no' },
        { unit: 'mfe-test', release: 'v0', name: 'test.page', kind: 'error', message: 'rejected' },
      ],
    },
  ]);
});

test('a page that is left tells at once', () => {
  report({ unit: 'mfe-test', name: 'before', kind: 'boundary', error: 'no' });
  visibility = 'hidden';
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  report({ unit: 'mfe-test', name: 'CLS', kind: 'slow', error: 'CLS 0.40' });
  expect(beacons.map(({ reports }) => reports.length)).toEqual([1, 1]);
});

test.for([
  [
    'of the release that threw, below the frames of React',
    `at a (${location.origin}/assets/app.1.js:1:2)\n at b (${location.origin}/releases/mfe-order/v2/client/1.js:1:2)`,
    { unit: 'mfe-order', release: 'v2' },
  ],
  ['of the shell', `at a (${location.origin}/assets/app.1.js:1:2)`, { unit: 'shell' }],
  ["of nobody: a browser's extension", 'at a (chrome-extension://abc/content.js:1:2)', undefined],
  ['of nobody: a script that hides', '', undefined],
] as const)('an error that nobody caught is %s', ([, trace, owner]) => {
  const found = unhandled(trace, new Error('no'));
  if (owner) expect(found).toMatchObject({ ...owner, kind: 'error' });
  else expect(found).toBeUndefined();
});
