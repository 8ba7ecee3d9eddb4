import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Some tests start the shell, which takes a second, or many on a machine that does more than this.
    testTimeout: 30_000,
  },
});
