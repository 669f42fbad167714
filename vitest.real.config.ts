import { defineConfig } from 'vitest/config';

/** Tests on a real checkpoint and real corpora (`npm run test:real`), one after another: they take every core. */
export default defineConfig({
  test: {
    include: ['src/**/*.real.test.ts'],
    passWithNoTests: false,
    fileParallelism: false,
    testTimeout: 20 * 60_000,
    hookTimeout: 20 * 60_000,
    reporters: ['default', ['json', { outputFile: 'build/reports/real-unit.json' }]],
  },
});
