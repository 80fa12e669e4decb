import { defineConfig } from 'vitest/config';

// One homeserver and a few bot processes on a small machine: files run one after the other.
export default defineConfig({
  test: {
    include: ['test/e2e/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
