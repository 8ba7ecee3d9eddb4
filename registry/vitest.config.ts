import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some start processes, on machines with two cores too.
  test: { testTimeout: 30_000 },
  // Vite would take graphql's ES modules, Apollo takes its CommonJS: two copies do not know each other's classes.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
});
