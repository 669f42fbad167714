import { type Locator, type Page, expect, test } from '@playwright/test';
import { tableOf, views } from './lab.ts';
import { chart, openPage } from './page.ts';

const SHUFFLED = '#v=1&view=compare&b=main,shuffled,none';

/** Brings a part of the page into sight, which is when it is fetched and measured. */
const see = (page: Page, title: string) =>
  page.getByRole('heading', { name: title }).scrollIntoViewIfNeeded();

/** The list of what both sides tell, of one kind of data. */
async function openList(page: Page, kind: string): Promise<Locator> {
  const list = page.getByRole('region', { name: 'What is listed' });
  await list.getByRole('radio', { name: kind }).press('Space');
  await expect(list.getByRole('listitem').first()).toBeVisible();
  return list;
}

/** "1,234" */
const numberOf = (text: string | undefined) => Number(text?.replace(/\D/g, ''));

test('pairs that one side alone tells right come first, and open with both sentences', async ({ page }) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await expect(chart(page, /^Classifier/)).toBeVisible();
  await see(page, 'The tasks, pair by pair');
  const list = await openList(page, 'Word in Context');
  const title = (await list.getByRole('heading').textContent()) ?? '';
  const [, apart, all] = /^(\S+) of (\S+) pairs are told right by one side alone/.exec(title) ?? [];
  await list.getByRole('button', { name: /^Show all/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(numberOf(all));
  const rows = await list.getByRole('listitem').allInnerTexts();
  const differ = rows.map((row) => row.includes('right') && row.includes('wrong'));
  expect(differ.filter(Boolean)).toHaveLength(numberOf(apart));
  expect(differ.lastIndexOf(true)).toBe(numberOf(apart) - 1);
  const first = list.getByRole('listitem').first();
  await first.getByRole('button').press('Enter');
  await expect(first.locator('mark')).toHaveCount(2);
});

test('items, pairs of sentences and words are listed by how far the sides are apart', async ({ page }) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await expect(chart(page, /^Classifier/)).toBeVisible();
  await see(page, 'The tasks, pair by pair');
  const senses = await openList(page, 'Senses');
  const item = senses.getByRole('listitem').first();
  await item.getByRole('button').press('Enter');
  await expect(item.getByText(/^Nearest for A/)).toBeVisible();
  await expect(item.getByText(/^Nearest for B/)).toBeVisible();
  const words = await openList(page, 'Words');
  const differences = (await words.getByRole('listitem').allInnerTexts()).map((row) => {
    const [a = NaN, b = NaN] = Array.from(row.matchAll(/[−-]?\d*\.\d+/g), ([said]) =>
      Number(said.replace('−', '-')),
    );
    return Math.abs(a - b);
  });
  expect(differences).toHaveLength(8);
  // figures are rounded to three places
  for (const [i, one] of differences.slice(1).entries())
    expect(one).toBeLessThanOrEqual((differences[i] ?? NaN) + 0.0021);
  const sentences = await openList(page, 'Sentences');
  await sentences.getByRole('listitem').first().getByRole('button').press('Enter');
  for (const side of ['A', 'B']) await expect(chart(page, new RegExp(`^${side}: People gave`))).toBeVisible();
});

test('what is written in Words and in Syntax is run by both sides as it stands there', async ({ page }) => {
  test.slow();
  await openPage(page, SHUFFLED.replace('compare', 'words'));
  await page.getByRole('textbox', { name: 'Word', exact: true }).fill('river');
  await page.getByRole('textbox', { name: 'Sentence 1' }).fill('The River rose.');
  await page.getByRole('textbox', { name: 'Sentence 2' }).fill('He swam in the river.');
  await views(page).getByRole('button', { name: 'Syntax' }).press('Enter');
  await page.getByRole('textbox', { name: 'A sentence of your own' }).fill('cold rivers rise in spring');
  await views(page).getByRole('button', { name: 'Compare' }).press('Enter');
  await see(page, 'Your own text, word and sentence');
  // of one word in two sentences, and of those two alone
  const river = /^“river” within a sense/;
  await expect(chart(page, river)).toContainText('1 pair ·');
  const tree = /^Your sentence/;
  await expect(chart(page, tree)).toContainText('5 words');
  expect((await tableOf(page, tree)).join()).toContain('cold rivers');
});
