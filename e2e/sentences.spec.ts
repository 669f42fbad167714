import { expect, test } from '@playwright/test';
import { cutTail, measured, openLab, views } from './lab.ts';
import { chart, drop, expectAccessible, openPage } from './page.ts';

const CORRELATION = /correlation with people|follow people|changes nothing for sentences/;
const SCATTER = /^Cosine against people’s score|^People gave/;
const CLASSIFIER = /classifier/;

test('is a press away, and Back and Forward go between it and Explore', async ({ page }) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Sentences' }).press('Enter');
  await expect(chart(page, CORRELATION)).toBeVisible();
  await expect(page).toHaveURL(/#v=1&view=sentences$/);
  await expect(page).toHaveTitle('Sentences · Tailscope');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
  await page.goForward();
  await expect(chart(page, CORRELATION)).toBeVisible();
});

test('a cut after the network changes every figure without measuring again', async ({ page }) => {
  await openLab(page, 'sentences');
  const dim = await cutTail(page);
  await expect(chart(page, CORRELATION)).toHaveAccessibleName(new RegExp(`(Without|Cutting) ${dim}`));
  await expect(chart(page, CORRELATION).getByText(`${dim} cut`)).toBeVisible();
  // the classifier alone is trained again
  await expect(chart(page, CLASSIFIER)).toHaveAccessibleName(new RegExp(`(Cutting|Without) ${dim}`));
});

test('beside a cut stand twenty cuts of random dimensions, which can be put away, and drawn for the classifier', async ({
  page,
}) => {
  test.slow();
  await openLab(page, 'sentences');
  await cutTail(page);
  await measured(page);
  const beside = page.getByRole('table', { name: 'The cut beside cuts of random dimensions: Spearman' });
  await expect(beside).toBeVisible();
  await expect(chart(page, CORRELATION).getByText(/^20 random cuts/)).toBeVisible();
  const [low, high] = (await beside.getByRole('row').nth(1).getByRole('cell').allInnerTexts())
    .slice(-2)
    .map(Number);
  expect(low).toBeLessThanOrEqual(high ?? NaN);
  await page.getByRole('button', { name: 'Draw 20 times' }).press('Enter');
  await expect(
    page.getByRole('table', { name: 'The cut beside cuts of random dimensions: accuracy' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('checkbox', { name: /^beside 20 cuts/ })
    .first()
    .uncheck();
  await expect(beside).toHaveCount(0);
  await expect(page).toHaveURL(/random=off/);
});

test('a link opens the measure, the pair and the layer it names', async ({ page }) => {
  await openLab(page, 'sentences', '&correlation=pearson&open=sts:2&layer=1');
  await expect(page.getByRole('radio', { name: 'Pearson' })).toBeChecked();
  await expect(chart(page, SCATTER)).toHaveAccessibleName(/^People gave \d\.\d\d, the cosine is/);
  await expect(chart(page, CORRELATION)).toHaveAccessibleName(/in layer 1$/);
});

test('the keyboard alone goes through layers and pairs', async ({ page }) => {
  await openLab(page, 'sentences');
  await chart(page, CORRELATION).getByRole('slider', { name: 'Layer' }).focus();
  await page.keyboard.press('Home');
  await expect(chart(page, CORRELATION)).toHaveAccessibleName(/in the embeddings$/);
  await chart(page, SCATTER).getByRole('slider', { name: 'Pair' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart(page, SCATTER)).toHaveAccessibleName(/^People gave/);
  await expect(page).toHaveURL(/open=sts:1/);
  const first = page
    .getByRole('list')
    .getByRole('button', { name: /score \d/ })
    .first();
  await first.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
});

test('takes a table of one’s own, and says which line and column of it is wrong', async ({ page }) => {
  await openLab(page, 'sentences');
  const words = 'Drop a table of sentence pairs, a SentEval folder, or a table of labelled sentences here';
  await drop(page, [{ name: 'mine.tsv', text: 'g\tf\ty\t1\tmuch\tA dog.\tA cat.\n' }], words);
  await expect(page.getByRole('alert')).toContainText('Line 1, column 5 of mine.tsv');
  const good = ['A dog ran.\tA cat ran.\t3', 'Ice is cold.\tA dog ran.\t0', 'It rains.\tRain falls.\t5'];
  await drop(page, [{ name: 'mine.tsv', text: `sentence1\tsentence2\tscore\n${good.join('\n')}\n` }], words);
  await expect(page.getByText('3 pairs · mine.tsv', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/data=sts:[0-9a-f]{64}:mine\.tsv/);
  await measured(page);
  await page.reload();
  await expect(page.getByText('The link is about your file mine.tsv')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the examples' }).click();
  await expect(page.getByText('40 pairs · our examples', { exact: true })).toBeVisible();
});

test('a long run says how far it is, can be paused, and stopped', async ({ page }) => {
  await openLab(page, 'sentences');
  const pairs = Array.from(
    { length: 4000 },
    (_, i) => `The ${i} dogs ran home.\tThey saw ${i} cats.\t${i % 6}`,
  );
  await drop(
    page,
    [{ name: 'long.tsv', text: `sentence1\tsentence2\tscore\n${pairs.join('\n')}\n` }],
    /^Drop a table of sentence pairs/,
  );
  const part = page.getByRole('region', { name: 'Similarity' });
  await expect(part.getByText(/^\d+ a second · .* left$/)).toBeVisible();
  await part.getByRole('button', { name: 'Pause' }).click();
  await expect(part.getByText('Paused.')).toBeVisible();
  await part.getByRole('button', { name: 'Go on' }).click();
  await part.getByRole('button', { name: 'Cancel' }).click();
  await expect(part.getByText('Stopped before it was done.', { exact: false })).toBeVisible();
  // what is shown is still that of the examples
  await expect(chart(page, CORRELATION)).toContainText('40 pairs');
  await expect(part.getByRole('button', { name: 'Measure again' })).toBeVisible();
});

test('subsets are put together in three ways, each named', async ({ page }) => {
  await openLab(page, 'sentences');
  const pairs = ['One dog.\tTwo dogs.', 'Red tea.\tBlue sky.', 'It rains.\tRain falls.'].join('\n');
  const names = ['a', 'b'].flatMap((name) => [
    { name: `STS.input.${name}.txt`, text: `${pairs}\n` },
    { name: `STS.gs.${name}.txt`, text: name === 'a' ? '4\n0\n5\n' : '3\n1\n2\n' },
  ]);
  await drop(page, names, /^Drop a table of sentence pairs/);
  await expect(page.getByText('6 pairs in 2 subsets')).toBeVisible();
  await measured(page);
  // the lines by layer are one of them, and say which
  const correlation = chart(page, CORRELATION);
  await expect(correlation).toContainText('Of 2 subsets: all pairs together.');
  await expect(correlation).toContainText('6 pairs of 2 subsets, all pairs together');
  for (const way of ['all pairs together', 'mean over subsets', 'mean weighted by pairs'])
    await expect(page.getByRole('row', { name: new RegExp(`^${way} 6 `) })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openLab(page, 'sentences', '&open=sts:1');
    await cutTail(page);
    await measured(page);
    await expectAccessible(page);
  });
}

test('nothing reaches out of the page at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openLab(page, 'sentences');
  await expect(page.getByRole('button', { name: 'Share' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
