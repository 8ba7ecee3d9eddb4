// What the test runners' JSON reports add up to.
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
}

const vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** A file that could not even be read, and an error outside of tests, are failures too. */
export function vitestCounts(report: unknown): Counts {
  const { success, numPassedTests, numFailedTests, testResults } = vitest.parse(report);
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: success ? failed : Math.max(1, failed) };
}

const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** A test that was skipped or passed only when repeated has not shown what it is there for. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = playwright.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

export function sum(all: Counts[]): Counts {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}
