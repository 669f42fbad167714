import { configDefaults, defineConfig } from 'vitest/config';

/** Unit tests: beside the code, in Node. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.real.test.ts'],
    // one of two cores would be left idle, for the developer's sake
    maxWorkers: '100%',
    // random inputs by the hundred take long beside other work
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'build/reports/unit.json' }]],
  },
});
