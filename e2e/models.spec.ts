import { type Page, expect, test } from '@playwright/test';
import {
  bundled,
  bundledModels,
  chart,
  cutBar,
  drop,
  expectAccessible,
  modelChip,
  openPage,
  sentences,
  tailSwitches,
} from './page.ts';
import { second, serveSecondModel } from './second-model.ts';

const MODELS = '#v=1&view=models';
const BIRTH = /becomes? a tail|is a tail|has no tail|No tail/;

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const curves = (page: Page) => chart(page, BIRTH).getByRole('application');

test('the views are a press away, and Back and Forward go between them', async ({ page }) => {
  await openPage(page);
  await expect(views(page).getByRole('button', { name: 'Explore' })).toHaveAttribute('aria-current', 'page');
  await views(page).getByRole('button', { name: 'Models' }).click();
  await expect(chart(page, BIRTH)).toBeVisible();
  await expect(page).toHaveURL(/#v=1&view=models$/);
  await expect(page).toHaveTitle('Models · Tailscope');
  await expect(views(page).getByRole('button', { name: 'Models' })).toHaveAttribute('aria-current', 'page');
  await expect(cutBar(page)).toBeHidden();
  await page.goBack();
  await expect(sentences(page)).toBeVisible();
  await expect(cutBar(page)).toBeVisible();
  await expect(page).toHaveTitle('Tailscope');
  await page.goForward();
  await expect(chart(page, BIRTH)).toBeVisible();
});

test('another view keeps what was typed and cut', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('A small dog ran home.\nThe small boat came home.');
  await expect(page.getByText(/^2 sentences · \d+ tokens$/)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Cut dimension' });
  await field.fill('7');
  await field.press('Enter');
  await views(page).getByRole('button', { name: 'Models' }).press('Enter');
  await expect(chart(page, BIRTH)).toBeVisible();
  await views(page).getByRole('button', { name: 'Explore' }).press('Enter');
  await expect(sentences(page)).toHaveValue(/^A small dog/);
  await expect(page.getByRole('switch', { name: 'Cut dimension 7' })).toBeChecked();
});

test('a link opens the view with what it follows', async ({ page }) => {
  await openPage(page, `${MODELS}&birth=kurtosis&axis=linear`);
  await expect(page.getByRole('radio', { name: 'Kurtosis' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Linear' })).toBeChecked();
  await page.getByRole('radio', { name: 'LayerNorm β' }).check({ force: true });
  await expect(page).toHaveURL(/birth=beta/);
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Kurtosis' })).toBeChecked();
});

test('says when the tail was born, and each place of the training by its keys', async ({ page }) => {
  await openPage(page, MODELS);
  const birth = chart(page, BIRTH);
  await expect(birth.getByText(/^after [\d.,]+ million tokens, step [\d,]+$/)).toBeVisible();
  await curves(page).focus();
  await page.keyboard.press('Home');
  await expect(birth.getByText('after 0 tokens, step 0', { exact: true })).toBeVisible();
  await expect(birth.getByRole('status')).toContainText(`embeddings, ${bundled.name}, after 0 tokens`);
  await page.keyboard.press('ArrowRight');
  await expect(birth.getByRole('status')).not.toContainText('after 0 tokens');
  // down the models of a layer, then the next layer
  for (let model = 0; model < bundledModels; model++) await page.keyboard.press('ArrowDown');
  await expect(birth.getByRole('status')).toContainText('layer 1');
  // the line below follows the same place
  const slider = page.getByRole('slider', { name: 'Place in the run' });
  await expect(slider).toHaveAttribute('aria-valuenow', '1');
});

test('a dimension chosen from its card is chosen in Explore', async ({ page }) => {
  await openPage(page, MODELS);
  const choice = page.getByRole('button', { name: /^Choose dimension \d+ of/ });
  const dims = await choice.evaluateAll((all) => all.map((button) => button.textContent.replace(/\D/g, '')));
  const other = dims.findIndex((dim) => dim !== dims[0]);
  await choice.nth(other).click();
  await expect(choice.nth(other)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: `See ${dims[other] ?? ''} in Explore` }).click();
  await expect(page.getByRole('slider', { name: 'Dimension' }).first()).toHaveAttribute(
    'aria-valuenow',
    dims[other] ?? '',
  );
});

test('Enter on a curve chooses the dimension that has its value there', async ({ page }) => {
  await openPage(page, MODELS);
  await curves(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const [dim = ''] =
    /(?<=: )\d+/.exec((await chart(page, BIRTH).getByRole('status').textContent()) ?? '') ?? [];
  await expect(page.getByText(`${dim} of ${bundled.name} is chosen`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`dim=${dim}(&|$)`));
});

test('two models stand beside each other, and either can be used', async ({ page }) => {
  await serveSecondModel(page);
  await openPage(page, MODELS);
  await expect(chart(page, new RegExp(`${second.dim} becomes a tail of ${second.name}`))).toBeVisible();
  await expect(chart(page, /^Perplexity on held-out text: .* for .* and /)).toBeVisible();
  await expect(page.getByText('They were made alike but for one thing: position embeddings.')).toBeVisible();
  const row = page.getByRole('row', { name: /Position embeddings/ });
  await expect(row).toContainText('yes');
  await expect(row).toContainText('none: trained without');
  await expect(row.getByRole('img', { name: 'differs' })).toBeVisible();
  await expect(page.getByText('Steps 1,000–3,000. Taken up again with a fresh optimizer.')).toBeVisible();
  await expect(page.getByText('learning rate 1e-4')).toBeVisible();
  await expect(page.getByText('9, the smallest of [SEP], layers 1–2')).toBeVisible();
  const shipped = page.getByRole('table', {
    name: `${second.name} as it came here, over 61,000 held-out tokens`,
  });
  await expect(shipped.getByRole('columnheader', { name: `with ${second.dim} cut` })).toBeVisible();
  await expect(shipped.getByRole('row', { name: /layer 1/ })).toContainText('.125');

  await page.getByRole('button', { name: `Use ${second.name}` }).click();
  await expect(modelChip(page)).toContainText('no positions');
  await expect(page.getByRole('button', { name: `Use ${bundled.name}` })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`model=${second.id}`));
  await modelChip(page).click();
  await expect(page.getByRole('dialog')).toContainText('none: trained without');
});

test('the hidden words show a few sentences, and all on demand', async ({ page }) => {
  await serveSecondModel(page);
  await openPage(page, MODELS);
  const table = page.getByRole('table', { name: /hidden word/ });
  const expected = table.getByText(/expected: /);
  const few = await expected.count();
  await expect(table).not.toContainText('expected: cow');
  const all = page.getByRole('button', { name: /^Show all \d+ sentences$/ });
  const [, sentences = ''] = /(\d+)/.exec((await all.textContent()) ?? '') ?? [];
  expect(Number(sentences)).toBeGreaterThan(few);
  await all.click();
  await expect(expected).toHaveCount(Number(sentences));
  await expect(table).toContainText('expected: cow');
  await expect(table.getByRole('row', { name: /expected: fox/ })).toContainText('not one of its pieces');
});

for (const [what, card] of [
  ['broken', '{"curve": [{"step": 0,'],
  ['of another kind', ['a', 'list']],
  ['of another program', { curve: 'steep', training: { stages: 3 }, examples: [{}], layers: null }],
] as const) {
  test(`a card that is ${what} takes nothing else with it`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await serveSecondModel(page, card);
    await openPage(page, MODELS);
    await expect(chart(page, BIRTH)).toBeVisible();
    await expect(page.getByRole('article', { name: second.name })).toContainText(
      /could not be read|no reports of its training/,
    );
    await page.getByRole('button', { name: `Use ${second.name}` }).click();
    await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
    expect(errors).toEqual([]);
  });
}

test('the model’s panel leads to its card', async ({ page }) => {
  await openPage(page);
  await modelChip(page).click();
  await page.getByRole('button', { name: 'About this model' }).click();
  await expect(page.getByRole('article', { name: bundled.name, exact: true })).toContainText('in use');
});

test('a text dropped on the models leads back to its sentences', async ({ page }) => {
  await openPage(page, MODELS);
  await expect(chart(page, BIRTH)).toBeVisible();
  await drop(page, [{ name: 'notes.txt', text: 'First line.\nSecond line.\n' }]);
  await expect(page.getByText('notes.txt, 2 lines').first()).toBeVisible();
  await expect(tailSwitches(page).first().or(page.getByText('No dimension is a tail here'))).toBeVisible();
});

test('the birth’s numbers can be read and saved', async ({ page }) => {
  await openPage(page, MODELS);
  const birth = chart(page, BIRTH);
  await birth.getByRole('button', { name: /^Show as a table/ }).click();
  await expect(birth.getByRole('columnheader', { name: 'tokens' })).toBeVisible();
  for (const kind of ['PNG', 'SVG', 'CSV']) {
    const download = page.waitForEvent('download');
    await birth.getByRole('button', { name: new RegExp(`\\(${kind}\\)`) }).click();
    expect((await download).suggestedFilename()).toBe(
      `tailscope-birth-of-a-tail-share.${kind.toLowerCase()}`,
    );
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`Models breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await serveSecondModel(page);
    await openPage(page, MODELS);
    await expect(chart(page, BIRTH)).toBeVisible();
    await expectAccessible(page);
    await curves(page).focus();
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: /^Show all/ }).click();
    await expectAccessible(page);
  });
}

for (const width of [320, 390, 1024, 1440]) {
  test(`nothing of Models reaches out of the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await serveSecondModel(page);
    await openPage(page, MODELS);
    await expect(chart(page, BIRTH)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Share' })).toBeInViewport({ ratio: 1 });
    // the row of views scrolls, and stops at whole pixels
    await expect(views(page).getByRole('button', { name: 'Models' })).toBeInViewport({ ratio: 0.99 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
