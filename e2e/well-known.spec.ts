import { type Locator, type Page, expect, test } from '@playwright/test';
import { bytesFile, folderFiles } from '../scripts/hub/hub-files.ts';
import { HubServer, type ServedModel } from '../scripts/hub/hub-server.ts';
import { WELL_KNOWN } from '../src/panels/chooser/well-known.ts';
import { modelChip, openPage } from './page.ts';

/** The name that the hub knows each of them by now, and a small checkpoint of its architecture. */
const SERVED: Readonly<Record<string, readonly [id: string, fixture: string]>> = {
  'bert-base-cased': ['google-bert/bert-base-cased', 'bert-f32'],
  'roberta-base': ['FacebookAI/roberta-base', 'roberta'],
  'distilbert-base-cased': ['distilbert/distilbert-base-cased', 'distilbert'],
  'distilroberta-base': ['distilbert/distilroberta-base', 'roberta'],
  'bert-large-cased': ['google-bert/bert-large-cased', 'bert-f32'],
  'roberta-large': ['FacebookAI/roberta-large', 'roberta'],
  'sentence-transformers/all-MiniLM-L6-v2': ['sentence-transformers/all-MiniLM-L6-v2', 'bert-f16'],
};

/** What some of them also come in, smaller, and not to be taken unasked. */
const ROUNDED = [
  'model_O4',
  'model_qint8_arm64',
  'model_qint8_avx512_vnni',
  'model_quint8_avx2',
  'model_quantized',
];

let hub: HubServer;
test.beforeAll(async () => {
  const models: Record<string, ServedModel> = {};
  const rounded = ROUNDED.map(
    (name) => [`onnx/${name}.onnx`, bytesFile(new Uint8Array(1000), true)] as const,
  );
  for (const [name, [id, fixture]] of Object.entries(SERVED)) {
    const own = folderFiles(new URL(`../src/graph/fixtures/${fixture}/`, import.meta.url).pathname);
    models[id] = { files: new Map([...own, ...rounded]) };
    if (id !== name) models[name] = { files: new Map(), renamed: id };
  }
  hub = await HubServer.start(models);
});
test.afterAll(() => hub.close());

const chooser = (page: Page): Locator => page.getByRole('dialog', { name: 'Models from elsewhere' });

test('the models that people know are those that are tried here', () => {
  expect([...WELL_KNOWN].sort()).toEqual(Object.keys(SERVED).sort());
});

for (const [name, [id]] of Object.entries(SERVED)) {
  test(`${name} takes a press that shows its size, and one that downloads and runs it`, async ({ page }) => {
    await page.addInitScript((url) => {
      localStorage.setItem('tailscope-hub', url);
    }, hub.url);
    hub.asked.length = 0;
    await openPage(page);
    await modelChip(page).click();
    await page.getByRole('button', { name: 'From the hub or an address…' }).click();
    await expect(chooser(page)).toBeVisible();
    expect(hub.asked).toEqual([]);
    await chooser(page).getByRole('button', { name, exact: true }).click();
    const download = chooser(page)
      .getByRole('region', { name: id })
      .getByRole('button', { name: /^Download \d+ kB$/ });
    await expect(download).toBeVisible();
    expect(hub.askedOf('model.safetensors')).toEqual([]);
    await download.click();
    await expect(modelChip(page)).toContainText('2 × 32');
    await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
    // it is known, and linked to, by the name that it has now
    await expect(page).toHaveURL(new RegExp(`model=hub:${hub.url},${id}@[0-9a-f]{40},model\\.safetensors,`));
  });
}
