import { type Locator, type Page, expect, test } from '@playwright/test';
import { tableOf } from './lab.ts';
import { chart, expectAccessible, openPage } from './page.ts';

const SHUFFLED = '#v=1&view=compare&b=main,shuffled,none';
const TWINS = '#v=1&view=compare&b=beside,as-they-are,none&beside=tailscope-bert-nopos';

/** Both sides are measured twice over, the second model loaded before. */
const LONG = { timeout: 150_000 } as const;

/** Brings a part of the page into sight, which is when it is fetched and measured. */
const see = (page: Page, title: string) =>
  page.getByRole('heading', { name: title }).scrollIntoViewIfNeeded();

/** The charts of the tasks, of a model held against itself with positions shuffled. */
async function openTasks(page: Page): Promise<void> {
  await openPage(page, SHUFFLED);
  await expect(chart(page, /^Classifier/)).toBeVisible();
  await see(page, 'The tasks, pair by pair');
}

/** Left and right chart of a pair, A and B. */
const pair = (page: Page, finding: string): readonly [Locator, Locator] => [
  chart(page, new RegExp(`^A: ${finding}`)),
  chart(page, new RegExp(`^B: ${finding}`)),
];

test('the life of each side’s tail stands on one scale, and what position and frequency explain of it', async ({
  page,
}) => {
  test.slow();
  await openPage(page, TWINS);
  await expect(chart(page, /^Anisotropy in layer/)).toBeVisible(LONG);
  await see(page, 'Where each side’s tail comes from');
  await expect(page.getByText(/^B has no position embeddings: they add nothing/)).toBeVisible();
  for (const life of pair(page, 'What moves \\d+ most')) await expect(life).toBeVisible();
  const [one, other] = pair(page, 'What moves \\d+ most');
  const ticks = async (life: Locator) => (await life.locator('svg text').allTextContents()).slice(0, 4);
  expect(await ticks(one)).toEqual(await ticks(other));
  for (const what of [
    /^Explained by position in/,
    /^Explained by word frequency in/,
    /^Explained by both in/,
  ])
    await expect(chart(page, what)).toBeVisible();
  for (const means of pair(page, '\\d+ is \\S+ at position 0')) await expect(means).toBeVisible();
  for (const means of pair(page, '\\d+ by word frequency')) await expect(means).toBeVisible();
  // one reads a trace step by step with the arrow keys
  const step = one.getByRole('slider', { name: 'Step' });
  await step.press('ArrowRight');
  await expect(step).toHaveAttribute('aria-valuenow', '1');
});

test('sides that differ in a cut alone have their tails from the same place, and say so', async ({
  page,
}) => {
  test.slow();
  await openPage(page, '#v=1&view=compare&b=main,as-they-are,after');
  await see(page, 'Where each side’s tail comes from');
  await expect(page.getByText('A and B are the same network told the same positions')).toBeVisible();
});

test('pairs and items of both sides stand side by side, and what is chosen on one is on the other', async ({
  page,
}) => {
  test.slow();
  await openTasks(page);
  const [gridA, gridB] = pair(page, 'Best: ');
  await expect(gridA).toBeVisible();
  await expect(gridB).toBeVisible();
  expect(await tableOf(page, /^A: Best: /)).not.toEqual(await tableOf(page, /^B: Best: /));
  const cells = gridA.getByRole('application', { name: 'A: Same sense or not' });
  await cells.press('ArrowRight');
  await cells.press('ArrowRight');
  const spoken = await gridA.getByRole('status').textContent();
  expect(spoken).toMatch(/cosine over/);
  const [, pairsB] = pair(page, 'Cosine against people’s score');
  await expect(pairsB).toBeVisible();
  const points = pairsB.getByRole('slider', { name: 'B: Pair' });
  await points.press('ArrowRight');
  for (const opened of pair(page, 'People gave')) await expect(opened).toBeVisible();
  const tables = page.getByRole('region', { name: /^[AB]: senses of/ });
  await expect(tables).toHaveCount(2);
  const words = page.getByRole('group', { name: 'Word', exact: true }).getByRole('button');
  await words.nth(1).click();
  const lemma = (await words.nth(1).textContent()) ?? '';
  await expect(page.getByRole('table', { name: `B: senses of ${lemma.trim()}` })).toBeVisible();
});

test('the trees of a sentence stand side by side above the gold one, and a step goes on in both', async ({
  page,
}) => {
  test.slow();
  await openTasks(page);
  const steps = page.getByRole('group', { name: 'Sentence', exact: true });
  await expect(steps).toContainText('1 of 40');
  for (const tree of pair(page, 'F1 [\\d.]+: '))
    await expect(tree.locator('svg').getByText('gold')).toBeVisible();
  const words = async () => (await tableOf(page, /^B: F1/)).join();
  const first = await words();
  await steps.getByRole('button', { name: 'Next sentence' }).click();
  await expect(steps).toContainText('2 of 40');
  await expect.poll(words).not.toBe(first);
  await expect(page).toHaveURL(/tree:1/);
});

test('cosines are spread on the same scales, and each side’s tokens lie in its own plane', async ({
  page,
}) => {
  test.slow();
  await openPage(page, SHUFFLED);
  await see(page, 'How the vectors lie');
  for (const spread of pair(page, 'Nine cosines of ten')) await expect(spread).toBeVisible();
  for (const map of pair(page, 'Two directions hold')) await expect(map).toBeVisible();
  const rows = await tableOf(page, /^B: Two directions hold/);
  expect(rows.length).toBeGreaterThan(100);
});

/** Brings all three parts into sight, and waits for the last chart of each. */
async function seeAll(page: Page): Promise<void> {
  await expect(chart(page, /^Classifier/)).toBeVisible(LONG);
  for (const [title, last] of [
    ['Where each side’s tail comes from', '\\d+ by word frequency'],
    ['How the vectors lie', 'Two directions hold'],
    ['The tasks, pair by pair', 'F1 [\\d.]+: '],
  ] as const) {
    await see(page, title);
    for (const figure of pair(page, last)) await expect(figure).toBeVisible();
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`charts side by side break no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, SHUFFLED);
    await seeAll(page);
    await expectAccessible(page);
  });
}

test('charts side by side stand level where there is room, and stay within a page of 320 px', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page, SHUFFLED);
  await seeAll(page);
  const tops = await Promise.all(
    pair(page, 'What moves').map(async (life) => (await life.locator('svg').last().boundingBox())?.y),
  );
  expect(tops[0]).toBeDefined();
  expect(tops[0]).toBe(tops[1]);
  await page.setViewportSize({ width: 320, height: 900 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
  // what a drawing writes stays inside it
  const cut = await page.evaluate(() =>
    Array.from(document.querySelectorAll('figure')).flatMap((figure) => {
      if (!/^[AB]: /.test(figure.querySelector('h4')?.textContent ?? '')) return [];
      return Array.from(figure.querySelectorAll('svg text')).flatMap((text) => {
        const [own, all] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
        const inside = all && own.left >= all.left - 1 && own.right <= all.right + 1;
        return inside === true ? [] : [text.textContent];
      });
    }),
  );
  expect(cut).toEqual([]);
});
