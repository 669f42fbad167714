import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Page, type TestInfo, expect, test } from '@playwright/test';
import { chart, modelChip, openPage } from './page.ts';

const fixtures = new URL('../src/graph/fixtures/', import.meta.url).pathname;
const FILES = ['config.json', 'model.safetensors', 'tokenizer.json'];
const SHARDS = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'] as const;
const INDEX = 'model.safetensors.index.json';

/** A folder with a fixture's checkpoint, for a test to break. */
function checkpoint(info: TestInfo, name = 'bert-f32', files: readonly string[] = FILES): string {
  const folder = info.outputPath('my-model');
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(fixtures, name, file), join(folder, file));
  return folder;
}

/** The same of one whose weights are in two shards, and the index that says which is where. */
const sharded = (info: TestInfo) =>
  checkpoint(info, 'xlm-roberta', ['config.json', 'tokenizer.json', INDEX, ...SHARDS]);

async function openFolder(page: Page, folder: string): Promise<void> {
  await modelChip(page).click();
  await page.getByLabel('Open a checkpoint folder…').and(page.locator('input')).setInputFiles(folder);
}

/** What the page says of a checkpoint that it cannot load. */
async function complaint(page: Page): Promise<string> {
  await expect(modelChip(page)).toContainText('did not load');
  const alert = page.getByRole('alert').first();
  await expect(alert).toBeVisible();
  // nothing on screen was lost to it
  await expect(chart(page, /stands? out in/)).toBeVisible();
  return (await alert.textContent()) ?? '';
}

test('a checkpoint of the person’s runs, and Back returns to it by its weights', async ({ page }, info) => {
  const folder = checkpoint(info);
  await openPage(page);
  await openFolder(page, folder);
  await expect(modelChip(page)).toContainText('2 × 32');
  await expect(page).toHaveURL(/model=[0-9a-f]{64}:my-model/);
  const address = page.url();

  await modelChip(page).click();
  await page.getByRole('button', { name: /^Use / }).first().click();
  await expect(modelChip(page)).not.toContainText('2 × 32');
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(modelChip(page)).toContainText('2 × 32');
});

for (const name of ['roberta', 'mpnet']) {
  test(`a checkpoint of BERT’s family runs as well: ${name}`, async ({ page }, info) => {
    await openPage(page);
    await openFolder(page, checkpoint(info, name));
    await expect(modelChip(page)).toContainText('2 × 32');
    // its sentences begin with another token than the bundled model's
    await expect(page.getByText('<s>', { exact: true }).first()).toBeVisible();
  });
}

test('an ONNX export runs too, and of several the exact one is taken, with a word on it', async ({
  page,
}, info) => {
  const exports = new URL('../src/graph/edit/fixtures/bert/', import.meta.url).pathname;
  const folder = info.outputPath('exported');
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const file of ['config.json', 'tokenizer.json']) copyFileSync(join(exports, file), join(folder, file));
  copyFileSync(join(exports, 'trace17.uint8.onnx'), join(folder, 'onnx/model_uint8.onnx'));
  copyFileSync(join(exports, 'trace11.f32.onnx'), join(folder, 'onnx/model.onnx'));
  await openPage(page);
  await openFolder(page, folder);
  await expect(modelChip(page)).toContainText('2 × 16');
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
  await expect(page.getByText(/2 sets of weights, of which .*onnx\/model\.onnx is taken/)).toBeVisible();
  await expect(chart(page, /stands? out in/)).toBeVisible();
});

test('weights that end early say by how much', async ({ page }, info) => {
  const folder = checkpoint(info);
  const weights = join(folder, 'model.safetensors');
  writeFileSync(weights, readFileSync(weights).subarray(0, 60_000));
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/model\.safetensors ends early: \d+ bytes were expected/);
});

test('weights with a broken header say so', async ({ page }, info) => {
  const folder = checkpoint(info);
  const weights = join(folder, 'model.safetensors');
  const bytes = readFileSync(weights);
  bytes.fill(0x21, 8, 40);
  writeFileSync(weights, bytes);
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/model\.safetensors/);
});

test('a config that does not fit the weights names the tensor', async ({ page }, info) => {
  const folder = checkpoint(info);
  const config = join(folder, 'config.json');
  writeFileSync(config, readFileSync(config, 'utf8').replace('"vocab_size": 155', '"vocab_size": 156'));
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/Tensor \S*word_embeddings\.weight has shape \[155, 32\]/);
});

test('a config with more layers than the weights names the first tensor that is missing', async ({
  page,
}, info) => {
  const folder = checkpoint(info);
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace('"num_hidden_layers": 2', '"num_hidden_layers": 3'),
  );
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/no tensor \S*layer\.2\./);
});

test('a checkpoint in shards runs, picked as a folder', async ({ page }, info) => {
  await openPage(page);
  await openFolder(page, sharded(info));
  await expect(modelChip(page)).toContainText('2 × 32');
  await expect(page.getByText('<s>', { exact: true }).first()).toBeVisible();
});

test('a checkpoint in shards runs, dropped as files', async ({ page }, info) => {
  const folder = sharded(info);
  const files = readdirSync(folder).map((name) => ({
    name,
    base64: readFileSync(join(folder, name)).toString('base64'),
  }));
  await openPage(page);
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(modelChip(page)).toContainText('2 × 32');
});

for (const missing of [SHARDS[1], INDEX]) {
  test(`shards without ${missing} are refused by its name, and the model stays`, async ({ page }, info) => {
    const folder = sharded(info);
    rmSync(join(folder, missing));
    await openPage(page);
    const before = await modelChip(page).textContent();
    await openFolder(page, folder);
    await expect(page.getByRole('alert').first()).toContainText(`${missing} is missing`);
    await expect(modelChip(page)).toHaveText(before ?? '');
  });
}

test('a shard that ends early is named', async ({ page }, info) => {
  const folder = sharded(info);
  truncateSync(join(folder, SHARDS[1]), 40_000);
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/model-00002-of-00002\.safetensors ends early/);
});

test('an index that points out of its folder is refused, and no one is asked for the file', async ({
  page,
}, info) => {
  const folder = sharded(info);
  const index = join(folder, INDEX);
  const outside = 'https://example.org/secret.safetensors';
  writeFileSync(index, readFileSync(index, 'utf8').replaceAll(SHARDS[1], outside));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/no https:\/\/example\.org\/secret\.safetensors/);
  expect(asked.filter((url) => url.includes('secret'))).toEqual([]);
});

/** A folder with the small BERT as one ONNX export, whose bytes are changed first. */
function exportedAs(info: TestInfo, from: string, change: (graph: Buffer) => Buffer): string {
  const exports = new URL('../src/graph/edit/fixtures/bert/', import.meta.url).pathname;
  const folder = info.outputPath('exported');
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const file of ['config.json', 'tokenizer.json']) copyFileSync(join(exports, file), join(folder, file));
  writeFileSync(join(folder, 'onnx/model.onnx'), change(readFileSync(join(exports, from))));
  return folder;
}

test('an ONNX export that ends early says so', async ({ page }, info) => {
  const folder = exportedAs(info, 'trace11.f32.onnx', (graph) => graph.subarray(0, graph.length - 5000));
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/model\.onnx ends early: \d+ bytes were expected/);
});

test('an ONNX export whose weights lie outside its folder is refused, and no one is asked for them', async ({
  page,
}, info) => {
  const inside = 'trace14-sdpa.external.onnx_data';
  const outside = '../secret'.padEnd(inside.length, '/secret');
  const folder = exportedAs(info, 'trace14-sdpa.external.onnx', (graph) =>
    // of the same length, so that the rest of the file stays as it is
    Buffer.from(graph.toString('latin1').replaceAll(inside, outside), 'latin1'),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(
    /wants the weights \S+ read from “\.\.\/secret\S*”, which is not simply a file beside it/,
  );
  expect(asked.filter((url) => url.includes('secret'))).toEqual([]);
});

test('a zip by the name of weights is called a zip', async ({ page }, info) => {
  const folder = checkpoint(info);
  writeFileSync(join(folder, 'model.safetensors'), 'PK\u0003\u0004 and what else PyTorch writes');
  await openPage(page);
  await openFolder(page, folder);
  expect(await complaint(page)).toMatch(/model\.safetensors .*zip/);
});

test('weights in PyTorch’s own format are refused with the reason', async ({ page }, info) => {
  const folder = checkpoint(info, 'bert-f32', ['config.json', 'tokenizer.json']);
  writeFileSync(join(folder, 'pytorch_model.bin'), Uint8Array.of(0x80, 2, 0x8a, 10));
  await openPage(page);
  await openFolder(page, folder);
  await expect(page.getByRole('alert').first()).toContainText(
    'The weights in pytorch_model.bin are in PyTorch’s own format, a program that builds them',
  );
});
