import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take graphql's ES modules, Apollo takes its CommonJS: two copies do not know each other's classes.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 30_000,
    // The stock gateway, which ours is compared with, would tell its maker where it runs.
    env: { APOLLO_TELEMETRY_DISABLED: 'true' },
  },
});
