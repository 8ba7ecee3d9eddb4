import { defineConfig } from 'vitest/config';

// Processes and PostgreSQL are started for real, on machines with two cores too.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
