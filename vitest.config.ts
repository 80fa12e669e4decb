import { defineConfig } from 'vitest/config';

// The end-to-end suite needs a real Synapse: `npm run test:e2e` (see test/e2e/README.md).
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 20_000,
    // matrix-bot-sdk loads these with `require`: loaded by vitest too, there would be two copies of their settings.
    server: { deps: { external: [/\/bot\/matrix\/replacements\//] } },
  },
});
