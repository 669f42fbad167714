import { type Page, expect, test } from '@playwright/test';
import { chart, drop, modelChip, openPage, sentences } from './page.ts';

const lines = Array.from(
  { length: 6000 },
  (_, i) => `The ${i} small boats came home before the rain, and the old captain counted every one of them.`,
);

/** A pass of many seconds, under way. */
async function measuring(page: Page): Promise<void> {
  await openPage(page);
  await drop(page, [{ name: 'long.txt', text: lines.join('\n') }]);
  await expect(page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
}

test('a worker that dies in the middle of its work says so, and trying again works', async ({ page }) => {
  await measuring(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    self.close();
  });
  const failed = page.getByRole('alert').filter({ hasText: 'worker that runs the model stopped' });
  await expect(failed.first()).toBeVisible();
  await expect(page.getByText('long.txt, 6,000 lines').first()).toBeVisible();
  await expect(chart(page, /stands? out in/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
});

test('a measurement can be stopped, the page says so, and it can be taken up again', async ({ page }) => {
  await measuring(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. The charts show the text before this one.')).toBeVisible();
  await page.getByRole('button', { name: 'Measure again' }).click();
  await expect(page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to what you typed' }).click();
  await expect(page.getByText(/^8 sentences · /)).toBeVisible();
  await expect(page.getByText('Stopped.')).toHaveCount(0);
});

test('the device can be chosen, and is kept over a reload', async ({ page }) => {
  await openPage(page);
  await modelChip(page).click();
  await page.getByRole('radio', { name: 'WASM' }).check({ force: true });
  await expect(modelChip(page)).toContainText(/WASM × \d/);
  await page.reload();
  await expect(modelChip(page)).toContainText(/WASM × \d/);
  await modelChip(page).click();
  await expect(page.getByRole('radio', { name: 'WASM' })).toBeChecked();
});

test('a text too long for a link is left out of it, and the page says so', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('word '.repeat(41_000));
  await expect(page.getByText(/^This text is too long for a link/)).toBeVisible();
  await page.waitForTimeout(600); // longer than the address waits for typing
  expect(page.url()).not.toContain('text=');
});
