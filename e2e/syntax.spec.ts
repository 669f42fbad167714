import { expect, test } from '@playwright/test';
import { cutTail, measured, openLab, views } from './lab.ts';
import { chart, drop, expectAccessible, openPage } from './page.ts';

const SCORES = /match people’s|score of the trees/;
const TREE = /^F1 /;
const OWN = /^The tree that distances give|^Cutting .* (leaves the tree|changes)/;

test('is a press away, and Back and Forward go between it and Explore', async ({ page }) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Syntax' }).press('Enter');
  await expect(chart(page, SCORES)).toBeVisible();
  await expect(page).toHaveURL(/#v=1&view=syntax$/);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
  await page.goForward();
  await expect(chart(page, SCORES)).toBeVisible();
});

test('a cut after the network draws both trees without measuring again', async ({ page }) => {
  await openLab(page, 'syntax');
  await expect(chart(page, TREE)).toHaveAccessibleName(/F1 \d+\.\d\d: \d+ of \d+ gold constituents? found/);
  const dim = await cutTail(page);
  await expect(chart(page, TREE)).toHaveAccessibleName(/^F1 [\d.]+ → [\d.]+$/);
  await expect(chart(page, SCORES)).toHaveAccessibleName(new RegExp(`(Without|Cutting) ${dim}`));
  await expect(chart(page, SCORES).getByText(/^right-branching [\d.]+$/)).toBeVisible();
});

test('a link opens the distance, the sentence and the layer it names', async ({ page }) => {
  await openLab(page, 'syntax', '&distance=l2&open=tree:3&layer=2');
  await expect(page.getByRole('radio', { name: 'L2' }).first()).toBeChecked();
  await expect(page.getByText('4 of 40')).toBeVisible();
  await expect(chart(page, SCORES)).toHaveAccessibleName(/in layer 2$/);
});

test('the keyboard alone chooses sentence, layer and distance', async ({ page }) => {
  await openLab(page, 'syntax');
  await page.getByRole('button', { name: 'Next sentence' }).press('Enter');
  await expect(page.getByText('2 of 40')).toBeVisible();
  await expect(page).toHaveURL(/open=tree:1/);
  await chart(page, SCORES).getByRole('slider', { name: 'Layer' }).focus();
  await page.keyboard.press('Home');
  await expect(chart(page, SCORES)).toHaveAccessibleName(/in the embeddings$/);
  await chart(page, SCORES).getByRole('radio', { name: 'Cosine' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/distance=l1/);
});

test('a sentence of one’s own needs no gold tree, and is in the link', async ({ page }) => {
  await openLab(page, 'syntax');
  const field = page.getByRole('textbox', { name: 'A sentence of your own' });
  await field.fill('Small birds, they say, sing early.');
  await expect(chart(page, OWN).getByText('early', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/sentence=/);
  await page.reload();
  await expect(field).toHaveValue('Small birds, they say, sing early.');
  await field.fill('One');
  await expect(page.getByText('Write two words or more.')).toBeVisible();
});

test('takes Penn brackets of one’s own, and says which line and column is wrong', async ({ page }) => {
  await openLab(page, 'syntax');
  const words = 'Drop files of Penn brackets (.mrg, .ptb, .brackets) here';
  await drop(page, [{ name: 'mine.mrg', text: '(S (NP (DT The) (NN cat))\n' }], words);
  await expect(page.getByRole('alert')).toContainText('Line 1, column 1 of mine.mrg');
  await drop(
    page,
    [{ name: 'mine.mrg', text: '(S (NP (DT The) (JJ old) (NN cat)) (VP (VBD sat) (ADVP (RB down))))' }],
    words,
  );
  await expect(page.getByText('1 tree · mine.mrg', { exact: true })).toBeVisible();
  await measured(page);
  await expect(chart(page, TREE)).toHaveAccessibleName(/of 2 gold constituents found/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openLab(page, 'syntax');
    await cutTail(page);
    await measured(page);
    await expectAccessible(page);
  });
}

test('nothing reaches out of the page at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openLab(page, 'syntax');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
