import { type Locator, type Page, expect, test } from '@playwright/test';
import { tableOf } from './lab.ts';
import { chart, openPage } from './page.ts';

const SHUFFLED = '#v=1&view=compare&b=main,shuffled,none';
const TWINS = '#v=1&view=compare&b=beside,as-they-are,none&beside=tailscope-bert-nopos';
const LONG = { timeout: 150_000 } as const;

const see = (page: Page, title: string) =>
  page.getByRole('heading', { name: title }).scrollIntoViewIfNeeded();

/** Left and right chart of a pair, A and B. */
const pair = (page: Page, finding: string): readonly [Locator, Locator] => [
  chart(page, new RegExp(`^A: ${finding}`)),
  chart(page, new RegExp(`^B: ${finding}`)),
];

test('cut tails stand against random dimensions, and a link reopens that', async ({ page }) => {
  test.slow();
  await openPage(page, '#v=1&view=compare&b=main,shuffled,none');
  await page.getByRole('button', { name: 'Tails against random dimensions' }).click();
  await expect(page).toHaveURL(/b=main,as-they-are,random/);
  await expect(page.getByRole('columnheader', { name: /^A: \d+( and \d+)* cut$/ })).toBeVisible(LONG);
  await expect(page.getByRole('columnheader', { name: /^B: random \d+( and \d+)* cut$/ })).toBeVisible();
  await expect(page.getByText(/^As many as would be cut, drawn at random by seed 1/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Dimensions cut \d+, \d+ \d+, \d+$/ })).toBeVisible();
  const title = chart(page, /^Anisotropy in layer/).getByRole('heading');
  await expect(title).toBeVisible(LONG);
  // as many others leave the tail where it is, and so the cone as narrow as it was
  const [, a, b] = /: (\.\d+) for A, (\.\d+) for B/.exec((await title.textContent()) ?? '') ?? [];
  expect(Number(b)).toBeGreaterThan(Number(a) + 0.1);
});

test('the values of either side’s dimensions lie on one axis, and every mean on one scale of colours', async ({
  page,
}) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await see(page, 'The mean vectors of both');
  const [valuesA, valuesB] = pair(page, 'the mean of \\d+ is');
  await expect(valuesA).toBeVisible();
  await expect(valuesB).toBeVisible();
  const ticks = async (values: Locator) =>
    (await values.locator('svg text').allTextContents()).filter((text) => /^[−\d.]+$/.test(text));
  expect(await ticks(valuesA)).toEqual(await ticks(valuesB));
  expect(await tableOf(page, /^A: the mean of/)).not.toEqual(await tableOf(page, /^B: the mean of/));
  for (const heat of pair(page, '\\d+ lies farthest out')) await expect(heat).toBeVisible();
});

test('the words of the text in Explore are held against each other, A’s above and B’s below', async ({
  page,
}) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await see(page, 'Your own text, word and sentence');
  const text = chart(page, /^One word’s vectors in layer/);
  await expect(text).toBeVisible(LONG);
  await expect(text.locator('svg').getByText('upper right: A', { exact: true })).toBeVisible();
  await expect(text.locator('svg').getByText('lower left: B', { exact: true })).toBeVisible();
  const [columns = '', ...pairs] = await tableOf(page, /^One word’s vectors in layer/);
  expect(columns).toMatch(/A: as it is\s+B: positions shuffled$/);
  expect(pairs).toHaveLength((8 * 7) / 2);
});

test('the weights at either side’s tail stand on one scale', async ({ page }) => {
  test.slow();
  await openPage(page, TWINS);
  await expect(chart(page, /^Anisotropy in layer/)).toBeVisible(LONG);
  await see(page, 'Where each side’s tail comes from');
  const [scaleA, scaleB] = pair(page, '\\d of 9 LayerNorms stretch');
  await scaleA.scrollIntoViewIfNeeded();
  await expect(scaleB).toBeVisible();
  const ticks = async (values: Locator) => (await values.locator('svg text').allTextContents()).slice(0, 4);
  expect(await ticks(scaleA)).toEqual(await ticks(scaleB));
  await expect(chart(page, /^A: Dimension \d+ ranks/)).toBeVisible();
  await expect(chart(page, /^B: .*no position embeddings/i)).toBeVisible();
});

test('maps of neighbours are drawn of both when they are asked for', async ({ page }) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await see(page, 'How the vectors lie');
  await page.getByRole('button', { name: 'Draw the map' }).click(LONG);
  for (const map of pair(page, 'Tokens that point the same way')) await expect(map).toBeVisible(LONG);
});
