/**
 * `npm run bench:long-tasks [-- FILE]`: how long the page's main thread is ever busy in one go while a text is measured
 * (10,000 made-up sentences unless a file is named), as the browser's own observer of long tasks has it. Target: none of more
 * than 50 ms from when the file was read to the last figure.
 */
import type { Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { describeMachine } from '../shared/machine.ts';
import { madeUpSentences } from '../shared/made-up-sentences.ts';
import { describeOtherWork, watchOtherWork } from '../shared/other-work.ts';
import { withServedPage } from '../shared/served-page.ts';

const SENTENCES = 10_000;
const MOST = 50;
/** Milliseconds in which a pass shows that it began, and in which it is done. */
const BEGIN = 30_000;
const PASS = 30 * 60_000;
/** Milliseconds between two looks at whether it still runs. */
const LOOK = 250;
/** Milliseconds in which the last figures are drawn. */
const AFTER = 2000;

const [path] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tailscope-long-'));
const file = path ?? join(folder, 'long.txt');
if (path === undefined) writeFileSync(file, madeUpSentences(SENTENCES).join('\n'));
const lines = readFileSync(file, 'utf8').split('\n').length;
console.log(describeMachine());
await build({ logLevel: 'warn' });
try {
  await withServedPage(async ({ url, browser }) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.getByText(/WASM × \d|WebGPU/).waitFor();
    await observe(page);
    const stop = watchOtherWork();
    // by its path, and with few and cheap looks at the page: what the driver does there is counted too
    await page.locator('input[type=file]').first().setInputFiles(file);
    const running = async (is: boolean, within: number): Promise<void> => {
      const until = performance.now() + within;
      const isRunning = () => page.evaluate(() => document.querySelector('progress') !== null);
      while ((await isRunning()) !== is) {
        if (performance.now() > until)
          throw new Error(
            is ? 'No progress was shown: is the text too short?' : 'The text was not measured in time.',
          );
        await page.waitForTimeout(LOOK);
      }
    };
    await running(true, BEGIN);
    const began = performance.now();
    await running(false, PASS);
    const took = (performance.now() - began) / 1000;
    await page.waitForTimeout(AFTER);
    const tasks = await page.evaluate(() => window.tailscopeLongTasks ?? []);
    const longest = tasks.reduce((most, { duration }) => Math.max(most, duration), 0);
    console.log(`${lines} lines in ${took.toFixed(1)} s`);
    console.log(
      `${tasks.length} tasks of more than ${MOST} ms on the main thread, the longest of ${longest.toFixed(0)} ms`,
    );
    for (const { start, duration } of tasks)
      console.log(`  at ${(start / 1000).toFixed(1)} s: ${duration.toFixed(0)} ms`);
    console.log(describeOtherWork(stop()));
    if (tasks.length > 0) process.exitCode = 1;
  });
} finally {
  rmSync(folder, { recursive: true });
}

/** From now on every task that the browser calls long, those of more than 50 ms, is kept. */
async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: { start: number; duration: number }[] = [];
    window.tailscopeLongTasks = tasks;
    const from = performance.now();
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        tasks.push({ start: startTime - from, duration });
    }).observe({ type: 'longtask' });
  });
}

declare global {
  interface Window {
    tailscopeLongTasks?: { start: number; duration: number }[];
  }
}
