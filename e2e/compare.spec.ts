import { type Page, expect, test } from '@playwright/test';
import { views } from './lab.ts';
import { chart, expectAccessible, openPage } from './page.ts';

const COMPARE = '#v=1&view=compare';
const SHUFFLED = `${COMPARE}&b=main,shuffled,none`;
const ANISOTROPY = /^Anisotropy in layer/;
/** What a side was before is measured to the end of the batch it is at, and then all of what it is now. */
const LONG = { timeout: 150_000 } as const;
const TASKS = [
  /^Self-similarity/,
  /^Words less the anisotropy/,
  /^Word in Context, accuracy/,
  /^Word in Context, AUC/,
  /^Word senses, accuracy/,
  /^Word senses, micro/,
  /^Sentences, Spearman/,
  /^Sentences, Pearson/,
  /^Trees, F1/,
  /^Trees by L1/,
  /^Trees by L2/,
  /^Classifier/,
];

const beside = (page: Page) => page.getByRole('button', { name: 'With positions against without' });

test('with positions against without is one press, with perplexities and both tables of tails', async ({
  page,
}) => {
  test.slow();
  await openPage(page);
  await views(page).getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(page).toHaveTitle('Compare · Tailscope');
  await expect(page.getByText('and none is loaded')).toBeVisible();
  const precision = page.getByRole('button', { name: 'Quantized against full' });
  await expect(precision).toBeDisabled();
  await expect(precision).toHaveAccessibleDescription(/press “Against a second model” and download/);
  await beside(page).press('Enter');
  await expect(page).toHaveURL(/beside=tailscope-bert-nopos/);
  await expect(chart(page, ANISOTROPY)).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /^Perplexity [\d.]+ for tailscope-bert, [\d.]+ for/ }),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: /^A: tailscope-bert$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /^B: tailscope-bert-nopos$/ })).toBeVisible();
  await expect(chart(page, /^Mean vectors of A and B/)).toBeVisible();
  await expect(page.getByRole('table', { name: /^B: tailscope-bert-nopos, the dimensions/ })).toBeVisible();
  for (const task of TASKS) await expect(chart(page, task)).toBeVisible();
  await page.getByRole('heading', { name: 'What both guess' }).scrollIntoViewIfNeeded();
  await expect(chart(page, /^A guesses “.+” at .+, B guesses “.+” at/)).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/beside=/);
});

test('one model is held against itself with positions shuffled, and a link reopens that', async ({
  page,
}) => {
  test.slow();
  await openPage(page, COMPARE);
  await page.getByRole('button', { name: 'Positions shuffled' }).click();
  await expect(page).toHaveURL(/b=main%2Cshuffled%2Cnone|b=main,shuffled,none/);
  await page.reload();
  await expect(page.getByRole('group', { name: 'Side B' }).getByLabel('Positions')).toHaveValue('shuffled');
  await expect(chart(page, ANISOTROPY)).toContainText('B: positions shuffled');
  await expect(page.getByRole('heading', { name: /^All differences/ })).toBeVisible();
  const positions = page.getByRole('group', { name: 'Side B' }).getByLabel('Positions');
  await positions.selectOption('shifted');
  await expect(chart(page, ANISOTROPY)).toContainText('B: positions shifted', LONG);
  await expect(page).toHaveURL(/b=main%2Cshifted%2Cnone|b=main,shifted,none/);
  await page.goBack();
  await expect(positions).toHaveValue('shuffled');
});

test('a side that is told other positions, and has none, says so', async ({ page }) => {
  await openPage(page, `${SHUFFLED}&model=tailscope-bert-nopos`);
  const side = page.getByRole('group', { name: 'Side B' });
  await expect(side).toContainText('This model has no position embeddings: positions shuffled are the same');
  await expect(page.getByRole('group', { name: 'Side A' })).not.toContainText('no position embeddings');
});

test('a side may have a remedy, and how its vectors lie is measured once that comes into sight', async ({
  page,
}) => {
  test.slow();
  await openPage(page, SHUFFLED);
  const side = page.getByRole('group', { name: 'Side B' });
  await side.getByLabel('Positions').selectOption('as-they-are');
  await side.getByLabel('Remedy').selectOption('whiten');
  await expect(page).toHaveURL(/b=main%2Cas-they-are%2Cnone%2Cwhiten|b=main,as-they-are,none,whiten/);
  await expect(chart(page, ANISOTROPY)).toContainText('B: whitened', LONG);
  await expect(page.getByRole('row', { name: /^Masked-word loss/ })).toContainText(
    'its head reads vectors that no remedy was made for',
  );
  await expect(page.getByRole('row', { name: /^Its tails among the 7/ })).toContainText('of 9 scales');
  await page.getByRole('heading', { name: 'How the vectors lie' }).scrollIntoViewIfNeeded();
  for (const vectors of [
    /^Anisotropy with its interval/,
    /^IsoScore/,
    /^Kurtosis/,
    /^Mean cosine/,
    /^Positions told/,
  ])
    await expect(chart(page, vectors)).toBeVisible();
  // components are no dimensions: no mean vectors over each other
  await expect(chart(page, /^Mean vector of B/)).toBeVisible();
  await page.getByRole('heading', { name: 'What both guess' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('B: its head reads vectors that no remedy was made for.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^IsoScore/ })).not.toContainText('…');
  await expectAccessible(page);
});

test('both sides alike say so', async ({ page }) => {
  await openPage(page, `${COMPARE}&b=main,as-they-are,none`);
  await expect(page.getByText('Both sides are the same')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, SHUFFLED);
    await expect(chart(page, ANISOTROPY)).toBeVisible();
    for (const task of TASKS) await expect(chart(page, task)).toBeVisible();
    await expectAccessible(page);
  });
}

test('nothing reaches out of the page from 320 px on', async ({ page }) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await expect(chart(page, ANISOTROPY)).toBeVisible();
  for (const width of [320, 760, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});
