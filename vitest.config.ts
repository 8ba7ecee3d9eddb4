import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'subgraphs/*', 'router', 'registry', 'shell', 'mfe-*', 'bench', 'scripts'],
  },
});
