import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'subgraphs/*', 'router', 'registry', 'shell', 'mfe-*', 'scripts'],
    // PostgreSQL and processes are started in them, on machines with two cores too.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
