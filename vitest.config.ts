import { defineConfig } from 'vitest/config';

// The end-to-end suite needs a real Synapse: `npm run test:e2e`. The pages need Chromium: `npm run test:site`.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    exclude: ['test/e2e/**', 'test/site/**', 'node_modules/**'],
    // Some tests start processes, which take their time where other work shares the processors: only a hang is long.
    testTimeout: 60_000,
    // Vitest leaves one of two processors idle by default.
    maxWorkers: 2,
    hookTimeout: 60_000,
    // matrix-bot-sdk calls `util._extend`, as `npm start` knows too.
    execArgv: ['--disable-warning=DEP0060'],
    // matrix-bot-sdk loads these with `require`: loaded by vitest too, there would be two copies of their settings.
    server: { deps: { external: [/\/bot\/matrix\/replacements\//] } },
  },
});
