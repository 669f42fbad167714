import type { Page } from '@playwright/test';

/** Puts a script before the worker's own: no test can reach into a worker that runs already. */
export async function beforeWorker(page: Page, script: string): Promise<void> {
  await page.context().route(/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script};\n${await response.text()}` });
  });
}
