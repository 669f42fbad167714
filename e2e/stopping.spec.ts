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

test('a long measurement pauses, goes on, and says how fast and how long still', async ({ page }) => {
  await measuring(page);
  await expect(page.getByText(/^[\d,]+ a second · \d+ (s|min) left$/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/^Paused\./)).toBeVisible();
  const progress = page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/);
  // the batch that was under way may still come
  await page.waitForTimeout(500);
  const at = await progress.textContent();
  await page.waitForTimeout(500);
  expect(await progress.textContent()).toBe(at);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(progress).not.toHaveText(at ?? '');
});

test('a long measurement that is stopped keeps what it counted, says so, and can be taken up again', async ({
  page,
}) => {
  await measuring(page);
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(
    page.getByText(/^You stopped: the charts show [1-9][\d,]* of 6,000 sentences, drawn at random.$/),
  ).toBeVisible();
  await expect(page.getByText(/ tokens of [\d,]+ of 6,000 sentences · specials in/).first()).toBeVisible();
  await page.getByRole('switch').first().click();
  await expect(page.getByText(/mean cosine of two random tokens .*→/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Measure all' }).click();
  await expect(page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to what you typed' }).click();
  await expect(page.getByText(/^8 sentences · /)).toBeVisible();
  await expect(page.getByText(/^You stopped/)).toHaveCount(0);
});

test('a paused measurement gives way to another text', async ({ page }) => {
  await measuring(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Back to what you typed' }).click();
  await expect(page.getByText(/^8 sentences · /)).toBeVisible();
  await drop(page, [{ name: 'long.txt', text: lines.join('\n') }]);
  await expect(page.getByText(/^Measured [1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
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
