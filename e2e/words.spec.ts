import { type Page, expect, test } from '@playwright/test';
import { cutTail, measured, openLab, views } from './lab.ts';
import { chart, drop, expectAccessible, openPage } from './page.ts';

const GRID = /best cell|^Best: /;
const SENSES = /nearest neighbour tells|share of senses told/;
const LIKENESS = /like itself|like themselves/;
const PLAY = /within a sense|the senses/;

const heap = (page: Page, number: number) => page.getByRole('group', { name: `Sense ${number}` });

test('is a press away, and Back and Forward go between it and Explore', async ({ page }) => {
  await openPage(page);
  await views(page).getByRole('button', { name: 'Words' }).press('Enter');
  await expect(chart(page, GRID)).toBeVisible();
  await expect(page).toHaveURL(/#v=1&view=words$/);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Sentences, one a line' })).toBeVisible();
  await page.goForward();
  await expect(chart(page, GRID)).toBeVisible();
});

test('a cut after the network changes every figure at once', async ({ page }) => {
  await openLab(page, 'words');
  const dim = await cutTail(page);
  for (const title of [GRID, SENSES, LIKENESS, PLAY])
    await expect(chart(page, title)).toHaveAccessibleName(new RegExp(`(Without|Cutting) ${dim}`));
  // what any two tokens share is measured again
  await expect(chart(page, /^Less what any two tokens share, cutting/)).toBeVisible();
});

test('a link opens the pair, the word, the item and the threshold it names', async ({ page }) => {
  await openLab(page, 'words', '&open=wic:2,threshold:4,wsd:5,lemma:1,word:0&layer=2');
  await expect(
    page.getByRole('heading', { name: 'The pairs in layer 2, told by a cosine over .5' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'bat in layer 2' })).toBeVisible();
  await expect(page.getByText('Nearest', { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { expanded: true })).not.toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Like itself' }).getByRole('region')).toBeVisible();
});

test('every pair opens with its sentences, by the keyboard alone', async ({ page }) => {
  await openLab(page, 'words');
  await chart(page, GRID).getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(chart(page, GRID).getByRole('status')).toContainText('cosine over .2');
  await expect(page.getByRole('heading', { name: /told by a cosine over \.2$/ })).toBeVisible();
  const pair = page.getByRole('button', { name: /^root · same sense/ });
  await pair.press('Enter');
  await expect(page.getByText('The roots of the willow had grown into the drain .')).toBeVisible();
  await expect(page).toHaveURL(/open=wic:1,threshold:1/);
  await page.goBack();
  await expect(page.getByText('The roots of the willow')).toBeHidden();
});

test('the playground: sentences move between heaps by hand and by the keyboard', async ({ page }) => {
  // all heaps in sight: a browser scrolls while one drags, a test does not
  await page.setViewportSize({ width: 1280, height: 1200 });
  await openLab(page, 'words');
  await expect(heap(page, 1).getByRole('textbox')).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Heap of sentence 1' }).selectOption('Sense 2');
  await expect(heap(page, 2).getByRole('textbox')).toHaveCount(4);
  await heap(page, 2).getByTitle('Drag to another heap').last().dragTo(heap(page, 3));
  await expect(heap(page, 3).getByRole('textbox')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Word', exact: true }).fill('river');
  await expect(page.getByText('“river” is not in it')).toHaveCount(6);
  await expect(page.getByText('Write at least two sentences with “river”.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Sentence 1' }).fill('The River rose.');
  await page.getByRole('textbox', { name: 'Sentence 2' }).fill('He swam in the river.');
  await expect(chart(page, /“river” is to itself/)).toBeVisible();
  await expect(page).toHaveURL(/play=/);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Sentence 2' })).toHaveValue('He swam in the river.');
});

test('the keyboard stays with a sentence that goes to another heap, is added, or is taken away', async ({
  page,
}) => {
  await openLab(page, 'words');
  const choice = page.getByRole('combobox', { name: 'Heap of sentence 3' });
  await choice.focus();
  await choice.selectOption('Sense 2');
  await expect(heap(page, 2).getByRole('textbox')).toHaveCount(4);
  await expect(choice).toBeFocused();
  await page.getByRole('button', { name: 'Remove sentence 2' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove sentence 2' })).toBeFocused();
  await page.getByRole('button', { name: 'Add a sentence' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Sentence 6' })).toBeFocused();
});

test('a sentence of the playground that cannot be compared says why', async ({ page }) => {
  await openLab(page, 'words');
  const first = page.getByRole('textbox', { name: 'Sentence 1' });
  await first.fill(`${'a '.repeat(240)}light`);
  await expect(page.getByText(/^Left out: the word lies beyond what the model can read/)).toHaveCount(1);
  await expect(chart(page, PLAY)).toContainText('10 pairs');
  await first.fill(`A light ${'a '.repeat(240)}`);
  await expect(page.getByText(/^Its end was cut off to fit the model/)).toHaveCount(1);
  await first.fill(`${'a '.repeat(240)}light`);
  for (const number of [6, 5, 4, 3])
    await page.getByRole('button', { name: `Remove sentence ${number}` }).click();
  await expect(page.getByRole('alert')).toContainText('No two of these sentences can be compared by “light”');
  await expect(chart(page, PLAY)).toHaveCount(0);
});

test('the playground has the control of random cuts, and says where there is none', async ({ page }) => {
  await openLab(page, 'words');
  const part = page.getByRole('region', { name: 'Playground' });
  await expect(part.getByRole('checkbox')).toHaveCount(0);
  await cutTail(page);
  await part.getByRole('checkbox', { name: /^beside 20 cuts of 1 random dimension/ }).check();
  const rows = part.getByRole('row');
  await expect(rows).toHaveCount(3);
  for (const kind of ['within a sense', 'across senses'])
    await expect(part.getByRole('row', { name: new RegExp(kind) })).toHaveText(/(−?[.]\d{3}|1[.]000){5}$/);
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  await expect(part.getByText(/^Random cuts stand beside a cut after the network alone/)).toBeVisible();
  await expect(rows).toHaveCount(0);
});

test('Word in Context is held against what always saying the same tells, and what is left out is listed', async ({
  page,
}) => {
  await openLab(page, 'words');
  await expect(chart(page, GRID)).toContainText('Always saying the same would tell .5000 right.');
  const lines = ['The bank closed .\tA bank failed .', 'A bank .\tMy bank .', 'One bank .\tTwo banks .'];
  const data = lines.map((line) => `bank\tN\t1-1\t${line}`).join('\n');
  await drop(
    page,
    [
      { name: 'mine.data.txt', text: `${data}\nbank\tN\t9-1\tNo .\tA bank .\n` },
      { name: 'mine.gold.txt', text: 'T\nT\nF\nT\n' },
    ],
    /^Drop Word in Context/,
  );
  await measured(page);
  await expect(chart(page, GRID)).toContainText('Always saying the same would tell .6667 right.');
  await expect(page.getByText('1 left out (4): the sentence has no word at that place')).toBeVisible();
});

test('takes Word in Context of one’s own, its answers beside it', async ({ page }) => {
  await openLab(page, 'words');
  const data = { name: 'mine.data.txt', text: 'bank\tN\t1-1\tThe bank closed .\tA bank failed .\n' };
  await drop(page, [data], /^Drop Word in Context/);
  await expect(page.getByRole('alert')).toContainText('There is no mine.gold.txt beside mine.data.txt');
  await drop(page, [data, { name: 'mine.gold.txt', text: 'T\n' }], /^Drop Word in Context/);
  await expect(page.getByText('1 pair · mine.data.txt', { exact: true })).toBeVisible();
  await measured(page);
  await expect(page.getByRole('button', { name: /^bank · same sense/ })).toBeVisible();
  await expect(chart(page, GRID)).toContainText(
    'no area under the ROC curve where all pairs are of one kind',
  );
  const long = `bank\tN\t1-1\tThe bank ${'word '.repeat(200)}.\tA bank failed .\n`;
  await drop(
    page,
    [
      { name: 'long.data.txt', text: long },
      { name: 'long.gold.txt', text: 'T\n' },
    ],
    /^Drop Word in Context/,
  );
  await expect(page.getByText(/^1 sentence was cut short to fit the model \(line 1\)/)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openLab(page, 'words', '&open=wic:2,wsd:1,word:0');
    await cutTail(page);
    await measured(page);
    await expectAccessible(page);
  });
}

test('nothing reaches out of the page at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openLab(page, 'words', '&open=wic:2,wsd:1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const width of [320, 390, 1024, 1440]) {
  test(`the header has room for every view at ${width} px, the open one in sight`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page, '#v=1&view=models');
    await page.setViewportSize({ width: width - 1, height: 844 });
    const models = views(page).getByRole('button', { name: 'Models' });
    await models.focus();
    await expect(models).toBeInViewport({ ratio: 0.9 });
    for (const name of [/^Model: /, /^Theme/, 'Share'])
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThan(width);
  });
}
