import { type Locator, type Page, expect, test } from '@playwright/test';
import { measured, openLab } from './lab.ts';
import { expectAccessible, openPage } from './page.ts';

/** Words that say what they mean when they are pressed. */
const terms = (within: Page | Locator) => within.locator('[data-term]');

/** Every figure and table on screen, and how many words of it can be asked. */
async function askable(page: Page): Promise<readonly { name: string; terms: number }[]> {
  return page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('figure, table')]
      .filter((figure) => figure.parentElement?.closest('figure') === null)
      .map((figure) => {
        // a table's words may stand in the heading and the hint above it
        const around = figure.matches('table')
          ? (figure.closest('section, [data-more], [role="region"]:not([data-more] > *)')?.parentElement ??
            figure)
          : figure;
        return {
          name: figure.querySelector('h2, h3, h4, caption')?.textContent ?? figure.textContent.slice(0, 60),
          terms: around.querySelectorAll('[data-term]').length,
        };
      }),
  );
}

const VIEWS = ['geometry', 'words', 'syntax', 'sentences', 'predict', 'models', 'paper', 'compare'] as const;
const rest = { compare: '&b=main,shuffled,none' } as const;

for (const view of VIEWS)
  test(`each figure and table of ${view} has a word that says what it means`, async ({ page }) => {
    test.slow();
    await openPage(page, `#v=1&view=${view}${view === 'compare' ? rest.compare : ''}`);
    if (view === 'paper') await expect(page.getByRole('table').first()).toBeVisible();
    else await measured(page);
    if (view === 'compare') await expect(page.getByRole('figure', { name: /^Trees, F1/ })).toBeVisible();
    const found = await askable(page);
    expect(found).not.toEqual([]);
    expect(found.filter(({ terms: count }) => count === 0)).toEqual([]);
  });

test('each chart of Explore and Origins has one too', async ({ page }) => {
  test.slow();
  await openPage(page);
  await expect(page.getByRole('figure')).toHaveCount(8);
  expect((await askable(page)).filter(({ terms: count }) => count === 0)).toEqual([]);
  await openPage(page, '#v=1&view=origins');
  await page.getByRole('button', { name: 'Train the probe' }).click();
  await expect(page.getByRole('figure', { name: /probe tells \d/ })).toBeVisible();
  expect((await askable(page)).filter(({ terms: count }) => count === 0)).toEqual([]);
});

for (const view of ['words', 'sentences', 'syntax', 'geometry'])
  test(`no explanation in ${view} reaches out of a telephone’s window`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 390, height: 844 });
    await openLab(page, view);
    const all = terms(page.getByRole('main'));
    for (let i = 0; i < (await all.count()); i++) {
      const term = all.nth(i);
      await term.scrollIntoViewIfNeeded();
      await term.press('Enter');
      const meaning = page.getByRole('note');
      await expect(meaning).toBeVisible();
      const box = await meaning.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
      // nothing of it has to be scrolled to
      expect(await meaning.evaluate((node) => node.scrollHeight - node.clientHeight)).toBeLessThanOrEqual(1);
      await page.keyboard.press('Escape');
      await expect(meaning).toBeHidden();
    }
  });

test('a term of several words breaks where its line ends, and a second press closes what it means', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page, 'words');
  const words = terms(page.getByRole('main'));
  const lines = () => words.evaluateAll((all) => all.map((word) => word.getClientRects().length));
  await expect.poll(async () => Math.max(...(await lines()))).toBeGreaterThan(1);
  const broken = words.nth((await lines()).findIndex((count) => count > 1));
  const meaning = page.getByRole('note');
  for (const shown of [true, false, true]) {
    await broken.click();
    await expect(meaning).toBeVisible({ visible: shown });
    await expect(broken).toHaveAttribute('aria-expanded', String(shown));
  }
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(broken).toBeFocused();
});

test('an explanation goes when its word scrolls, and stays when a scroll of before is told of late', async ({
  page,
}) => {
  await openLab(page, 'syntax');
  await terms(page.getByRole('main')).first().press('Enter');
  const meaning = page.getByRole('note');
  await expect(meaning).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event('scroll')));
  await expect(meaning).toBeVisible();
  await page.mouse.move(700, 600);
  await page.mouse.wheel(0, 200);
  await expect(meaning).toBeHidden();
});

test('an explanation leads to the whole definition, which is the project’s own document', async ({
  page,
}) => {
  await openLab(page, 'syntax');
  const word = terms(page.getByRole('main')).filter({ hasText: /^F1$/ }).first();
  await word.click();
  const note = page.getByRole('note');
  await expect(note).toContainText('2PR / (P + R)');
  await expect(note).toContainText('Source: Black et al. (1991)');
  await note.getByRole('button', { name: 'The whole definition' }).click();
  const definitions = page.getByRole('dialog', { name: 'Definitions' });
  const section = definitions.getByRole('heading', { name: 'Syntax', exact: true });
  await expect(section).toBeInViewport();
  await expect(note).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(definitions).toBeHidden();
  await expect(word).toBeFocused();
});

test('a definition that is one row among many is marked and in sight', async ({ page }) => {
  await openPage(page);
  await terms(page.getByRole('main'))
    .filter({ hasText: /^cosines?$/ })
    .first()
    .click();
  await page.getByRole('note').getByRole('button', { name: 'The whole definition' }).click();
  const row = page.getByRole('dialog', { name: 'Definitions' }).locator('[aria-current]');
  await expect(row).toContainText('x . y / (norm x * norm y)');
  await expect(row).toBeInViewport();
});
