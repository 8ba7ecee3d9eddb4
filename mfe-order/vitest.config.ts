import { defineConfig } from 'vitest/config';

/** Tests wait for conditions; the limit only ends those that will never hold, also on a busy machine. */
export default defineConfig({ test: { environment: 'jsdom', testTimeout: 30_000 } });
