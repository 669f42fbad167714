import { expect, test } from '@playwright/test';
import { threadMemory } from '../bench/memory/thread-memory.ts';
import { bundled, openPage } from './page.ts';

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
