import { defineConfig } from 'vitest/config';

// Clients written by others: what they need is installed on the way, hence apart from the end-to-end suite.
export default defineConfig({
  test: {
    include: ['test/e2e/clients/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
