import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';

const watch = fileURLToPath(new URL('watch-for-chart.js', import.meta.url));

/** Milliseconds since the navigation began. */
export interface FirstPaint {
  /** The browser's own first contentful paint: any text or picture. */
  readonly content: number;
  /** The frame in which the first figure with something drawn in it was presented. */
  readonly chart: number;
}

/**
 * Opens a page in a browser profile that has never seen it and waits for its first drawn chart.
 * @throws when none is drawn within 30 s
 */
export async function firstChart(browser: Browser, url: string): Promise<FirstPaint> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: watch });
    await page.goto(url, { waitUntil: 'commit' });
    const chart = await page.waitForFunction(() => window.tailscopeFirstChart, undefined, {
      timeout: 30_000,
      polling: 50,
    });
    // the browser files its entry some time after the frame was shown
    const content = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    return { content: (await content.jsonValue()) ?? NaN, chart: (await chart.jsonValue()) ?? NaN };
  } finally {
    await context.close();
  }
}

// written by watch-for-chart.js
declare global {
  interface Window {
    tailscopeFirstChart?: number;
  }
}
