import { expect, test } from '@playwright/test';
import { cutBar, effect, expectAccessible, openPage, sentences, tailSwitches } from './page.ts';

test('the page says what to try, then what it did, then what a random dimension did', async ({ page }) => {
  await openPage(page);
  const guide = page.getByRole('main').getByRole('paragraph').first();
  await expect(guide).toContainText(/Try it: flip \d+’s switch and watch the mean cosine/);
  await tailSwitches(page).first().click();
  const { before, after } = await effect(page);
  const shown = (value: number | undefined) => (value ?? NaN).toFixed(3).replace('0.', '.');
  await expect(guide).toContainText(
    `${shown(before)} → ${shown(after)}. Now compare with a random dimension`,
  );
  await cutBar(page).getByRole('button', { name: 'Compare with a random dimension' }).click();
  await expect(guide).toContainText(`made it ${shown(after)}.`);
});

test('on a telephone each thing the guide suggests is one press on it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  const main = page.getByRole('main');
  const guide = main.getByRole('paragraph').first();
  await main.getByRole('button', { name: /^Cut \d+$/ }).click();
  await expect(tailSwitches(page).first()).toBeChecked();
  await main.getByRole('button', { name: 'Compare with a random dimension' }).click();
  await expect(guide).toContainText('drawn at random');
  await main.getByRole('button', { name: /^Cut \d+$/ }).click();
  await expect(tailSwitches(page).first()).toBeChecked();
});

test('the control shows what it drew and draws again, and a reload keeps the draw', async ({ page }) => {
  await openPage(page);
  const tail = tailSwitches(page).first();
  await tail.click();
  await cutBar(page).getByRole('button', { name: 'Compare with a random dimension' }).click();
  await expect(tail).not.toBeChecked();
  const drawn = cutBar(page).locator('div:has(> button:text("Draw again")) b');
  const first = (await drawn.textContent()) ?? '';
  await cutBar(page).getByRole('button', { name: 'Draw again' }).click();
  await expect(drawn).not.toHaveText(first);
  await expect(page).toHaveURL(/draw=1/);
  const second = (await drawn.textContent()) ?? '';
  await page.reload();
  await expect(drawn).toHaveText(second);
});

test('no text at a reload offers the example', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('');
  await expect(page.getByText(/^8 sentences/)).toBeHidden();
  await expect(page).toHaveURL(/text=/);
  await page.reload();
  await expect(cutBar(page)).toContainText('No text yet');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use the example' }).first().click();
  await expect(page.getByText(/^8 sentences · 88 tokens/)).toBeVisible();
  await expect(tailSwitches(page).first()).toBeVisible();
});

test('a text given for a checkpoint is refused, and the sentences stay', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^Model: / }).click();
  const files = { name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from('Other words.') };
  await page.getByLabel('Open its files…').last().setInputFiles(files);
  const notice = page.getByRole('alert').filter({ hasText: 'mine.txt is no checkpoint' });
  await expect(notice).toBeVisible();
  await expect(sentences(page)).toHaveValue(/^The spring/);
});

test('a notice is in sight however far the page is scrolled, moves nothing, and Escape closes it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await sentences(page).fill('My own words.\nTwo lines of them.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  await page.mouse.wheel(0, 1500);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // the header is out of sight: pressed without scrolling back
  const share = page.getByRole('button', { name: 'Share' });
  await share.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  const notice = page.getByRole('status').filter({ hasText: 'Link copied.' });
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText('It contains your sentences');
  await expect(notice).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  await page.keyboard.press('Escape');
  await expect(notice).toBeHidden();
});

test('a term says what it means by mouse and by key, and Escape closes that', async ({ page }) => {
  await openPage(page);
  const term = cutBar(page).getByRole('button', { name: 'anisotropy' });
  const meaning = page.getByText('The mean cosine of two random tokens of different sentences. Near 0');
  await term.click();
  await expect(meaning).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await term.press('Enter');
  await expect(meaning).toBeVisible();
});

test('a switch moves no chart', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page);
  const tops = () =>
    page
      .getByRole('figure')
      .evaluateAll((figures) => figures.map((figure) => Math.round(figure.getBoundingClientRect().top)));
  let whole: readonly number[] = [];
  // the model takes over from the example
  await expect(async () => {
    const earlier = whole;
    whole = await tops();
    expect(whole).toEqual(earlier);
  }).toPass({ intervals: [500] });
  await tailSwitches(page).first().click();
  await expect(cutBar(page)).toContainText('→');
  expect(await tops()).toEqual(whole);
});
