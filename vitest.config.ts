import { configDefaults, defineConfig } from 'vitest/config';

/** Unit tests: beside the code, in Node. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.real.test.ts'],
    // random inputs by the hundred take long beside other work
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'build/reports/unit.json' }]],
  },
});
