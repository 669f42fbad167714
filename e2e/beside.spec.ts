import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator, type Page, type TestInfo, expect, test } from '@playwright/test';
import { bundled, expectAccessible, modelChip, openPage } from './page.ts';
import { second, serveSecondModel } from './second-model.ts';
import { beforeWorker } from './worker-script.ts';

const exports = new URL('../src/graph/edit/fixtures/bert/', import.meta.url).pathname;
const tiny = new URL('../src/graph/fixtures/bert-f32/', import.meta.url).pathname;

/** A folder with one export of the same tiny network. */
function exported(info: TestInfo, name: string, file: string): string {
  const folder = info.outputPath(name);
  mkdirSync(folder, { recursive: true });
  for (const each of ['config.json', 'tokenizer.json']) copyFileSync(join(exports, each), join(folder, each));
  copyFileSync(join(exports, file), join(folder, 'model.onnx'));
  return folder;
}

const panel = (page: Page): Locator => page.getByRole('dialog', { name: 'Model' });

async function putBeside(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: /Choose (a second model|another)…/ }).click();
  await page.getByLabel('Open a second folder…').and(page.locator('input')).setInputFiles(folder);
}

test('a second model runs beside the first: both are explored, and it goes as it came', async ({ page }) => {
  await openPage(page);
  await modelChip(page).click();
  await putBeside(page, tiny);
  await expect(panel(page).getByText(/2 × 32 · WASM × \d/)).toBeVisible();
  // of another shape it cannot be held against the first, but both read the text
  await expect(panel(page).getByText(/cannot be compared: they have different layers/)).toBeVisible();
  await expect(panel(page).getByText(/Tails? of bert-f32 here|of bert-f32 here/)).toBeVisible();
  await expect(modelChip(page)).toContainText(`${bundled.layers} × ${bundled.dims}`);
  await expect(page).toHaveURL(/beside=[0-9a-f]{64}:bert-f32/);

  await panel(page).getByRole('button', { name: 'Put it away' }).click();
  await expect(panel(page).getByText('2 × 32')).toHaveCount(0);
  await expect(page).not.toHaveURL(/beside=/);
  await page.goBack();
  await expect(panel(page).getByText(/2 × 32 · WASM × \d/)).toBeVisible();
});

test('the error of a quantized export against its full one is shown layer by layer, with what it means', async ({
  page,
}, info) => {
  await openPage(page);
  await modelChip(page).click();
  await page
    .getByLabel('Open a checkpoint folder…')
    .and(page.locator('input'))
    .setInputFiles(exported(info, 'full', 'trace11.f32.onnx'));
  await expect(modelChip(page)).toContainText('2 × 16');
  await modelChip(page).click();
  await putBeside(page, exported(info, 'rounded', 'trace17.uint8.onnx'));
  const table = panel(page).getByRole('table', {
    name: /^Rounding moves hidden states of rounded by up to 0\.\d+, most in (embeddings|layer [12])$/,
  });
  await expect(table.getByRole('rowheader')).toHaveText(['embeddings', 'layer 1', 'layer 2']);
  const cells = await table.getByRole('cell').allTextContents();
  const [mean, largest, cosine] = cells.slice(-3).map(Number);
  expect(mean).toBeGreaterThan(0);
  expect(largest).toBeGreaterThan(mean ?? NaN);
  expect(cosine).toBeGreaterThan(0.9);
  await expect(panel(page).getByText(/^full and rounded · 8 sentences · \d+ tokens$/)).toBeVisible();
  await expectAccessible(page);
});

test('a folder that holds a model and a rounded export shows at a press what rounding costs', async ({
  page,
}, info) => {
  test.slow();
  const folder = exported(info, 'mine', 'trace11.f32.onnx');
  copyFileSync(join(exports, 'trace17.uint8.onnx'), join(folder, 'model_quantized.onnx'));
  await openPage(page);
  await modelChip(page).click();
  await page.getByLabel('Open a checkpoint folder…').and(page.locator('input')).setInputFiles(folder);
  await expect(modelChip(page)).toContainText('2 × 16');
  await modelChip(page).click();
  const others = panel(page).getByRole('list', { name: 'Other weights in mine' });
  await expect(others.getByRole('listitem')).toHaveCount(1);
  await expect(others).toContainText(/mine\/model_quantized\.onnx.*kB · a rounded ONNX export/);
  await others.getByRole('button', { name: 'Show what rounding costs' }).click();
  const shown = /^Rounding moves hidden states of mine\/model_quantized\.onnx by up to 0\.\d+, most in /;
  await expect(panel(page).getByRole('table', { name: shown })).toBeVisible();
  await expect(others).toContainText('beside it now');
  await expectAccessible(page);

  // the other way round it says the same of the same file
  await others.getByRole('button', { name: 'Take instead' }).click();
  await expect(modelChip(page)).toContainText('model_quantized.onnx');
  await expect(others).toContainText(/mine\/model\.onnx.*kB · an ONNX export/);
  await others.getByRole('button', { name: 'Show what rounding costs' }).click();
  await expect(panel(page).getByRole('table', { name: shown })).toBeVisible();
  await expect(panel(page).getByText(/^mine\/model_quantized\.onnx and mine · /)).toBeVisible();
});

test('a link opens the second model, too, and leaves it out where it is not there', async ({ page }) => {
  await serveSecondModel(page);
  await openPage(page, `#v=1&beside=${second.id}`);
  await modelChip(page).click();
  await expect(panel(page).getByText('Both models give the same hidden states')).toBeVisible();

  await page.goto('about:blank');
  await openPage(page, '#v=1&beside=gpt6');
  await expect(page.getByText('The link names a second model that is not here: gpt6.')).toBeVisible();
});

test('a second model that does not fit beside the first is refused, naming both sizes', async ({ page }) => {
  await beforeWorker(page, 'Object.defineProperty(navigator, "deviceMemory", { value: 0.05 })');
  await openPage(page);
  await modelChip(page).click();
  await page.getByRole('button', { name: 'Choose a second model…' }).click();
  await page.getByRole('button', { name: `Put ${bundled.name} beside` }).click();
  await expect(panel(page).getByRole('alert')).toContainText(
    /would take about 0\.\d+ GB and .* takes 0\.\d+ GB: side by side, two models can take 0\.03 GB here/,
  );
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
});
