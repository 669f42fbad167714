import { configDefaults, defineConfig } from 'vitest/config';

/** Unit tests: beside the code, in Node. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.real.test.ts'],
    reporters: ['default', ['json', { outputFile: 'build/reports/unit.json' }]],
  },
});
