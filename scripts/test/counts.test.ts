import { expect, test } from 'vitest';
import { playwrightCounts, sum, vitestCounts } from './counts.ts';

const vitestReport = { success: true, numPassedTests: 7, numFailedTests: 0, testResults: [] };
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

test('a test file that cannot be read counts as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestCounts({ ...vitestReport, success: false, testResults })).toEqual({ passed: 7, failed: 1 });
});

test('an error outside of tests counts as a failure', () => {
  expect(vitestCounts({ ...vitestReport, success: false })).toEqual({ passed: 7, failed: 1 });
});

test('a skipped browser test counts as a failure, and so does one that passed only when repeated', () => {
  expect(playwrightCounts({ stats: { ...stats, skipped: 1, flaky: 1 }, errors: [] })).toEqual({
    passed: 5,
    failed: 2,
  });
});

test('all runners add up', () => {
  expect(sum([vitestCounts(vitestReport), playwrightCounts({ stats, errors: [] })])).toEqual({
    passed: 12,
    failed: 0,
  });
});
