import { type Page, expect, test } from '@playwright/test';
import { measured, tableOf, views } from './lab.ts';
import { expectAccessible, openPage } from './page.ts';

const PAPER = '#v=1&view=paper';
/** All that runs on the bundled model and our examples. */
const ALL = 120_000;
const row = (page: Page, claim: string) => page.getByRole('row').filter({ hasText: claim });
/** Rows that are not judged yet. */
const open = (page: Page) => page.locator('[data-verdict="not-run"], [data-verdict="uncut"]');
const allJudged = async (page: Page): Promise<void> => {
  await expect(page.locator('[data-verdict]')).not.toHaveCount(0);
  await expect(open(page)).toHaveCount(0, { timeout: ALL });
};
const ANISOTROPY = 'Cut, vectors point one way less';
const WIC = 'Word senses are told apart better';

async function openPaper(page: Page, more = ''): Promise<void> {
  await openPage(page, `${PAPER}${more}`);
  await expect(row(page, 'A few dimensions are the smallest')).toContainText('agrees');
}

test('is a press away, judges what the page has measured, and asks for a cut before what cutting does', async ({
  page,
}) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Paper' }).press('Enter');
  await expect(page).toHaveURL(/#v=1&view=paper$/);
  await expect(page).toHaveTitle('Paper · Tailscope');
  await expect(row(page, 'A few dimensions are the smallest')).toContainText(/of vectors in layers/);
  await expect(row(page, 'It is among the largest scales')).toContainText('of 4 layers');
  await expect(row(page, 'Trained without position embeddings, the same')).toContainText('agrees');
  await expect(row(page, ANISOTROPY)).toContainText('nothing cut');
  await expect(row(page, WIC)).toContainText('not run');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
});

test('no explained word lies over the one before it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPaper(page);
  const measured = row(page, 'A few dimensions are the smallest').locator('p').first();
  const gaps = await measured.getByRole('button').evaluateAll((terms) =>
    terms.map((term) => {
      const { previousSibling } = term;
      if (!previousSibling) return 0;
      const before = document.createRange();
      before.selectNode(previousSibling);
      const ends = [...before.getClientRects()].at(-1);
      const { left, top } = term.getBoundingClientRect();
      // a term that begins a line has nothing before it
      return ends && Math.abs(ends.top - top) < 4 ? left - ends.right : 0;
    }),
  );
  expect(gaps.length).toBeGreaterThan(1);
  for (const gap of gaps) expect(gap).toBeGreaterThan(-1);
});

test('measures one claim when it is asked to, the same figures as in its own view', async ({ page }) => {
  test.setTimeout(2 * ALL);
  await openPaper(page);
  await row(page, ANISOTROPY)
    .getByRole('button', { name: /^Cut \d+ and run$/ })
    .click();
  await expect(row(page, ANISOTROPY)).toContainText(/Mean of layers 0\.\d{3} → 0\.\d{3}/);
  await row(page, WIC).getByRole('button', { name: 'Run' }).click();
  await expect(row(page, WIC)).toContainText(/agrees|differs/);
  await expect(page).toHaveURL(/ran=wic/);
  const said = await row(page, WIC)
    .getByText(/over 0\.\d\) →/)
    .textContent();
  const [, before = ''] = /^([\d.]+) %/.exec(said ?? '') ?? [];
  await row(page, WIC).getByRole('button', { name: 'See it in Words' }).click();
  const share = before.replace('.', '');
  await expect(page.getByRole('figure', { name: new RegExp(`\\.${share}\\d`) })).toBeVisible();
});

test('runs all, and a link to what came of it measures the same again', async ({ page }) => {
  test.setTimeout(4 * ALL);
  await openPaper(page);
  await page.getByRole('button', { name: 'Run all' }).click();
  await allJudged(page);
  await expect(page.getByRole('button', { name: 'Run all' })).toBeHidden();
  const verdicts = await page.getByRole('row').allInnerTexts();
  await page.reload();
  await allJudged(page);
  expect(await page.getByRole('row').allInnerTexts()).toEqual(verdicts);
});

test('the remedies of others stand beside whitening, and a figure is what Sentences shows for that remedy', async ({
  page,
}) => {
  test.setTimeout(2 * ALL);
  await openPaper(page, '&cut=180');
  const whitening = row(page, 'Whitening is a more systematic remedy');
  await whitening.getByRole('button', { name: 'Run' }).click();
  const told = whitening.getByText(
    /Others’ remedies: [\d.]+ \(layer \d\) standardized, [\d.]+ \(layer \d\) without/,
  );
  await expect(told).toBeVisible();
  const [, figure = '', layer = ''] =
    /: ([\d.]+) \(layer (\d)\) standardized/.exec((await told.textContent()) ?? '') ?? [];
  await openPage(page, `#v=1&view=sentences&remedy=standardize&layer=${layer}`);
  await page.reload();
  await measured(page);
  const shown = await tableOf(page, /sentences follow people/);
  expect(shown[Number(layer) + 1]).toContain(figure);
});

test('a claim’s link opens the page anew with that claim measured', async ({ page }) => {
  test.setTimeout(2 * ALL);
  await openPaper(page, '&cut=180');
  const link = row(page, WIC).getByRole('link', { name: /^Link that measures this claim again/ });
  await expect(link).toHaveAttribute('href', /#v=1&view=paper&cut=180&ran=wic$/);
  await link.click();
  await expect(row(page, WIC)).toContainText(/agrees|differs/);
  await expect(row(page, WIC)).toContainText(/On 60 pairs · our examples/);
});

test('says that the claims are about the tails where something else is cut', async ({ page }) => {
  await openPaper(page, '&cut=7');
  const said = page.getByText('The claims are about tails, here 180; not among them, and cut: 7.');
  await expect(said).toBeVisible();
  await page.getByRole('button', { name: 'Cut none' }).click();
  await expect(said).toHaveCount(0);
});

test('what runs can be stopped, and asked for again', async ({ page }) => {
  await openPaper(page);
  await page.getByRole('button', { name: 'Run all' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Stop', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
});

test('a model without position embeddings is asked no question about them', async ({ page }) => {
  await openPage(page, `${PAPER}&model=tailscope-bert-nopos`);
  await expect(row(page, 'The tail is already there')).toContainText('does not apply');
});

for (const theme of ['light', 'dark'] as const)
  test(`reads well in ${theme}, and nothing reaches out of the page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPaper(page);
    await expectAccessible(page);
    for (const width of [1440, 1024, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach).toBeLessThanOrEqual(width);
    }
  });
