import { type Page, expect, test } from '@playwright/test';
import { threadMemory } from '../bench/memory/thread-memory.ts';
import { bundled, drop, modelChip, openPage } from './page.ts';
import { beforeWorker } from './worker-script.ts';

test('once the model runs, JavaScript holds no second copy of its weights', async ({ page }) => {
  await openPage(page);
  // a faster device may still be held to WASM, with the weights fetched once more
  await expect(async () => {
    const threads = await threadMemory(page);
    expect(threads.length).toBeGreaterThan(1);
    for (const { buffers } of threads) expect(buffers).toBeLessThan(bundled.bytes / 2);
  }).toPass();

  // the measure itself: a copy would be seen
  await page.workers()[0]?.evaluate((bytes) => {
    Reflect.set(globalThis, 'copy', new Uint8Array(bytes).fill(1));
  }, bundled.bytes);
  const [, worker] = await threadMemory(page);
  expect(worker?.buffers).toBeGreaterThan(bundled.bytes);
});

/** Remembers the memories that the worker's runtime makes. */
const REMEMBER = `
  self.memories = [];
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(Memory, given) {
      const memory = new Memory(...given);
      self.memories.push(memory);
      return memory;
    },
  })`;

/** Bytes of WebAssembly's memory, and of JavaScript's buffers in the worker. */
async function workerMemory(page: Page): Promise<{ heap: number; buffers: number }> {
  const heap = await page.workers()[0]?.evaluate(() => {
    const memories = Reflect.get(self, 'memories') as readonly WebAssembly.Memory[];
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  });
  const [, worker] = await threadMemory(page);
  return { heap: heap ?? NaN, buffers: worker?.buffers ?? NaN };
}

const tiny = new URL('../src/graph/fixtures/bert-f32/', import.meta.url).pathname;

test('a thousand runs leave the worker’s memory as it was, and so do second models that come and go', async ({
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    localStorage.setItem('tailscope-device', 'wasm');
  });
  await beforeWorker(page, REMEMBER);
  await openPage(page);
  await modelChip(page).click();
  await page.getByLabel('Open a checkpoint folder…').and(page.locator('input')).setInputFiles(tiny);
  await expect(modelChip(page)).toContainText('2 × 32');

  // 40 tokens is all this model reads, and a batch takes 512: a thousand runs at least
  const line = 'small '.repeat(60);
  const measure = async (lines: number) => {
    await drop(page, [{ name: `${lines}.txt`, text: `${line}\n`.repeat(lines) }]);
    const tokens = (40 * lines).toLocaleString('en');
    await expect(page.getByText(new RegExp(`^[\\d,]+ sentences · ${tokens} tokens$`))).toBeVisible();
  };
  await measure(3000);
  const before = await workerMemory(page);
  expect(before.heap).toBeGreaterThan(bundled.bytes);
  await measure(13_000);
  const after = await workerMemory(page);
  expect(after.heap).toBe(before.heap);
  // the vectors of one more text may be held, of which there is a bound
  expect(after.buffers).toBeLessThan(before.buffers + 70e6);

  await modelChip(page).click();
  const panel = page.getByRole('dialog', { name: 'Model' });
  const comeAndGo = async () => {
    await panel.getByRole('button', { name: 'Choose a second model…' }).click();
    await panel.getByRole('button', { name: `Put ${bundled.name} beside` }).click();
    await expect(panel.getByRole('button', { name: 'Choose another…' })).toBeVisible();
    await expect(panel.getByText(`${bundled.layers} × ${bundled.dims} · WASM`)).toBeVisible();
    await panel.getByRole('button', { name: 'Put it away' }).click();
    await expect(panel.getByRole('button', { name: 'Choose a second model…' })).toBeVisible();
  };
  await comeAndGo();
  const once = await workerMemory(page);
  for (let i = 0; i < 4; i++) await comeAndGo();
  expect((await workerMemory(page)).heap).toBe(once.heap);
});
