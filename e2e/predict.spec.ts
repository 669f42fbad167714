import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { cutTail, tableOf, views } from './lab.ts';
import { chart, cutBar, drop, expectAccessible, modelChip, openPage } from './page.ts';

const PREDICT = '#v=1&view=predict';
const GUESS = /stays first|takes the first place|loses the first place|The model guesses/;
const LOSS = /the loss from|hardly moves the loss|cost \d/;

/** Tokens enough for a tail. */
const FEW = 'The dog barked.\nA boat came in at night.';

const field = (page: Page) => page.getByRole('textbox', { name: 'A sentence with a masked word' });

const passage = (page: Page) => page.getByRole('textbox', { name: 'Your text, one sentence a line' });

test('is a press away, guesses whole and cut on one screen, and says which two findings meet there', async ({
  page,
}) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Predict' }).press('Enter');
  await expect(page).toHaveTitle('Predict · Tailscope');
  await expect(page).toHaveURL(/#v=1&view=predict$/);
  await expect(cutBar(page)).toBeVisible();
  const rows = await tableOf(page, GUESS);
  expect(rows[0]).toMatch(/whole.*cut after the network.*cut inside it.*random cut inside/s);
  await expect(chart(page, GUESS).getByText(/ · random: \d+.*, drawn with seed 1$/)).toBeVisible();
  expect(rows).toHaveLength(11);
  await expect(page.getByText(/so these two cuts take the tails of your text: \d/)).toBeVisible();
  const two = page.getByRole('complementary', { name: 'Two findings that seem to disagree' });
  await expect(two).toContainText('Kovaleva and others (2021)');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
});

test('a switch of the cut bar asks again, and another cut gives other words', async ({ page }) => {
  await openPage(page, PREDICT);
  await passage(page).fill(FEW);
  await expect(chart(page, GUESS)).toBeVisible();
  const dim = await cutTail(page);
  await expect(page.getByText(`Cut here: ${dim}, as the bar above says.`)).toBeVisible();
  await expect(chart(page, GUESS)).toHaveAttribute('aria-busy', 'false');
  await expect(chart(page, new RegExp(`Cutting ${dim} `))).toBeVisible();
});

test('a word is hidden by pressing it, and shown again', async ({ page }) => {
  await openPage(page, PREDICT);
  await field(page).fill('The dog chased the cat.');
  await expect(page.getByText('No word is hidden yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Hide “dog”' }).press('Enter');
  await expect(field(page)).toHaveValue('The [MASK] chased the cat.');
  await expect(chart(page, GUESS).getByText('The [MASK] chased the cat.')).toBeVisible();
  await page.getByRole('button', { name: 'Show “dog” again' }).press('Enter');
  await expect(field(page)).toHaveValue('The dog chased the cat.');
});

test('a link keeps the sentence', async ({ page }) => {
  await openPage(page, PREDICT);
  await field(page).fill('The dog chased the [MASK].');
  await expect(page).toHaveURL(/masked=/);
  await page.reload();
  await expect(field(page)).toHaveValue('The dog chased the [MASK].');
});

test('the loss has its random cuts beside it, unless they are stopped', async ({ page }) => {
  test.slow();
  await openPage(page, PREDICT);
  await passage(page).fill(FEW);
  const loss = chart(page, LOSS);
  await expect(loss.getByText(/20 random cuts · seed 1/)).toBeVisible();
  const rows = await tableOf(page, LOSS);
  expect(rows.filter((row) => /\d\.\d{4}/.test(row))).toHaveLength(3);
  await passage(page).fill(
    Array.from({ length: 24 }, () => 'A small dog barked at the old gate all night.').join('\n'),
  );
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Cut as many random dimensions, 20 times' })).toBeVisible();
});

test('a text without words says so', async ({ page }) => {
  await openPage(page, PREDICT);
  await passage(page).fill('');
  await expect(page.getByText('There is no text to measure yet: write a sentence.')).toBeVisible();
});

test('a dropped text is read here', async ({ page }) => {
  await openPage(page, PREDICT);
  await drop(page, [{ name: 'mine.txt', text: 'The dog barked.\nIt rained.' }]);
  await expect(page.getByText('The text is your file mine.txt: 2 lines.')).toBeVisible();
  await expect(views(page).getByRole('button', { name: 'Predict' })).toHaveAttribute('aria-current', 'page');
});

test('a model without a masked-word head makes the view say so, and what to do', async ({ page }, info) => {
  const folder = info.outputPath('headless');
  mkdirSync(folder, { recursive: true });
  const fixture = new URL('../src/graph/fixtures/camembert/', import.meta.url).pathname;
  for (const file of ['config.json', 'model.safetensors', 'tokenizer.json'])
    copyFileSync(join(fixture, file), join(folder, file));
  await openPage(page, PREDICT);
  await modelChip(page).click();
  await page.getByLabel('Open a checkpoint folder…').and(page.locator('input')).setInputFiles(folder);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('This model cannot guess words here');
  await expect(alert).toContainText('choose a model with a masked-word head');
  await expect(field(page)).toBeHidden();
});

for (const theme of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, PREDICT);
    await expect(chart(page, GUESS)).toBeVisible();
    await expect(chart(page, LOSS)).toBeVisible();
    await expectAccessible(page);
  });
}

test('nothing reaches out of the page from 320 px on', async ({ page }) => {
  await openPage(page, PREDICT);
  await expect(chart(page, GUESS)).toBeVisible();
  for (const width of [320, 760, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});
