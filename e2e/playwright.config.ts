// Journeys through a whole shop. `npm test` starts one on free ports and runs them; to run them against it alone:
// npm run manifest -w e2e && OPERATION_MANIFESTS=e2e/dist/operations.json npm start
// BASE_URL=… DATA_DIR=… CHROMIUM=… npm test -w e2e
import { defineConfig } from '@playwright/test';
import { env } from './env.ts';

export default defineConfig({
  testDir: './tests',
  // The journeys share one shop, and some stop a part of it.
  workers: 1,
  retries: 0,
  forbidOnly: env.CI,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: env.BASE_URL,
    locale: 'en-US',
    colorScheme: 'light',
    // What unfolds moves under the pointer for its first frames; on a busy machine a click meant for it lands beside it.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testIgnore: '**/whole-shop/**',
      use: { viewport: { width: 320, height: 640 }, hasTouch: true },
    },
  ],
});
