import { expect, test } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import {
  bundled,
  chart,
  cutBar,
  drop,
  expectAccessible,
  modelChip,
  openPage,
  sentences,
  tailSwitches,
} from './page.ts';

const smallModel = ['config.json', 'model.safetensors', 'tokenizer.json'].map((name) =>
  fileURLToPath(new URL(`../src/graph/fixtures/bert-f32/${name}`, import.meta.url)),
);

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

  test(`a cut inside, tokens, one token and a phone break no accessibility rule in the ${theme} theme`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, '#v=1&where=inside&matrix=tokens');
    await tailSwitches(page).first().check({ force: true });
    await expect(page.getByText('cut inside').first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    await sentences(page).fill('dog');
    await expect(page.getByText(/^1 sentence · \d tokens?$/)).toBeVisible();
    await expectAccessible(page);
  });

  test(`trouble breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, `#v=1&file=${'ab'.repeat(32)}:reviews.txt`);
    await expect(page.getByText('reviews.txt').first()).toBeVisible();
    await expectAccessible(page);
    await drop(page, [{ name: 'photo.png', text: 'x' }]);
    await expect(page.getByRole('alert').filter({ hasText: 'photo.png' })).toBeVisible();
    await expectAccessible(page);
    await drop(page, [
      { name: 'config.json', text: '{}' },
      { name: 'tokenizer.json', text: '{}' },
      { name: 'model.safetensors', text: 'not weights' },
    ]);
    await expect(modelChip(page)).toContainText('did not load');
    await expectAccessible(page);
    await page.goto('about:blank');
    await page.goto(`/#v=1&model=${'cd'.repeat(32)}:my-model`);
    await expect(page.getByRole('alert').filter({ hasText: 'my-model' })).toBeVisible();
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

for (const width of [320, 390, 1024, 1440]) {
  test(`nothing reaches out of the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page);
    if (width < 760) await page.getByRole('button', { name: 'More cutting tools' }).click();
    await page.getByRole('button', { name: 'Cut all' }).click();
    await cutBar(page)
      .getByRole('button', { name: /random dimension/ })
      .click();
    for (const name of ['Draw again', 'Cut', 'Fewer cutting tools', 'Share']) {
      if (width >= 760 && name === 'Fewer cutting tools') continue;
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}

test('the open view stays in sight among the views when a telephone is turned', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page, '#v=1&view=paper');
  await page.setViewportSize({ width: 390, height: 844 });
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('button', { name: 'Paper' })).toBeInViewport({ ratio: 1 });
});

test('the cut bar stays in sight however far the page is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.mouse.wheel(0, 3000);
  await expect(tailSwitches(page).first()).toBeInViewport();
});

test('what the keyboard reaches on the way up stands under the cut bar, not behind it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openPage(page);
  const last = chart(page, /brings \d+ % of the cosine/).getByRole('button', { name: /^Show as a table/ });
  await last.focus();
  for (let i = 0; i < 50; i++) {
    await page.keyboard.press('Shift+Tab');
    const bottom = await page.evaluate(() =>
      document.activeElement?.closest('main') ? document.activeElement.getBoundingClientRect().bottom : NaN,
    );
    const bar = await cutBar(page).boundingBox();
    if (!Number.isNaN(bottom)) expect(bottom).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
  }
});

test('a whole visit asks nothing of any other origin', async ({ page, context, baseURL }) => {
  test.slow();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await sentences(page).fill('A visit.\nFrom end to end.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  await tailSwitches(page).first().click();
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  await page.getByRole('button', { name: 'Share' }).click();
  await drop(page, [{ name: 'notes.txt', text: 'First line.\nSecond line.\nThird line.\n' }]);
  await expect(page.getByText(/^3 sentences/)).toBeVisible();
  for (const kind of ['PNG', 'SVG', 'CSV']) {
    const download = page.waitForEvent('download');
    await chart(page, /is the (smallest|largest) of/)
      .getByRole('button', { name: new RegExp(`\\(${kind}\\)`) })
      .click();
    await download;
  }
  await modelChip(page).click();
  await page.getByLabel('Open its files…').and(page.locator('input')).setInputFiles(smallModel);
  await expect(page.getByText('2 × 32').first()).toBeVisible();
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
  await modelChip(page).click();
  await page
    .getByRole('button', { name: new RegExp(`^(Back to|Use) ${bundled.name}$`) })
    .first()
    .click();
  await expect(page.getByText(`${bundled.layers} × ${bundled.dims}`).first()).toBeVisible();
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
  expect(asked.length).toBeGreaterThan(5);
  const own = new URL(baseURL ?? '').origin;
  // blob: and data: addresses are the page's own memory
  const foreign = asked.filter((url) => !url.startsWith(`${own}/`) && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
});
