import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** The same page, with a real checkpoint dropped into it (`npm run test:real`). */
export default defineConfig({
  ...base,
  testIgnore: [],
  testMatch: '**/*.real.spec.ts',
  timeout: 300_000,
  reporter: [['list'], ['json', { outputFile: 'build/reports/real-e2e.json' }]],
});
