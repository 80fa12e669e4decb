import { defineConfig } from 'vitest/config';

// Needs the Chromium of the machine (CHROMIUM, or /usr/bin/chromium): `npm run test:site`.
export default defineConfig({
  test: {
    include: ['test/site/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
