import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments } from '../../scripts/browser/arguments.ts';
import { getBrowser } from '../../scripts/browser/get.ts';

export interface ServedPage {
  /** Address of the built page. */
  readonly url: string;
  readonly browser: Browser;
}

/** Serves dist/ as `npm start` does, starts a browser, and ends both when the work is done. */
export async function withServedPage<T>(work: (served: ServedPage) => Promise<T>): Promise<T> {
  const server = await preview({ preview: { open: false }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: getBrowser(), args: browserArguments() });
  try {
    const [url] = server.resolvedUrls?.local ?? [];
    if (url === undefined) throw new Error('The preview server has no local address.');
    return await work({ url, browser });
  } finally {
    await browser.close();
    await server.close();
  }
}
