import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { haveRealData, realCheckpoint, realData, realExport } from '../scripts/real-input.ts';
import { cutBar, effect, modelChip, openPage, sentences } from './page.ts';

test.skip(!haveRealData, 'TAILSCOPE_DATA names no folder of corpora');

/** The first sentences of SST-2, one a line. */
function someSentences(count: number): string {
  const [head = '', ...rows] = readFileSync(realData('sst2/train-10k.tsv'), 'utf8').split('\n');
  const column = head.split('\t').indexOf('sentence');
  return rows
    .slice(0, count)
    .map((row) => row.split('\t')[column] ?? '')
    .join('\n');
}

/** Drops files on the page as a file manager does. A carrier field hands them over: a test cannot make a File of 90 MB. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const carrier = await page.evaluateHandle(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    return field;
  });
  await carrier.setInputFiles([...paths]);
  await carrier.evaluate((field) => {
    const dataTransfer = new DataTransfer();
    for (const file of field.files ?? []) dataTransfer.items.add(file);
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}

const ways = {
  'opened from its folder': async (page: Page) => {
    await modelChip(page).click();
    const field = page.getByLabel('Open a checkpoint folder…').and(page.locator('input'));
    await field.setInputFiles(realCheckpoint());
  },
  'dropped on the page': async (page: Page) => {
    const files = ['config.json', 'model.safetensors', 'tokenizer.json'];
    await drop(
      page,
      files.map((file) => join(realCheckpoint(), file)),
    );
  },
  'from its int8 export, picked as files': async (page: Page) => {
    await modelChip(page).click();
    const field = page.getByLabel('Open its files…').and(page.locator('input'));
    const files = ['config.json', 'tokenizer.json', realExport()];
    await field.setInputFiles(files.map((file) => join(realCheckpoint(), file)));
  },
};

for (const [way, give] of Object.entries(ways)) {
  test(`all-MiniLM-L6-v2 ${way}: 223 is a tail, and cutting it lowers the anisotropy`, async ({ page }) => {
    await openPage(page);
    await give(page);
    await expect(page.getByText('6 × 384').first()).toBeVisible({ timeout: 120_000 });
    await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/, { timeout: 120_000 });

    await sentences(page).fill(someSentences(200));
    await expect(page.getByText(/^200 sentences · /)).toBeVisible({ timeout: 120_000 });

    const tail = cutBar(page).getByRole('switch', { name: /\b223\b/ });
    await expect(tail).toBeVisible();
    const { before } = await effect(page);
    await tail.click();
    await expect(tail).toBeChecked();
    const { after } = await effect(page);
    expect(after).toBeLessThan(before - 0.02);
  });
}
