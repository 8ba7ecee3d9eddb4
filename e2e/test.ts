// The tests' own `test`: every page is listened to, and what does not belong (console errors and warnings, uncaught
// errors, failed requests, answers of 400 and more) fails the test.
import { test as base, expect, type Page } from '@playwright/test';

interface Options {
  /** What a test brings about on purpose. */
  expectedNoise: RegExp;
}

interface Fixtures {
  /** What the pages of this test have said and asked for that does not belong. */
  noise: string[];
}

export const test = base.extend<Options & Fixtures>({
  expectedNoise: [/^$/, { option: true }],
  noise: [
    async ({ context, expectedNoise }, use) => {
      const noise: string[] = [];
      context.on('page', (page) => listen(page, noise));
      for (const page of context.pages()) listen(page, noise);
      await use(noise);
      const unexpected = noise.filter((line) => !expectedNoise.test(line));
      expect(unexpected, 'what the pages said and asked for').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export function listen(page: Page, noise: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      noise.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400)
      noise.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What a navigation leaves behind is cancelled by the browser itself.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') noise.push(`${reason} ${request.method()} ${request.url()}`);
  });
}
