import { defineConfig } from '@playwright/test';
import { browserArguments } from './scripts/browser/arguments.ts';
import { getBrowser } from './scripts/browser/get.ts';

// Playwright's workers read this file again: what is found once is handed on to them
process.env['CHROME_PATH'] = getBrowser();

const port = Number(process.env['TAILSCOPE_PORT'] ?? 4179);
const origin = `http://localhost:${port}`;

/** End-to-end tests, on the built page as `npm start` serves it. No retries: a flaky test is a broken one. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: '**/*.real.spec.ts',
  outputDir: 'build/e2e',
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // each page runs a model on every core it finds
  workers: 1,
  // a slow machine with other work beside this takes ten times what a fast one does, and is no failure
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'build/reports/e2e.json' }]],
  use: {
    baseURL: origin,
    launchOptions: { executablePath: process.env['CHROME_PATH'], args: browserArguments() },
    // a trace costs a tenth of the time; of one failed test: npm run test:e2e -- --trace on -g "its name"
    trace: 'off',
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: origin,
    reuseExistingServer: false,
  },
});
