import { defineConfig } from 'vitest/config';

// Real processes and databases on whatever machine: tests wait for conditions, and may wait long.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 30_000 } });
