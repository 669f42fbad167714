import { expect, test } from '@playwright/test';
import { chart, expectAccessible, modelChip, openPage, sentences, tailSwitches } from './page.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`Explore breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    // four readings of every element on the page
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page);
    await expectAccessible(page);
    await tailSwitches(page).first().click();
    await page
      .getByRole('button', { name: /^Show as a table/ })
      .first()
      .click();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^Show as a chart/ })
      .first()
      .click();
    await modelChip(page).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await sentences(page).fill('');
    await expectAccessible(page);
  });
}

test('the theme button goes round the themes, and a reload keeps the choice', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^Theme: Auto/ }).click();
  await page.getByRole('button', { name: /^Theme: Light/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

for (const width of [390, 1024, 1440]) {
  test(`nothing reaches out of the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page);
    await page.getByRole('button', { name: 'Cut all' }).click();
    await page.getByRole('button', { name: /random dimension/ }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}

test('the cut bar stays in sight however far the page is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.mouse.wheel(0, 3000);
  await expect(tailSwitches(page).first()).toBeInViewport();
});

test('a whole visit asks nothing of any other origin', async ({ page, context, baseURL }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await sentences(page).fill('A visit.\nFrom end to end.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  await tailSwitches(page).first().click();
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  await page.getByRole('button', { name: 'Share' }).click();
  await modelChip(page).click();
  await page.keyboard.press('Escape');
  await chart(page, /is the (smallest|largest) of/)
    .getByRole('button', { name: /\(PNG\)/ })
    .click();
  expect(asked.length).toBeGreaterThan(5);
  const own = new URL(baseURL ?? '').origin;
  // blob: and data: addresses are the page's own memory
  const foreign = asked.filter((url) => !url.startsWith(`${own}/`) && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
});
