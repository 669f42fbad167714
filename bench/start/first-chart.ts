import type { Browser } from '@playwright/test';

/** Milliseconds since the navigation began. */
export interface FirstPaint {
  /** The browser's own first contentful paint: any text or picture. */
  readonly content: number;
  /** The frame in which the first element `[data-chart]` with something drawn in it was presented. */
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
    await page.addInitScript(watchForChart);
    await page.goto(url, { waitUntil: 'commit' });
    const chart = await page.waitForFunction(() => window.tailscopeFirstChart, undefined, {
      timeout: 30_000,
      polling: 50,
    });
    const content = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    );
    return { content, chart: (await chart.jsonValue()) ?? NaN };
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    tailscopeFirstChart?: number;
  }
}

/** Runs in the page, before its own scripts. */
function watchForChart(): void {
  const drawn = (): boolean =>
    [...document.querySelectorAll('[data-chart]')].some((chart) => {
      const { width, height } = chart.getBoundingClientRect();
      return (
        width > 0 && height > 0 && chart.querySelector('canvas, svg path, svg rect, svg line, svg circle')
      );
    });
  const watch = (): void => {
    if (!drawn()) {
      requestAnimationFrame(watch);
      return;
    }
    // this callback comes before the frame is painted; a task queued in it comes after
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.tailscopeFirstChart = performance.now();
    };
    port2.postMessage(undefined);
  };
  requestAnimationFrame(watch);
}
