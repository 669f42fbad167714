import { expect, test, type Page } from '@playwright/test';
import { cutTail, measured, openLab, tableOf, views } from './lab.ts';
import { chart, cutBar, effect, expectAccessible, openPage } from './page.ts';

const ANISOTROPY = /^Two random tokens have|the cone$|changes little$/;
const COSINES = /^Nine cosines of ten|the middle cosine|leaves the cosines/;
const ISO_SCORE = /IsoScore/;
const KURTOSIS = /kurtosis/i;
const COMPONENTS = /^Two directions hold/;

async function choose(page: Page, side: string, remedy: string): Promise<void> {
  const group = cutBar(page).getByRole('radiogroup', { name: side });
  // the option lies under its own text
  await group.getByRole('radio', { name: remedy, exact: true }).check({ force: true });
}

test('is a press away, and Back leads to Explore', async ({ page }) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Geometry' }).press('Enter');
  await expect(chart(page, ANISOTROPY)).toBeVisible();
  await expect(page).toHaveURL(/#v=1&view=geometry$/);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
});

test('a cut changes every figure at once, and then has its own interval', async ({ page }) => {
  await openLab(page, 'geometry');
  await expect(chart(page, ANISOTROPY)).toContainText(/before: \.\d{3} to \.\d{3}/);
  const dim = await cutTail(page);
  for (const title of [ANISOTROPY, COSINES, ISO_SCORE, KURTOSIS])
    await expect(chart(page, title)).toHaveAccessibleName(new RegExp(`Cutting ${dim}`));
  await expect(chart(page, COMPONENTS)).toHaveAccessibleName(/ after$/);
  await expect(
    page.getByRole('table', {
      name: /^The cut beside cuts of random dimensions: mean cosine of 1,000 drawn/,
    }),
  ).toBeVisible();
  await expect(chart(page, ANISOTROPY)).toContainText(/After: −?\.\d{3} to −?\.\d{3}/);
  const rows = await tableOf(page, ANISOTROPY);
  expect(rows[1]?.split('\t').length).toBe(7);
});

test('a remedy can stand before or after, in every view and in the link', async ({ page }) => {
  await openLab(page, 'geometry');
  const dim = await cutTail(page);
  await cutBar(page).getByRole('button', { name: 'Remedies…' }).click();
  const control = page.getByRole('region', { name: 'Would any dimension do as much?' });
  await expect(control.getByRole('table')).toBeVisible();
  await expect(control).not.toContainText('of the cut alone');
  await choose(page, 'what stands before', 'standardize');
  await expect(page).toHaveURL(/against=standardize/);
  await expect(control).toContainText('of the cut alone');
  await expect(chart(page, ANISOTROPY)).toHaveAccessibleName(
    new RegExp(`Cutting ${dim} instead of standardizing`),
  );
  await choose(page, 'what is done beside the cut', 'whiten');
  await expect(page).toHaveURL(/remedy=whiten/);
  await measured(page);
  await expect(chart(page, ISO_SCORE)).toHaveAccessibleName(
    new RegExp(`Cutting ${dim} and whitening instead of standardizing lifts`),
  );
  await page.goBack();
  await expect(page).not.toHaveURL(/remedy=whiten/);
  await page.goForward();
  await views(page).getByRole('button', { name: 'Explore' }).click();
  await expect(cutBar(page)).toContainText('standardized → ');
  await expect(page.getByRole('figure', { name: /and whitening instead of standardizing/ })).toBeVisible();
});

test('every chart of Explore draws what stands before, and says so', async ({ page }) => {
  await openPage(page);
  const dim = await cutTail(page);
  const means = await tableOf(page, /stands? out in/);
  await cutBar(page).getByRole('button', { name: 'Remedies…' }).click();
  await choose(page, 'what stands before', 'standardize');
  await expect(chart(page, /^Standardized: every mean is zero$/)).toHaveCount(3);
  const sides = `Before is standardized, after is ${dim} cut`;
  // mean vectors of a layer and of all, how values are spread, extremes, and z
  await expect(page.getByRole('figure', { name: /^Standardized: / }).filter({ hasText: sides })).toHaveCount(
    5,
  );
  await expect(page.getByRole('figure').filter({ hasText: sides })).toHaveCount(6);
  const spike = page.getByRole('figure', { name: 'Standardized: every mean is zero' }).first();
  await spike.getByRole('button', { name: /^Show as a table/ }).click();
  const rows = await spike.getByRole('row').allInnerTexts();
  const cells = (table: readonly string[], at: number): readonly string[] =>
    table.slice(1).map((row) => row.split('\t')[at] ?? '');
  expect(new Set(cells(rows, 1).map(Number))).toEqual(new Set([0]));
  // what was after the cut of whole vectors still is
  expect(cells(rows, 3)).toEqual(cells(means, 3));
});

test('a cut inside the network can be held against the same cut after it', async ({ page }) => {
  await openLab(page, 'geometry');
  const dim = await cutTail(page);
  await cutBar(page).getByRole('button', { name: 'Remedies…' }).click();
  await choose(page, 'what is cut on the side before', `${dim}, as after`);
  const before = cutBar(page).getByRole('radiogroup', { name: 'where they are cut on the side before' });
  await before.getByRole('radio').last().check({ force: true });
  await expect(page).toHaveURL(/against=cut-inside/);
  await expect(chart(page, ANISOTROPY)).toHaveAccessibleName(
    new RegExp(`Cutting ${dim} after the network instead of cutting ${dim} inside it`),
  );
  await page.getByRole('radio', { name: 'Inside it' }).first().check({ force: true });
  await expect(page.getByRole('region', { name: 'Would any dimension do as much?' })).toContainText(
    'each random cut would be a run of its own',
  );
});

test('one cut can be held against another of different dimensions, in every view and in the link', async ({
  page,
}) => {
  await openPage(page);
  const dim = await cutTail(page);
  const other = dim === '10' ? '11' : '10';
  await cutBar(page).getByRole('button', { name: 'remedies…' }).click();
  await choose(page, 'what is cut on the side before', 'others…');
  const own = cutBar(page).getByRole('group', { name: 'Dimensions cut before' });
  await own.getByRole('textbox', { name: 'Cut dimension before' }).fill(other);
  await own.getByRole('textbox').press('Enter');
  await expect(own.getByRole('button', { name: `Cut dimension ${other} before` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page).toHaveURL(new RegExp(`against=cut&against-cut=${other}`));
  const sides = `Before is ${other} cut, after is ${dim} cut`;
  await expect(page.getByRole('figure').filter({ hasText: sides })).toHaveCount(6);
  await expect(cutBar(page)).toContainText(`${other} cut → ${dim} cut`);
  const fromTo = await effect(page);

  // the same number as that of a page on which the other dimension alone is cut
  await page.reload();
  await expect.poll(() => effect(page)).toEqual(fromTo);
  await views(page).getByRole('button', { name: 'Geometry' }).click();
  await expect(chart(page, ANISOTROPY)).toHaveAccessibleName(
    new RegExp(`Cutting ${dim} instead of cutting ${other}`),
  );
  await openPage(page, `#v=1&cut=${other}`);
  await expect.poll(async () => (await effect(page)).after).toBe(fromTo.before);
  await page.goBack();
  await cutBar(page).getByRole('button', { name: 'cut →' }).click();
  await own.getByRole('button', { name: `Cut dimension ${other} before` }).click();
  await expect(page).toHaveURL(/against-cut=none/);
  await choose(page, 'what is cut on the side before', 'nothing');
  await expect(page).not.toHaveURL(/against/);
});

test('a map of neighbours is drawn when it is asked for, and can be stopped', async ({ page }) => {
  await openLab(page, 'geometry');
  await page.getByRole('button', { name: 'Draw the map' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Draw the map' }).click();
  const map = chart(page, /^Tokens that point the same way/);
  await expect(map).toBeVisible();
  await map.getByRole('slider', { name: 'Token' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('slider', { name: 'Token' })).toHaveAttribute('aria-valuenow', '1');
});

for (const theme of ['light', 'dark'] as const)
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openLab(page, 'geometry');
    await cutTail(page);
    await cutBar(page).getByRole('button', { name: 'Remedies…' }).click();
    await measured(page);
    await expectAccessible(page);
  });

test('nothing reaches out of the page from 320 px on', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openLab(page, 'geometry');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});
